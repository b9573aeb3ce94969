@NullMarked
package ma.maydan.starter.personal;

import org.jspecify.annotations.NullMarked;
