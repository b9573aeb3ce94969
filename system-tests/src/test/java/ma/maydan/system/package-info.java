@NullMarked
package ma.maydan.system;

import org.jspecify.annotations.NullMarked;
