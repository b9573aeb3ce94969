/** The headers that go in and out, and the log of requests. */
@NullMarked
package ma.maydan.gateway.headers;

import org.jspecify.annotations.NullMarked;
