@NullMarked
package ma.maydan.events.invitation;

import org.jspecify.annotations.NullMarked;
