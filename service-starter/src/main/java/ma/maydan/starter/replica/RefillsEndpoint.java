package ma.maydan.starter.replica;

import java.util.Arrays;
import ma.maydan.starter.operator.OperatorToken;
import org.bson.Document;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * {@code /actuator/refills}, for operators: what has been asked for, by topic; a POST to a topic builds what it feeds
 * anew, in all instances.
 */
@WebEndpoint(id = "refills")
final class RefillsEndpoint {

    private final Refills refills;
    private final KafkaListenerEndpointRegistry listeners;
    private final OperatorToken operators;

    RefillsEndpoint(Refills refills, KafkaListenerEndpointRegistry listeners, OperatorToken operators) {
        this.refills = refills;
        this.listeners = listeners;
        this.operators = operators;
    }

    @ReadOperation
    WebEndpointResponse<Object> list() {
        return operators.answer(() -> new WebEndpointResponse<>(refills.list()));
    }

    @WriteOperation
    WebEndpointResponse<Object> refill(@Selector String topic) {
        return operators.answer(() -> {
            var listening = listeners.getListenerContainers().stream()
                    .filter(listener -> listensTo(listener, topic))
                    .toList();
            if (listening.isEmpty()) {
                return OperatorToken.refused(404, "Nothing here listens to " + topic);
            }
            refills.ask(topic);
            // Whoever leaves a group and comes back has all its partitions assigned anew, in every instance.
            listening.forEach(listener -> listener.stop(listener::start));
            return new WebEndpointResponse<>(new Document("asked", topic), 202);
        });
    }

    private static boolean listensTo(MessageListenerContainer listener, String topic) {
        var topics = listener.getContainerProperties().getTopics();
        return topics != null && Arrays.asList(topics).contains(topic);
    }
}
