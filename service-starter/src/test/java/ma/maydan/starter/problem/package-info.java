@NullMarked
package ma.maydan.starter.problem;

import org.jspecify.annotations.NullMarked;
