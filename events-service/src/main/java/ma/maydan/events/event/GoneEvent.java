package ma.maydan.events.event;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * An event that everybody saw and nobody but its host, who registered and the cluster sees now.
 *
 * @param status CANCELLED, or SUSPENDED while its host is not verified
 * @param updatedAt when it went away
 */
@Schema(name = "GoneEvent")
record GoneEvent(String id, long version, Event.Status status, Instant updatedAt) implements ListedEvent {}
