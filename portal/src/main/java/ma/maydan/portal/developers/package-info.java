/** What developers of partner systems read: the services' APIs. */
@NullMarked
package ma.maydan.portal.developers;

import org.jspecify.annotations.NullMarked;
