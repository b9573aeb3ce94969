/** Seats at events. */
@NullMarked
package ma.maydan.portal.registrations;

import org.jspecify.annotations.NullMarked;
