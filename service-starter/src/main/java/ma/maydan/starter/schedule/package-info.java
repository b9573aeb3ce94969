/**
 * Work that is due at a time: a stored document that one instance at a time leases, so that nothing waits in memory and
 * nothing is lost with a process.
 */
@NullMarked
package ma.maydan.starter.schedule;

import org.jspecify.annotations.NullMarked;
