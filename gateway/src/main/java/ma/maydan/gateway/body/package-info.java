/** Request bodies: within bounds of size, time, number and memory, and held only where the gateway reads them. */
@NullMarked
package ma.maydan.gateway.body;

import org.jspecify.annotations.NullMarked;
