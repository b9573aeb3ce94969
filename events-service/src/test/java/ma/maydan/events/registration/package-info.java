@NullMarked
package ma.maydan.events.registration;

import org.jspecify.annotations.NullMarked;
