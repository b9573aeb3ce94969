package ma.maydan.incubators.program;

import static ma.maydan.incubators.Flows.expect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import ma.maydan.incubators.Api;
import ma.maydan.incubators.Flows;
import ma.maydan.incubators.Kafka;
import ma.maydan.incubators.TestRealm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ProgramIT {

    private static final String PATH = "/api/v1/programs";

    private final String owner = Flows.newPerson();

    @Test
    void aProgramOfAVerifiedIncubatorReachesThePublicAndLeavesItAgain() {
        var organization = Flows.verified(owner, "INCUBATOR");
        var draft = expect(201, Api.person(owner).create(PATH, Flows.program(organization.id())));
        var path = PATH + "/" + draft.id();
        assertThat(allowed(draft)).containsExactly("submit");
        assertThat(draft.body().at("/organizationName/ar").asString()).isEqualTo("شركة تجريبية");
        assertThat(draft.body().path("languages").path(0).asString()).isEqualTo("ar");
        assertThat(Api.anonymous().get(path).status()).isEqualTo(404);
        assertThat(ids(Api.person(owner).get("/api/v1/me/programs"))).containsExactly(draft.id());

        var submitted = expect(200, Api.person(owner).post(path + "/submit", draft.version()));
        assertThat(allowed(submitted)).isEmpty();
        assertThat(ids(Api.officer("officer").get("/api/v1/program-reviews?limit=100")))
                .contains(draft.id());
        assertThat(allowed(Api.officer("officer").get(path))).containsExactly("publish", "request-changes");

        var published = expect(200, Api.officer("officer").post(path + "/publish", submitted.version()));
        expect(200, Api.anonymous().get(path));
        assertThat(listed(organization.id())).containsExactly(draft.id());
        assertThat(allowed(Api.person(owner).get(path))).containsExactly("archive");

        expect(200, Api.person(owner).post(path + "/archive", published.version()));
        assertThat(listed(organization.id())).isEmpty();
        assertThat(Api.anonymous().get(path).status()).isEqualTo(404);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Kafka.messages("maydan.programs", draft.id()))
                        .extracting(Kafka.Message::type)
                        .containsExactly(
                                "ma.maydan.program.created.v1",
                                "ma.maydan.program.submitted.v1",
                                "ma.maydan.program.published.v1",
                                "ma.maydan.program.archived.v1"));
        var data = Kafka.messages("maydan.programs", draft.id()).getLast().data();
        assertThat(data.path("organizationId").asString()).isEqualTo(organization.id());
        assertThat(data.path("status").asString()).isEqualTo("ARCHIVED");
    }

    @Test
    void theEditorsReadWhichChangesAreRequestedAndMakeThem() {
        var organization = Flows.verified(owner, "ACCELERATOR");
        var submitted = Flows.programInReview(owner, organization.id());
        var path = PATH + "/" + submitted.id();
        assertThat(Api.person(owner)
                        .put(path, Flows.program(organization.id()), submitted.version())
                        .code())
                .isEqualTo("invalid-transition");
        assertThat(Api.officer("officer")
                        .post(path + "/request-changes", Map.of("reasonCode", "OTHER"), submitted.version())
                        .status())
                .isEqualTo(422);

        var returned = expect(
                200, Api.officer("officer").post(path + "/request-changes", Flows.reason(), submitted.version()));

        var read = expect(200, Api.person(owner).get(path));
        assertThat(read.body().at("/decision/outcome").asString()).isEqualTo("CHANGES_REQUESTED");
        assertThat(read.body().at("/decision/reasonText/fr").asString()).isEqualTo("Le registre manque");
        var edited = expect(200, Api.person(owner).put(path, Flows.program(organization.id()), returned.version()));
        expect(200, Api.person(owner).post(path + "/submit", edited.version()));
    }

    @Test
    void theProgramsOfASuspendedOrganizationAreHiddenUntilItIsReinstated() {
        var organization = Flows.verified(owner, "INCUBATOR");
        var program = Flows.published(owner, organization.id());
        var path = "/api/v1/organizations/" + organization.id();

        var suspended = expect(200, Api.admin("admin").post(path + "/suspend", Flows.reason(), organization.version()));
        assertThat(listed(organization.id())).isEmpty();
        assertThat(ids(Api.anonymous().get(PATH + "?limit=100"))).doesNotContain(program.id());
        assertThat(Api.anonymous().get(PATH + "/" + program.id()).status()).isEqualTo(404);
        expect(200, Api.person(owner).get(PATH + "/" + program.id()));
        assertThat(Api.person(owner)
                        .create(PATH, Flows.program(organization.id()))
                        .code())
                .isEqualTo("organization-not-verified");

        expect(200, Api.admin("admin2").post(path + "/reinstate", suspended.version()));
        assertThat(listed(organization.id())).containsExactly(program.id());
    }

    @Test
    void onlyAnOperatorThatIsVerifiedHasPrograms() {
        var draft = Flows.draft(owner, "INCUBATOR");
        assertThat(Api.person(owner).create(PATH, Flows.program(draft.id())).code())
                .isEqualTo("organization-not-verified");
        var startup = Flows.verified(owner, "STARTUP");
        assertThat(Api.person(owner).create(PATH, Flows.program(startup.id())).code())
                .isEqualTo("organization-not-eligible");
        var others = Flows.verified(Flows.newPerson(), "INCUBATOR");
        assertThat(Api.person(owner).create(PATH, Flows.program(others.id())).status())
                .isEqualTo(403);
        var hidden = Flows.draft(Flows.newPerson(), "INCUBATOR");
        assertThat(Api.person(owner).create(PATH, Flows.program(hidden.id())).status())
                .isEqualTo(404);
        assertThat(Api.person(owner).create(PATH, Flows.program("nothing")).status())
                .isEqualTo(404);
    }

    @Test
    void aProgramInEnglishAloneIsNotForPublication() {
        var organization = Flows.verified(owner, "UNIVERSITY");
        var body = Flows.program(organization.id());
        body.put("title", Map.of("en", "Only English"));
        var draft = expect(201, Api.person(owner).create(PATH, body));
        var refused = Api.person(owner).post(PATH + "/" + draft.id() + "/submit", draft.version());
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
        assertThat(Api.officer(officer)
                        .post(path + "/publish", submitted.version())
                        .code())
                .isEqualTo("conflict-of-interest");
        assertThat(Api.person(officer)
                        .post(path + "/publish", submitted.version())
                        .status())
                .isEqualTo(403);
        expect(200, Api.officer("officer").post(path + "/publish", submitted.version()));
    }

    @Test
    void aProgramDoesNotChangeHands() {
        var organization = Flows.verified(owner, "INCUBATOR");
        var other = Flows.verified(owner, "INCUBATOR");
        var draft = expect(201, Api.person(owner).create(PATH, Flows.program(organization.id())));
        var refused = Api.person(owner).put(PATH + "/" + draft.id(), Flows.program(other.id()), draft.version());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/pointer").asString()).isEqualTo("/organizationId");
        assertThat(Api.person("stranger")
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
                "languages  | [\"de\"]      | /languages/0",
                "languages  | [\"ARABIC\"]  | /languages/0",
                "organizationId | \"\"      | /organizationId",
                "status     | \"PUBLISHED\" | /status",
            })
    void whatIsNotValidIsNamedWithItsPlace(String member, String value, String pointer) {
        var body = Flows.program("any");
        body.put(member, Api.JSON.readTree(value));
        var refused = Api.person(owner).create(PATH, body);
        assertThat(refused.status()).as("%s", refused.body()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    @Test
    void eachListHasItsReaders() {
        assertThat(Api.anonymous().get("/api/v1/me/programs").status()).isEqualTo(401);
        assertThat(Api.person(owner).get("/api/v1/program-reviews").status()).isEqualTo(403);
        assertThat(ids(Api.person(owner).get("/api/v1/me/programs"))).isEmpty();
        assertThat(Api.bearer(TestRealm.machine("programs.read")).get(PATH).status())
                .isEqualTo(200);
        assertThat(Api.bearer(TestRealm.machine("events.read")).get(PATH).code())
                .isEqualTo("insufficient-scope");
        assertThat(Api.anonymous().get(PATH + "?organisationId=x").code()).isEqualTo("unknown-parameter");
    }

    private static List<String> listed(String organizationId) {
        return ids(Api.anonymous().get(PATH + "?organizationId=" + organizationId));
    }

    private static List<String> allowed(Api.Answer answer) {
        return answer.body()
                .path("allowedTransitions")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private static List<String> ids(Api.Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return answer.body()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }
}
