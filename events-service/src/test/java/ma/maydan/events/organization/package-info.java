@NullMarked
package ma.maydan.events.organization;

import org.jspecify.annotations.NullMarked;
