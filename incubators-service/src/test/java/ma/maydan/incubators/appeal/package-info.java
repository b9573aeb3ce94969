@NullMarked
package ma.maydan.incubators.appeal;

import org.jspecify.annotations.NullMarked;
