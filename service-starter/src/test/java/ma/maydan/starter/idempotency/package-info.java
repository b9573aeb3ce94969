@NullMarked
package ma.maydan.starter.idempotency;

import org.jspecify.annotations.NullMarked;
