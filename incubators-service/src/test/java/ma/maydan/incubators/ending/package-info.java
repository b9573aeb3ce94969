@NullMarked
package ma.maydan.incubators.ending;

import org.jspecify.annotations.NullMarked;
