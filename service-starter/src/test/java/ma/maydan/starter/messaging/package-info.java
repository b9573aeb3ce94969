@NullMarked
package ma.maydan.starter.messaging;

import org.jspecify.annotations.NullMarked;
