package ma.maydan.starter.messaging;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that a consumer group of this service could not handle, as operators see it.
 *
 * @param data the payload, when a single message was asked for
 */
record DeadLetter(
        @JsonUnwrapped Place place,
        @JsonUnwrapped Event event,
        @JsonUnwrapped Failure failure,
        @JsonUnwrapped Origin origin,
        @Nullable String data) {

    /** Where it waits. */
    record Place(String topic, int partition, long offset) {}

    /**
     * What it tells.
     *
     * @param key the aggregate's id
     * @param type such as {@code ma.maydan.organization.verified.v1}; null when it is no event of ours
     */
    record Event(
            @Nullable String key,
            @Nullable String eventId,
            @Nullable String type) {}

    /**
     * Why it waits.
     *
     * @param at when it was set aside
     */
    record Failure(Instant at, @Nullable String reason, String group) {}

    /** Where it was read. */
    record Origin(String originalTopic, int originalPartition, long originalOffset) {}
}
