@NullMarked
package ma.maydan.events.seats;

import org.jspecify.annotations.NullMarked;
