package ma.maydan.incubators;

import static ma.maydan.incubators.Service.API;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Map;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.api.Parallel;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one person, and one organization, can pile up is bounded, also when they ask for all of it at once. */
class LimitsIT {

    private static final String ORGANIZATIONS = "/api/v1/organizations";
    private static final String PROGRAMS = "/api/v1/programs";

    private final String owner = Flows.newPerson();

    @Test
    void aPersonOwnsFiveUnverifiedOrganizationsAlsoInARace() {
        var answers = Parallel.atOnce(50, i -> API.person(owner).create(ORGANIZATIONS, Flows.organization("STARTUP")));
        bounded(answers, 5, "too-many-unverified");
        assertThat(API.person(owner).get("/api/v1/me/organizations").ids()).hasSize(5);
    }

    @Test
    void aVerifiedOneMakesRoomForAnother() {
        for (var i = 0; i < 4; i++) {
            Flows.draft(owner, "STARTUP");
        }
        Flows.verified(owner, "STARTUP");
        Flows.draft(owner, "STARTUP");
        assertThat(API.person(owner)
                        .create(ORGANIZATIONS, Flows.organization("STARTUP"))
                        .code())
                .isEqualTo("too-many-unverified");
        Flows.draft(Flows.newPerson(), "STARTUP");
    }

    @Test
    void aRejectedOneStillCounts() {
        var taken = Flows.underReview(owner, Flows.organization("STARTUP"));
        API.admin("admin")
                .post(
                        ORGANIZATIONS + "/" + taken.id() + "/reject",
                        Flows.reason(),
                        Flows.failed(taken).version())
                .expect(200);
        for (var i = 0; i < 4; i++) {
            Flows.draft(owner, "STARTUP");
        }
        API.person(owner).create(ORGANIZATIONS, Flows.organization("STARTUP")).expect(409);
    }

    @Test
    void anOrganizationHasFiftyUnpublishedProgramsAlsoInARace() {
        var organization = Flows.verified(owner, "INCUBATOR").id();
        var answers = Parallel.atOnce(60, i -> API.person(owner).create(PROGRAMS, Flows.program(organization)));
        bounded(answers, 50, "too-many-drafts");

        var first = answers.stream()
                .filter(answer -> answer.status() == 201)
                .findFirst()
                .orElseThrow();
        var submitted = API.person(owner)
                .post(PROGRAMS + "/" + first.id() + "/submit", first.version())
                .expect(200);
        API.person(owner).create(PROGRAMS, Flows.program(organization)).expect(409);
        API.officer("officer")
                .post(PROGRAMS + "/" + first.id() + "/publish", submitted.version())
                .expect(200);
        API.person(owner).create(PROGRAMS, Flows.program(organization)).expect(201);
    }

    @Test
    void theIndexKeepsTheBound() {
        assertThat(Service.bean(MongoDatabase.class)
                        .getCollection("organizations")
                        .listIndexes())
                .anySatisfy(index -> {
                    assertThat(index.get("key")).isEqualTo(new Document("membership.slot", 1));
                    assertThat(index.getBoolean("unique")).isTrue();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void theRefusalSaysTheLimitAndTheRemedy(String language) {
        for (var i = 0; i < 5; i++) {
            Flows.draft(owner, "STARTUP");
        }
        var refused = API.person(owner)
                .in(language)
                .create(ORGANIZATIONS, Flows.organization("STARTUP"))
                .expect(409);
        assertThat(refused.text("detail"))
                .contains("5")
                .contains(Map.of("ar", "عدّل", "fr", "Modifiez", "en", "Change").get(language));
    }

    private static void bounded(List<Answer> answers, int limit, String code) {
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(limit);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .extracting(Answer::code)
                .containsOnly(code);
    }
}
