package ma.maydan.events.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import ma.maydan.events.EventsIT;
import ma.maydan.local.TestTokens;
import ma.maydan.local.testing.Answer;
import ma.maydan.local.testing.Parallel;
import org.junit.jupiter.api.Test;

/** A host prepares a bounded number of events, also when it asks for all of them at once. */
class DraftsIT extends EventsIT {

    private static final String REASON = """
            {"reasonCode": "OTHER", "reasonText": {"fr": "Trop tôt"}}
            """;

    @Test
    void aHostHasFiftyEventsInPreparationAndACancelledOneMakesRoom() {
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
        transition(token, one, "/events/" + one.id() + "/cancel", REASON).expect(200);
        post(token, "/events", eventBody(host, 10)).expect(201);
        post(token, "/events", eventBody(host, 10)).expect(409);
    }
}
