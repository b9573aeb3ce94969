@NullMarked
package ma.maydan.gateway.login;

import org.jspecify.annotations.NullMarked;
