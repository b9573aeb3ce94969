@NullMarked
package ma.maydan.local;

import org.jspecify.annotations.NullMarked;
