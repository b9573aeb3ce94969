/** The front page. */
@NullMarked
package ma.maydan.portal.home;

import org.jspecify.annotations.NullMarked;
