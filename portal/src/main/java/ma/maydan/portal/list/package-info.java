/** Lists as their address asks for them. */
@NullMarked
package ma.maydan.portal.list;

import org.jspecify.annotations.NullMarked;
