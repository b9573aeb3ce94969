/** The case of an organization that is to be verified. */
@NullMarked
package ma.maydan.portal.verification;

import org.jspecify.annotations.NullMarked;
