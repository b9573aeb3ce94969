/** Events: list, page, form. */
@NullMarked
package ma.maydan.portal.events;

import org.jspecify.annotations.NullMarked;
