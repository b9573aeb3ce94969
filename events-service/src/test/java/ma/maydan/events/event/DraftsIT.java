package ma.maydan.events.event;

import static com.mongodb.client.model.Filters.eq;
import static ma.maydan.testkit.builders.RegisteredOrganization.anOrganization;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import ma.maydan.events.EventsIT;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.api.Parallel;
import ma.maydan.testkit.backends.TestTokens;
import ma.maydan.testkit.backends.Topics;
import org.junit.jupiter.api.Test;

/** A host prepares a bounded number of events, also when it asks for all of them at once. */
class DraftsIT extends EventsIT {

    private static final String REASON = """
            {"reasonCode": "OTHER", "reasonText": {"fr": "Trop tôt"}}
            """;

    @Test
    void aHostHasFiftyEventsInPreparationAndADeletedOneMakesRoom() {
        var owner = "owner-" + UUID.randomUUID();
        var host = UUID.randomUUID().toString();
        organization(host, 1, "VERIFIED", owner, false);
        var token = TestTokens.person(owner);

        var answers = Parallel.atOnce(60, i -> post(token, "/events", eventBody(host, 10)));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(50);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .extracting(Answer::code)
                .containsOnly("too-many-drafts");
        var one = answers.stream()
                .filter(answer -> answer.status() == 201)
                .findFirst()
                .orElseThrow();
        assertThat(transition(token, one, "/events/" + one.id() + "/cancel", REASON)
                        .code())
                .isEqualTo("invalid-transition");
        api(token).delete("/api/v1/events/" + one.id(), one.version()).expect(204);
        post(token, "/events", eventBody(host, 10)).expect(201);
        post(token, "/events", eventBody(host, 10)).expect(409);
    }

    @Test
    void aDraftIsDeletedByAnEditorAndNothingOfItStaysButTheNews() {
        var host = tell(anOrganization().ownedBy("lina"));
        var lina = api(TestTokens.person("lina"));
        var key = UUID.randomUUID().toString();
        var draft = post(TestTokens.person("lina"), "/events", eventBody(host.id(), 10), key)
                .expect(201);
        var path = "/api/v1/events/" + draft.id();
        assertThat(draft.allowedTransitions()).contains("delete");
        var edited = lina.put(path, eventBody(host.id(), 11), draft.version()).expect(200);

        assertThat(lina.send("DELETE", path, null, Map.of()).code()).isEqualTo("precondition-required");
        assertThat(lina.delete(path, draft.version()).status()).isEqualTo(412);
        assertThat(api(TestTokens.person("stranger"))
                        .delete(path, edited.version())
                        .status())
                .isEqualTo(404);
        assertThat(api(OFFICER).delete(path, edited.version()).code()).isEqualTo("forbidden");
        lina.delete(path, edited.version()).expect(204);

        assertThat(lina.get(path).status()).isEqualTo(404);
        assertThat(lina.delete(path, edited.version()).status()).isEqualTo(404);
        assertThat(lina.get("/api/v1/me/events").ids()).doesNotContain(draft.id());
        assertThat(database.getCollection("events").find(eq("_id", draft.id())).first())
                .isNotNull()
                .doesNotContainKeys("owner", "content", "stage", "version");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Topics.messages("maydan.events", draft.id()))
                        .extracting(Topics.Message::type)
                        .containsExactly(
                                "ma.maydan.event.created.v1",
                                "ma.maydan.event.updated.v1",
                                "ma.maydan.event.deleted.v1"));
    }

    @Test
    void aDraftIsEitherSubmittedOrDeletedWhenBothAreAskedAtOnce() {
        var host = tell(anOrganization().ownedBy("mona"));
        var mona = api(TestTokens.person("mona"));
        for (var turn = 0; turn < 5; turn++) {
            var draft = post(TestTokens.person("mona"), "/events", eventBody(host.id(), 10))
                    .expect(201);
            var path = "/api/v1/events/" + draft.id();

            var answers = Parallel.atOnce(
                    8,
                    i -> i % 2 == 0
                            ? mona.delete(path, draft.version())
                            : mona.post(path + "/submit", draft.version()));

            assertThat(answers).filteredOn(answer -> answer.status() / 100 == 2).hasSize(1);
            var deleted = answers.stream().anyMatch(answer -> answer.status() == 204);
            assertThat(mona.get(path).status()).isEqualTo(deleted ? 404 : 200);
        }
    }

    @Test
    void aDeletedDraftMakesRoomAndWhatIsSubmittedIsNotDeleted() {
        var host = tell(anOrganization().ownedBy("nour"));
        var nour = TestTokens.person("nour");
        var draft = post(nour, "/events", eventBody(host.id(), 10)).expect(201);
        for (var i = 1; i < 50; i++) {
            post(nour, "/events", eventBody(host.id(), 10)).expect(201);
        }
        post(nour, "/events", eventBody(host.id(), 10)).expect(409);

        api(nour).delete("/api/v1/events/" + draft.id(), draft.version()).expect(204);

        var last = post(nour, "/events", eventBody(host.id(), 10)).expect(201);
        var submitted =
                transition(nour, last, "/events/" + last.id() + "/submit", "").expect(200);
        var refused = api(nour).delete("/api/v1/events/" + last.id(), submitted.version());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("invalid-transition");
    }
}
