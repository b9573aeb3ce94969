@NullMarked
package ma.maydan.starter.replica;

import org.jspecify.annotations.NullMarked;
