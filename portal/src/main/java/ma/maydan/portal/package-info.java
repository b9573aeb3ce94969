/** The web pages of Maydan. */
@NullMarked
package ma.maydan.portal;

import org.jspecify.annotations.NullMarked;
