/** Organizations and the forms of their profile; their public pages are in the register. */
@NullMarked
package ma.maydan.portal.organizations;

import org.jspecify.annotations.NullMarked;
