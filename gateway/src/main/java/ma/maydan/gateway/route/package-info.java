/** Where requests go, and what happens when nobody answers there. */
@NullMarked
package ma.maydan.gateway.route;

import org.jspecify.annotations.NullMarked;
