@NullMarked
package ma.maydan.incubators.program;

import org.jspecify.annotations.NullMarked;
