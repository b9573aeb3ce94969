@NullMarked
package ma.maydan.incubators;

import org.jspecify.annotations.NullMarked;
