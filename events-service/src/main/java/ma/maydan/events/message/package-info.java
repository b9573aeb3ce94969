/** What the host of an event writes to those who are registered for it. */
@NullMarked
package ma.maydan.events.message;

import org.jspecify.annotations.NullMarked;
