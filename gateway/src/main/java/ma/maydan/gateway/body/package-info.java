/** Request bodies: read once, within bounds, before anybody behind the gateway is bothered. */
@NullMarked
package ma.maydan.gateway.body;

import org.jspecify.annotations.NullMarked;
