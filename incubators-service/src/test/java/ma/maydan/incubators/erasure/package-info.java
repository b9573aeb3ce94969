@NullMarked
package ma.maydan.incubators.erasure;

import org.jspecify.annotations.NullMarked;
