@NullMarked
package ma.maydan.gateway;

import org.jspecify.annotations.NullMarked;
