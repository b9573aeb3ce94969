@NullMarked
package ma.maydan.testkit.backends;

import org.jspecify.annotations.NullMarked;
