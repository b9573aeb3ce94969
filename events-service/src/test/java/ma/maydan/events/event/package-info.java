@NullMarked
package ma.maydan.events.event;

import org.jspecify.annotations.NullMarked;
