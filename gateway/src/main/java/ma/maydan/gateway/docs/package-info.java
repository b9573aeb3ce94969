/** The API documents of the services. */
@NullMarked
package ma.maydan.gateway.docs;

import org.jspecify.annotations.NullMarked;
