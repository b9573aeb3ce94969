/** Sessions in MongoDB, sealed with their own id. */
@NullMarked
package ma.maydan.gateway.session;

import org.jspecify.annotations.NullMarked;
