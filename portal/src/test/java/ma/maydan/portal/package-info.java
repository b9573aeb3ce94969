@NullMarked
package ma.maydan.portal;

import org.jspecify.annotations.NullMarked;
