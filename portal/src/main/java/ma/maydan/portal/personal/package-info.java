/** What is held of people: the notice to them, what is held of the visitor, and the end of an account. */
@NullMarked
package ma.maydan.portal.personal;

import org.jspecify.annotations.NullMarked;
