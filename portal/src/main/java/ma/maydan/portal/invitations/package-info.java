/** Links by which people register whom a host invites: made by the host, and opened by them. */
@NullMarked
package ma.maydan.portal.invitations;

import org.jspecify.annotations.NullMarked;
