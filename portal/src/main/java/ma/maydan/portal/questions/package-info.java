/** The pages on which a host says what is asked of who registers for an event. */
@NullMarked
package ma.maydan.portal.questions;

import org.jspecify.annotations.NullMarked;
