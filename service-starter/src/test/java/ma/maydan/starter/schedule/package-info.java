@NullMarked
package ma.maydan.starter.schedule;

import org.jspecify.annotations.NullMarked;
