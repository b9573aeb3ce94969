/** Who belongs to an organization, and who is asked to. */
@NullMarked
package ma.maydan.portal.members;

import org.jspecify.annotations.NullMarked;
