@NullMarked
package ma.maydan.events;

import org.jspecify.annotations.NullMarked;
