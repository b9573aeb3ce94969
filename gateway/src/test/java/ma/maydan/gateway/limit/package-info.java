@NullMarked
package ma.maydan.gateway.limit;

import org.jspecify.annotations.NullMarked;
