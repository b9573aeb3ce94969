package ma.maydan.starter.messaging;

import static ma.maydan.starter.TestService.json;
import static ma.maydan.starter.TestService.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import ma.maydan.starter.TestService;
import ma.maydan.starter.thing.ThingListeners;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DeadLettersIT {

    private static final String TOPIC = "maydan.things.dlt";

    private final TestService service = TestService.shared();
    private final ThingListeners listeners = service.bean(ThingListeners.class);

    @Test
    void aPoisonMessageIsListedWithItsReasonAndReplayedForTheGroupThatFailed() {
        listeners.refuse("poison");
        var id = json(send(service.create("poison"))).path("id").asString();
        await().atMost(Duration.ofSeconds(30)).until(() -> waiting(id).isPresent());

        var letter = waiting(id).orElseThrow();
        assertThat(letter.path("type").asString()).isEqualTo("ma.maydan.thing.created.v1");
        assertThat(letter.path("reason").asString()).isEqualTo("PoisonMessageException: Nobody wants poison");
        assertThat(letter.path("group").asString()).isEqualTo("things-service");
        assertThat(letter.path("originalTopic").asString()).isEqualTo("maydan.things");
        assertThat(letter.path("eventId").asString()).isNotEmpty();
        assertThat(letter.path("at").asString()).isNotEmpty();
        assertThat(json(send(operator(path(letter)))).path("data").asString()).contains("poison");

        assertThat(send(service.management("/actuator/prometheus")).body())
                .contains("maydan_dead_letters_total{", "topic=\"maydan.things\"");

        listeners.accept("poison");
        assertThat(send(operator(path(letter)).POST(BodyPublishers.noBody())).statusCode())
                .isEqualTo(200);

        await().until(() -> listeners.own(id).size() == 1);
        assertThat(waiting(id)).isEmpty();
        assertThat(send(operator(path(letter)).POST(BodyPublishers.noBody())).statusCode())
                .isEqualTo(404);
        // The next event of the same thing comes behind the replay, which the other group has then passed by.
        send(service.rename(id, "\"1\"", "harmless"));
        await().until(() -> listeners.other(id).stream().anyMatch(seen -> seen.sequence() == 2));
        assertThat(listeners.other(id))
                .extracting(ThingListeners.Seen::sequence)
                .containsExactly(1L, 2L);
    }

    @Test
    void aMessageThatFailsAgainIsListedAgain() {
        listeners.refuse("hopeless");
        var id = json(send(service.create("hopeless"))).path("id").asString();
        await().atMost(Duration.ofSeconds(30)).until(() -> waiting(id).isPresent());
        var first = waiting(id).orElseThrow();

        send(operator(path(first)).POST(BodyPublishers.noBody()));

        await().atMost(Duration.ofSeconds(30))
                .until(() -> waiting(id)
                        .filter(now -> !path(now).equals(path(first)))
                        .isPresent());
        assertThat(waiting(id).orElseThrow().path("originalTopic").asString()).isEqualTo("maydan.things");
    }

    @Test
    void whatDoesNotWaitThereIsNotFound() {
        for (var path : new String[] {"maydan.things.dlt/0/999999", "maydan.things.dlt/99/0", "maydan.things/0/0"}) {
            assertThat(send(operator("/actuator/deadletters/" + path)).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void nobodyReachesThemOnThePublicPort() {
        assertThat(send(service.request("/actuator/deadletters")).statusCode()).isEqualTo(404);
    }

    @Test
    void whoeverReachesTheManagementPortWithoutTheOperatorsTokenSeesAndReplaysNothing() {
        for (var path : new String[] {
            "/actuator/deadletters",
            "/actuator/deadletters/" + TOPIC + "/0/0",
            "/actuator/deadletters/" + TOPIC + "/0/0/"
        }) {
            for (var request : List.of(
                    service.management(path),
                    service.management(path).POST(BodyPublishers.noBody()),
                    service.management(path).header("X-Operator-Token", ""),
                    service.management(path).header("X-Operator-Token", "guess"),
                    service.management(path).header("Authorization", "Basic b3BlcmF0b3I6Z3Vlc3M="))) {
                var answer = send(request);
                assertThat(answer.statusCode()).as(path).isIn(403, 404, 405);
                assertThat(answer.body()).as(path).doesNotContain("\"offset\"", "\"reason\"");
            }
        }
        assertThat(send(service.management("/actuator/deadletters")).statusCode())
                .isEqualTo(403);
        assertThat(send(service.management("/actuator/prometheus")).statusCode())
                .as("metrics are for whoever measures")
                .isEqualTo(200);
    }

    private HttpRequest.Builder operator(String path) {
        return service.management(path).header("X-Operator-Token", TestService.OPERATOR_TOKEN);
    }

    private static String path(JsonNode letter) {
        return "/actuator/deadletters/" + TOPIC + "/" + letter.path("partition").asInt() + "/"
                + letter.path("offset").asLong();
    }

    private Optional<JsonNode> waiting(String id) {
        var listed = send(operator("/actuator/deadletters"));
        assertThat(listed.statusCode()).as(listed.body()).isEqualTo(200);
        return json(listed)
                .path(TOPIC)
                .valueStream()
                .filter(letter -> letter.path("key").asString().equals(id))
                .findFirst();
    }
}
