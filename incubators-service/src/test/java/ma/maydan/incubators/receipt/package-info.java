@NullMarked
package ma.maydan.incubators.receipt;

import org.jspecify.annotations.NullMarked;
