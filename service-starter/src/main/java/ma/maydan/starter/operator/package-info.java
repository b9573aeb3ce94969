/** What only operators may do. */
@NullMarked
package ma.maydan.starter.operator;

import org.jspecify.annotations.NullMarked;
