@NullMarked
package ma.maydan.incubators.verification;

import org.jspecify.annotations.NullMarked;
