/**
 * Runs what the portal needs without Docker: a real Kafka broker, a real Keycloak, an embedded MongoDB-compatible
 * server, a mailbox and the applications themselves, each in a process of its own and on loopback only.
 */
@NullMarked
package ma.maydan.local;

import org.jspecify.annotations.NullMarked;
