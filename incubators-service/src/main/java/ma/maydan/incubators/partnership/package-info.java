/** What the register takes over from partnerships: the partner badge. */
@NullMarked
package ma.maydan.incubators.partnership;

import org.jspecify.annotations.NullMarked;
