/** Connections before they are requests: how many an address holds, and how long each may take. */
@NullMarked
package ma.maydan.gateway.connection;

import org.jspecify.annotations.NullMarked;
