package ma.maydan.events.event;

import java.time.Instant;

/**
 * An organization that is asked to host an event in place of its host, and has not answered.
 *
 * @param since when it was asked
 */
public record NextHost(String organizationId, Instant since) {}
