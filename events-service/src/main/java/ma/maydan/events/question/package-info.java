/** What the host of an event asks who registers, and what they answer. */
@NullMarked
package ma.maydan.events.question;

import org.jspecify.annotations.NullMarked;
