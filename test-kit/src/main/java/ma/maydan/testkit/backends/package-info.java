/** What the services stand on in tests: the database, the broker, Keycloak, the mailbox, tokens and the clock. */
@NullMarked
package ma.maydan.testkit.backends;

import org.jspecify.annotations.NullMarked;
