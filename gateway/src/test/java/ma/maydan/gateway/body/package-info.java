@NullMarked
package ma.maydan.gateway.body;

import org.jspecify.annotations.NullMarked;
