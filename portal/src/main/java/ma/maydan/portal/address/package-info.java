/** How addresses lead to pages, and what machines are told of them: robots, the map of the site. */
@NullMarked
package ma.maydan.portal.address;

import org.jspecify.annotations.NullMarked;
