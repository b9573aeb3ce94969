/** Speakers: list, page, form. */
@NullMarked
package ma.maydan.portal.speakers;

import org.jspecify.annotations.NullMarked;
