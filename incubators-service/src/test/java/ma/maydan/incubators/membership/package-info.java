@NullMarked
package ma.maydan.incubators.membership;

import org.jspecify.annotations.NullMarked;
