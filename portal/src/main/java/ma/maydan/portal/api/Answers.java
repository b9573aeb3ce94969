package ma.maydan.portal.api;

import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the services answer, read. */
@Component
class Answers {

    private static final Logger log = LoggerFactory.getLogger(Answers.class);

    private final JsonMapper json;

    Answers(JsonMapper json) {
        this.json = json;
    }

    /** Empty for what lacks something, or is something else; the log says what. */
    <T> Optional<T> read(JsonNode node, Class<T> type) {
        String why;
        try {
            var value = json.treeToValue(node, type);
            if (Whole.is(value)) {
                return Optional.of(value);
            }
            why = "something is missing";
        } catch (JacksonException e) {
            why = e.getOriginalMessage();
        }
        log.error(
                "{} {} cannot be read: {}",
                type.getSimpleName(),
                node.path("id").asString("without an id"),
                why);
        return Optional.empty();
    }

    /** What is thrown for an answer that is no success. */
    RuntimeException refusal(ClientHttpResponse response) throws IOException {
        var status = response.getStatusCode();
        if (status.is5xxServerError()) {
            return new UnavailableException("Answered with " + status);
        }
        try {
            return new ProblemException(
                    status.value(), json.readValue(response.getBody(), ProblemException.Problem.class));
        } catch (JacksonException notAProblem) {
            return ProblemException.of(status.value(), "");
        }
    }
}
