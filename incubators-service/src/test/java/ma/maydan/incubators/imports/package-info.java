@NullMarked
package ma.maydan.incubators.imports;

import org.jspecify.annotations.NullMarked;
