@NullMarked
package ma.maydan.incubators.organization;

import org.jspecify.annotations.NullMarked;
