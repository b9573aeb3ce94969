/** Links by which a host lets people register whom it invites. */
@NullMarked
package ma.maydan.events.invitation;

import org.jspecify.annotations.NullMarked;
