/** The API documents of all services on one page. */
@NullMarked
package ma.maydan.gateway.docs;

import org.jspecify.annotations.NullMarked;
