@NullMarked
package ma.maydan.starter.aggregate;

import org.jspecify.annotations.NullMarked;
