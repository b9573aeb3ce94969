@NullMarked
package ma.maydan.events.message;

import org.jspecify.annotations.NullMarked;
