@NullMarked
package ma.maydan.starter.time;

import org.jspecify.annotations.NullMarked;
