package ma.maydan.starter.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that a consumer group of this service could not handle, as operators see it.
 *
 * @param topic where it waits
 * @param key the aggregate's id
 * @param type such as {@code ma.maydan.organization.verified.v1}; null when it is no event of ours
 * @param at when it was set aside
 * @param data the payload, when a single message was asked for
 */
record DeadLetter(
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        @Nullable String eventId,
        @Nullable String type,
        Instant at,
        @Nullable String reason,
        String group,
        String originalTopic,
        int originalPartition,
        long originalOffset,
        @Nullable String data) {}
