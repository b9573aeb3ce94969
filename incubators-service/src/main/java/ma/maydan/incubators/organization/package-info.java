/** Organizations of the register, their members and their state. */
@NullMarked
package ma.maydan.incubators.organization;

import org.jspecify.annotations.NullMarked;
