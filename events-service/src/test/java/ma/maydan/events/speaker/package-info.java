/** People who speak at events, as organizations present them. */
@NullMarked
package ma.maydan.events.speaker;

import org.jspecify.annotations.NullMarked;
