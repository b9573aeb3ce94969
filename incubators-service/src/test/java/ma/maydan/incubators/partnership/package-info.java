@NullMarked
package ma.maydan.incubators.partnership;

import org.jspecify.annotations.NullMarked;
