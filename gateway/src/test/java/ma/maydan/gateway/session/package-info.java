@NullMarked
package ma.maydan.gateway.session;

import org.jspecify.annotations.NullMarked;
