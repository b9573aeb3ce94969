/** How a rejected organization appeals, and is heard by somebody else. */
@NullMarked
package ma.maydan.incubators.appeal;

import org.jspecify.annotations.NullMarked;
