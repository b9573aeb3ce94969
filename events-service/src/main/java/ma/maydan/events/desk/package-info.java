/** What who runs an event sees of how it fills. */
@NullMarked
package ma.maydan.events.desk;

import org.jspecify.annotations.NullMarked;
