package ma.maydan.incubators.program;

import static ma.maydan.incubators.Service.API;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ma.maydan.incubators.Flows;
import ma.maydan.incubators.Service;
import ma.maydan.testkit.api.Api;
import ma.maydan.testkit.backends.Topics;
import ma.maydan.testkit.backends.Topics.Message;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramIT {

    private static final String PATH = "/api/v1/programs";

    private final String owner = Flows.newPerson();

    @Test
    void aProgramOfAVerifiedIncubatorReachesThePublicAndLeavesItAgain() {
        var organization = Flows.verified(owner, "INCUBATOR");
        var draft =
                API.person(owner).create(PATH, Flows.program(organization.id())).expect(201);
        var path = PATH + "/" + draft.id();
        assertThat(draft.allowedTransitions()).containsExactly("edit", "submit", "delete");
        assertThat(draft.body().at("/organizationName/ar").asString()).isEqualTo("شركة تجريبية");
        assertThat(draft.body().path("languages").path(0).asString()).isEqualTo("ar");
        assertThat(API.get(path).status()).isEqualTo(404);
        assertThat(API.person(owner).get("/api/v1/me/programs").ids()).containsExactly(draft.id());

        var submitted =
                API.person(owner).post(path + "/submit", draft.version()).expect(200);
        assertThat(submitted.allowedTransitions()).isEmpty();
        assertThat(API.officer("officer")
                        .get("/api/v1/program-reviews?limit=100")
                        .ids())
                .contains(draft.id());
        assertThat(API.officer("officer").get(path).allowedTransitions()).containsExactly("publish", "request-changes");

        var published = API.officer("officer")
                .post(path + "/publish", submitted.version())
                .expect(200);
        API.get(path).expect(200);
        assertThat(listed(organization.id())).containsExactly(draft.id());
        assertThat(API.person(owner).get(path).allowedTransitions()).containsExactly("archive");

        API.person(owner).post(path + "/archive", published.version()).expect(200);
        assertThat(listed(organization.id())).isEmpty();
        assertThat(API.get(path).status()).isEqualTo(404);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Topics.messages("maydan.programs", draft.id()))
                        .extracting(Message::type)
                        .containsExactly(
                                "ma.maydan.program.created.v1",
                                "ma.maydan.program.submitted.v1",
                                "ma.maydan.program.published.v1",
                                "ma.maydan.program.archived.v1"));
        var data = Topics.messages("maydan.programs", draft.id()).getLast().data();
        assertThat(data.path("organizationId").asString()).isEqualTo(organization.id());
        assertThat(data.path("status").asString()).isEqualTo("ARCHIVED");
    }

    @Test
    void theEditorsReadWhichChangesAreRequestedAndMakeThem() {
        var organization = Flows.verified(owner, "ACCELERATOR");
        var submitted = Flows.programInReview(owner, organization.id());
        var path = PATH + "/" + submitted.id();
        assertThat(API.person(owner)
                        .put(path, Flows.program(organization.id()), submitted.version())
                        .code())
                .isEqualTo("invalid-transition");
        assertThat(API.officer("officer")
                        .post(path + "/request-changes", Map.of("reasonCode", "OTHER"), submitted.version())
                        .status())
                .isEqualTo(422);

        var returned = API.officer("officer")
                .post(path + "/request-changes", Flows.reason(), submitted.version())
                .expect(200);

        var read = API.person(owner).get(path).expect(200);
        assertThat(read.body().at("/decision/outcome").asString()).isEqualTo("CHANGES_REQUESTED");
        assertThat(read.body().at("/decision/reasonText/fr").asString()).isEqualTo("Le registre manque");
        var edited = API.person(owner)
                .put(path, Flows.program(organization.id()), returned.version())
                .expect(200);
        API.person(owner).post(path + "/submit", edited.version()).expect(200);
    }

    @Test
    void theProgramsOfASuspendedOrganizationAreHiddenUntilItIsReinstated() {
        var organization = Flows.verified(owner, "INCUBATOR");
        var program = Flows.published(owner, organization.id());
        var path = "/api/v1/organizations/" + organization.id();

        var suspended = API.admin("admin")
                .post(path + "/suspend", Flows.reason(), organization.version())
                .expect(200);
        assertThat(listed(organization.id())).isEmpty();
        assertThat(API.get(PATH + "?limit=100").ids()).doesNotContain(program.id());
        assertThat(API.get(PATH + "/" + program.id()).status()).isEqualTo(404);
        API.person(owner).get(PATH + "/" + program.id()).expect(200);
        assertThat(API.person(owner)
                        .create(PATH, Flows.program(organization.id()))
                        .code())
                .isEqualTo("organization-not-verified");

        await().untilAsserted(() -> assertThat(ownerIsVerified(program.id()))
                .as("what is hidden is not read")
                .isFalse());

        API.admin("admin2").post(path + "/reinstate", suspended.version()).expect(200);
        await().untilAsserted(() -> assertThat(listed(organization.id())).containsExactly(program.id()));
    }

    private static boolean ownerIsVerified(String id) {
        var standing = Objects.requireNonNull(
                        stored().find(Filters.eq("_id", id)).first())
                .get("owner", Document.class)
                .get("standing", Document.class);
        return standing.getBoolean("verified");
    }

    private static MongoCollection<Document> stored() {
        return Service.bean(MongoDatabase.class).getCollection("programs");
    }

    @Test
    void onlyAnOperatorThatIsVerifiedHasPrograms() {
        var draft = Flows.draft(owner, "INCUBATOR");
        assertThat(API.person(owner).create(PATH, Flows.program(draft.id())).code())
                .isEqualTo("organization-not-verified");
        var startup = Flows.verified(owner, "STARTUP");
        assertThat(API.person(owner).create(PATH, Flows.program(startup.id())).code())
                .isEqualTo("organization-not-eligible");
        var others = Flows.verified(Flows.newPerson(), "INCUBATOR");
        assertThat(API.person(owner).create(PATH, Flows.program(others.id())).status())
                .isEqualTo(403);
        var hidden = Flows.draft(Flows.newPerson(), "INCUBATOR");
        assertThat(API.person(owner).create(PATH, Flows.program(hidden.id())).status())
                .isEqualTo(404);
        assertThat(API.person(owner).create(PATH, Flows.program("nothing")).status())
                .isEqualTo(404);
    }

    @Test
    void aProgramInEnglishAloneIsNotForPublication() {
        var organization = Flows.verified(owner, "UNIVERSITY");
        var body = Flows.program(organization.id());
        body.put("title", Map.of("en", "Only English"));
        var draft = API.person(owner).create(PATH, body).expect(201);
        var refused = API.person(owner).post(PATH + "/" + draft.id() + "/submit", draft.version());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/pointer").asString()).isEqualTo("/title");
        assertThat(refused.body().at("/errors/0/code").asString()).isEqualTo("arabic-or-french");
    }

    @Test
    void nobodyPublishesAProgramOfTheirOwnOrganization() {
        var officer = Flows.newPerson();
        var organization = Flows.verified(officer, "INCUBATOR");
        var submitted = Flows.programInReview(officer, organization.id());
        var path = PATH + "/" + submitted.id();
        assertThat(API.officer(officer)
                        .post(path + "/publish", submitted.version())
                        .code())
                .isEqualTo("conflict-of-interest");
        assertThat(API.person(officer)
                        .post(path + "/publish", submitted.version())
                        .status())
                .isEqualTo(403);
        API.officer("officer").post(path + "/publish", submitted.version()).expect(200);
    }

    @Test
    void aProgramDoesNotChangeHands() {
        var organization = Flows.verified(owner, "INCUBATOR");
        var other = Flows.verified(owner, "INCUBATOR");
        var draft =
                API.person(owner).create(PATH, Flows.program(organization.id())).expect(201);
        var refused = API.person(owner).put(PATH + "/" + draft.id(), Flows.program(other.id()), draft.version());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/pointer").asString()).isEqualTo("/organizationId");
        assertThat(API.person("stranger")
                        .put(PATH + "/" + draft.id(), Flows.program(organization.id()), draft.version())
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title      | {}            | /title",
                "summary    | null          | /summary",
                "kind       | \"PARTY\"     | /kind",
                "kind       | null          | /kind",
                "kind       | 0             | /kind",
                "mode       | \"\"          | /mode",
                "sectors    | null          | /sectors",
                "sectors    | [\"SPACE\"]   | /sectors/0",
                "sectors    | [null]        | /sectors/0",
                "languages  | []            | /languages",
                "funding    | 0             | /funding",
                "funding    | -1            | /funding",
                "funding    | 1000000001    | /funding",
                "funding    | 99999999999   | /funding",
                "funding    | 1.5           | /funding",
                "funding    | \"50000\"     | /funding",
                "languages  | [\"de\"]      | /languages/0",
                "languages  | [\"ARABIC\"]  | /languages/0",
                "organizationId | \"\"      | /organizationId",
                "status     | \"PUBLISHED\" | /status",
            })
    void whatIsNotValidIsNamedWithItsPlace(String member, String value, String pointer) {
        var body = Flows.program("any");
        body.put(member, Api.JSON.readTree(value));
        var refused = API.person(owner).create(PATH, body);
        assertThat(refused.status()).as("%s", refused.body()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    @Test
    void theFundingOfAProgramIsInWholeDirhamsAndMayBeTakenAway() {
        var operator = Flows.verified(owner, "INCUBATOR").id();
        var body = Flows.program(operator);
        body.put("funding", 1_000_000_000);
        var draft = API.person(owner).create("/api/v1/programs", body).expect(201);
        assertThat(draft.body().path("funding").asInt()).isEqualTo(1_000_000_000);

        body.remove("funding");
        var path = "/api/v1/programs/" + draft.id();
        API.person(owner).put(path, body, draft.version()).expect(200);
        assertThat(API.person(owner).get(path).body().has("funding")).isFalse();
    }

    @Test
    void whatWaitsIsInTheOrderAndOfTheKindThatIsAskedFor() {
        var operator = Flows.verified(owner, "INCUBATOR").id();
        var first = Flows.programInReview(owner, operator).id();
        var second = Flows.programInReview(owner, operator).id();
        var officer = API.officer("officer");
        var path = "/api/v1/program-reviews?limit=100";
        var ids = officer.get(path + "&kind=INCUBATION").ids();
        assertThat(ids).containsSubsequence(first, second);
        assertThat(officer.get(path + "&kind=INCUBATION&sort=-submittedAt").ids())
                .isEqualTo(ids.reversed());
        assertThat(officer.get(path + "&kind=HACKATHON").ids()).doesNotContain(first, second);
        assertThat(officer.get(path + "&kind=PARTY").status()).isEqualTo(422);
        assertThat(officer.get(path + "&sort=title").status()).isEqualTo(422);
        assertThat(officer.get(path).body().at("/items/0/submittedAt").asString())
                .isNotEmpty();
    }

    @Test
    void eachListHasItsReaders() {
        assertThat(API.get("/api/v1/me/programs").status()).isEqualTo(401);
        assertThat(API.person(owner).get("/api/v1/program-reviews").status()).isEqualTo(403);
        assertThat(API.person(owner).get("/api/v1/me/programs").ids()).isEmpty();
        assertThat(API.machine("programs.read").get(PATH).status()).isEqualTo(200);
        assertThat(API.machine("events.read").get(PATH).code()).isEqualTo("insufficient-scope");
        assertThat(API.get(PATH + "?organisationId=x").code()).isEqualTo("unknown-parameter");
    }

    private static List<String> listed(String organizationId) {
        return API.get(PATH + "?organizationId=" + organizationId).ids();
    }

    @Test
    void aDraftIsDeletedByAnEditorAndNothingOfItStaysButTheNews() {
        var organization = Flows.verified(owner, "INCUBATOR");
        var draft =
                API.person(owner).create(PATH, Flows.program(organization.id())).expect(201);
        var path = PATH + "/" + draft.id();
        assertThat(API.officer("officer").delete(path, draft.version()).code()).isEqualTo("forbidden");
        assertThat(API.person("stranger").delete(path, draft.version()).status())
                .isEqualTo(404);

        API.person(owner).delete(path, draft.version()).expect(204);

        assertThat(API.person(owner).get(path).status()).isEqualTo(404);
        assertThat(API.person(owner).get("/api/v1/me/programs").ids()).doesNotContain(draft.id());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Topics.messages("maydan.programs", draft.id()))
                        .extracting(Message::type)
                        .containsExactly("ma.maydan.program.created.v1", "ma.maydan.program.deleted.v1"));
        var submitted = Flows.programInReview(owner, organization.id());
        assertThat(API.person(owner)
                        .delete(PATH + "/" + submitted.id(), submitted.version())
                        .code())
                .isEqualTo("invalid-transition");
    }
}
