/** How a test talks to a service, and the service that it talks to. */
@NullMarked
package ma.maydan.testkit.api;

import org.jspecify.annotations.NullMarked;
