/** Signing in and out with OpenID Connect, and the tokens of who is signed in. */
@NullMarked
package ma.maydan.gateway.login;

import org.jspecify.annotations.NullMarked;
