@NullMarked
package ma.maydan.gateway.refusal;

import org.jspecify.annotations.NullMarked;
