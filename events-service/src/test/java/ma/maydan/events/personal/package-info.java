@NullMarked
package ma.maydan.events.personal;

import org.jspecify.annotations.NullMarked;
