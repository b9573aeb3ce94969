/** Who calls, and how often they may. */
@NullMarked
package ma.maydan.gateway.limit;

import org.jspecify.annotations.NullMarked;
