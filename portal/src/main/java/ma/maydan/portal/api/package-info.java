/** Calls to the public APIs of the services. */
@NullMarked
package ma.maydan.portal.api;

import org.jspecify.annotations.NullMarked;
