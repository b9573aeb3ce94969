/** The only public door of the portal. */
@NullMarked
package ma.maydan.gateway;

import org.jspecify.annotations.NullMarked;
