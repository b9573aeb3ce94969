package ma.maydan.starter.messaging;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * {@code /actuator/deadletters}: lists what this service has set aside, by topic, and replays one message at a time. It
 * answers whoever brings the operators' token in {@code X-Operator-Token}; to reach the management port is not enough.
 */
@WebEndpoint(id = "deadletters")
final class DeadLettersEndpoint {

    private static final Logger log = LoggerFactory.getLogger(DeadLettersEndpoint.class);

    private static final String HEADER = "X-Operator-Token";

    private final DeadLetters letters;
    private final byte[] token;

    /** @param token when it is empty, nobody is answered */
    DeadLettersEndpoint(DeadLetters letters, String token) {
        this.letters = letters;
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    @ReadOperation
    WebEndpointResponse<Object> list() {
        return answer(() -> {
            var byTopic = new TreeMap<String, List<DeadLetter>>();
            letters.topics().forEach(topic -> byTopic.put(topic, letters.list(topic)));
            return byTopic;
        });
    }

    @ReadOperation
    WebEndpointResponse<Object> show(@Selector String topic, @Selector int partition, @Selector long offset) {
        return answer(() -> letters.find(topic, partition, offset));
    }

    @WriteOperation
    WebEndpointResponse<Object> replay(@Selector String topic, @Selector int partition, @Selector long offset) {
        return answer(() -> letters.replay(topic, partition, offset));
    }

    private WebEndpointResponse<Object> answer(Question question) {
        if (!isOperator()) {
            return new WebEndpointResponse<>(Map.of("error", "This is for operators, by " + HEADER), 403);
        }
        try {
            var answer = question.ask();
            return answer == null
                    ? new WebEndpointResponse<>(Map.of("error", "No dead letter waits there"), 404)
                    : new WebEndpointResponse<>(answer);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            log.warn("The dead letters cannot be had: {}", e.toString());
            return new WebEndpointResponse<>(Map.of("error", "The broker does not answer"), 503);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new WebEndpointResponse<>(Map.of("error", "The service is stopping"), 503);
        }
    }

    /** Looked up in the request itself, so that no spelling of its address goes around it. */
    private boolean isOperator() {
        var given = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getHeader(HEADER)
                : null;
        return token.length > 0
                && given != null
                && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), token);
    }

    private interface Question {
        @Nullable
        Object ask() throws InterruptedException, ExecutionException, TimeoutException;
    }
}
