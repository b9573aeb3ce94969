package ma.maydan.starter.messaging;

import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import ma.maydan.starter.operator.OperatorToken;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

/**
 * {@code /actuator/deadletters}: lists what this service has set aside, by topic, and replays one message at a time; for
 * operators.
 */
@WebEndpoint(id = "deadletters")
final class DeadLettersEndpoint {

    private static final Logger log = LoggerFactory.getLogger(DeadLettersEndpoint.class);

    private final DeadLetters letters;
    private final OperatorToken operators;

    DeadLettersEndpoint(DeadLetters letters, OperatorToken operators) {
        this.letters = letters;
        this.operators = operators;
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
        return operators.answer(() -> {
            try {
                var answer = question.ask();
                return answer == null
                        ? OperatorToken.refused(404, "No dead letter waits there")
                        : new WebEndpointResponse<>(answer);
            } catch (ExecutionException | TimeoutException | KafkaException e) {
                log.warn("The dead letters cannot be had: {}", e.toString());
                return OperatorToken.refused(503, "The broker does not answer");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return OperatorToken.refused(503, "The service is stopping");
            }
        });
    }

    private interface Question {
        @Nullable
        Object ask() throws InterruptedException, ExecutionException, TimeoutException;
    }
}
