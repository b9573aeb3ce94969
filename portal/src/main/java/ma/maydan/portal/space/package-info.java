/** The signed-in person's own things. */
@NullMarked
package ma.maydan.portal.space;

import org.jspecify.annotations.NullMarked;
