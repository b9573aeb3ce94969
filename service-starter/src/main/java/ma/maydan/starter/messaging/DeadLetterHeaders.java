package ma.maydan.starter.messaging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.ListenerExecutionFailedException;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.kafka.support.KafkaUtils;

/** What the headers of a message tell of its failure and of its replay. */
final class DeadLetterHeaders {

    /** On a message published again: the one consumer group that it is for. */
    private static final String REPLAY_FOR = "maydan_replay-for";
    /** On a mark in a dead-letter topic: the offset, in the same partition, of the message that has been replayed. */
    private static final String REPLAYED = "maydan_replayed";

    private static final String SPRING = "kafka_dlt-";
    private static final int LONGEST_REASON = 500;

    private DeadLetterHeaders() {}

    /** Whether this message was published again for another consumer group than the one that reads it. */
    static boolean isReplayForOthers(ConsumerRecord<?, ?> message) {
        var group = text(message.headers(), REPLAY_FOR);
        return group != null && !group.equals(KafkaUtils.getConsumerGroupId());
    }

    static Headers forReplay(Headers deadLetter, String group) {
        var headers = new RecordHeaders();
        for (var header : deadLetter) {
            if (!header.key().startsWith(SPRING) && !header.key().equals(REPLAY_FOR)) {
                headers.add(header);
            }
        }
        return headers.add(REPLAY_FOR, group.getBytes(StandardCharsets.UTF_8));
    }

    static Headers markOf(long offset) {
        return new RecordHeaders()
                .add(REPLAYED, ByteBuffer.allocate(Long.BYTES).putLong(offset).array());
    }

    /** The offset that a mark names; null for a dead letter. */
    static @Nullable Long replayedOffset(Headers headers) {
        var header = headers.lastHeader(REPLAYED);
        return header == null ? null : ByteBuffer.wrap(header.value()).getLong();
    }

    /** The reason in one line, in place of Spring's stack trace. */
    static void addReason(Headers headers, Exception e) {
        Throwable failure = e;
        while (failure instanceof ListenerExecutionFailedException && failure.getCause() != null) {
            failure = failure.getCause();
        }
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        var reason = describe(failure) + (root == failure ? "" : ", caused by " + describe(root));
        headers.add(
                KafkaHeaders.DLT_EXCEPTION_MESSAGE,
                reason.substring(0, Math.min(reason.length(), LONGEST_REASON)).getBytes(StandardCharsets.UTF_8));
    }

    private static String describe(Throwable failure) {
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    /** The consumer group that could not handle the message. */
    static @Nullable String group(ConsumerRecord<?, ?> message) {
        return text(message.headers(), KafkaHeaders.DLT_ORIGINAL_CONSUMER_GROUP);
    }

    /** Null when the message was not set aside by a consumer of Maydan. */
    static @Nullable DeadLetter read(ConsumerRecord<String, byte[]> message, boolean withData) {
        var headers = message.headers();
        var group = group(message);
        var topic = text(headers, KafkaHeaders.DLT_ORIGINAL_TOPIC);
        var partition = headers.lastHeader(KafkaHeaders.DLT_ORIGINAL_PARTITION);
        var offset = headers.lastHeader(KafkaHeaders.DLT_ORIGINAL_OFFSET);
        if (group == null || topic == null || partition == null || offset == null) {
            return null;
        }
        return new DeadLetter(
                new DeadLetter.Place(message.topic(), message.partition(), message.offset()),
                new DeadLetter.Event(DeadLetters.keyOf(message), text(headers, "ce_id"), text(headers, "ce_type")),
                new DeadLetter.Failure(
                        Instant.ofEpochMilli(message.timestamp()),
                        text(headers, KafkaHeaders.DLT_EXCEPTION_MESSAGE),
                        group),
                new DeadLetter.Origin(
                        topic,
                        ByteBuffer.wrap(partition.value()).getInt(),
                        ByteBuffer.wrap(offset.value()).getLong()),
                withData && message.value() != null ? new String(message.value(), StandardCharsets.UTF_8) : null);
    }

    private static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
