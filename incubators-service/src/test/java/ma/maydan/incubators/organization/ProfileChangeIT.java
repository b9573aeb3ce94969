package ma.maydan.incubators.organization;

import static ma.maydan.incubators.Service.API;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.maydan.incubators.Flows;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.api.Api;
import ma.maydan.testkit.api.Parallel;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A verified organization changes what it says of itself. */
class ProfileChangeIT {

    private static final String PATH = "/api/v1/organizations/";
    private static final Api ADMIN = API.admin("admin");

    private final String owner = Flows.newPerson();
    private final Answer verified = Flows.verified(owner, "STARTUP");
    private final String path = PATH + verified.id();

    @Test
    void aNewNameCountsOnceAnotherThanTheOfficerHasAccepted() {
        var proposed = propose(named("Nouveau nom"));
        assertThat(proposed.at("/change/profile/legalName/fr")).isEqualTo("Nouveau nom");
        assertThat(proposed.body().at("/change/changed").valueStream().map(JsonNode::asString))
                .containsExactly("legalName");
        var everybody = API.get(path).expect(200);
        assertThat(everybody.at("/legalName/fr")).isEqualTo(verified.at("/legalName/fr"));
        assertThat(everybody.body().has("change")).isFalse();
        assertThat(API.officer("officer")
                        .get("/api/v1/organization-changes?limit=100")
                        .ids())
                .contains(verified.id());

        var taken = API.officer("officer")
                .post(path + "/take-change", proposed.version())
                .expect(200);
        assertThat(taken.at("/change/takenBy")).isEqualTo("officer");
        assertThat(API.person(owner).get(path).body().at("/change/takenBy").isMissingNode())
                .isTrue();
        ADMIN.post(path + "/accept-change", taken.version()).expect(200);

        assertThat(API.get(path).at("/legalName/fr")).isEqualTo("Nouveau nom");
        assertThat(API.get("/api/v1/organizations?q=" + verified.text("ice")).ids())
                .containsExactly(verified.id());
        assertThat(API.officer("officer")
                        .get("/api/v1/organization-changes?limit=100")
                        .ids())
                .doesNotContain(verified.id());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(API.person(owner)
                                .get("/api/v1/me/notices/organizations")
                                .body()
                                .toString())
                        .contains("organization.change_accepted"));
    }

    @Test
    void aReturnedChangeLeavesAllAsItWasAndSaysWhy() {
        var proposed = propose(named("Autre nom"));
        var taken = API.officer("officer")
                .post(path + "/take-change", proposed.version())
                .expect(200);
        ADMIN.post(path + "/return-change", Map.of(), taken.version()).expect(422);
        var returned = ADMIN.post(path + "/return-change", Flows.reason(), taken.version())
                .expect(200);
        assertThat(returned.body().has("change")).isFalse();
        assertThat(returned.at("/legalName/fr")).isEqualTo(verified.at("/legalName/fr"));
    }

    @Test
    void anIceThatIsTakenIsRefusedWhenItIsProposedAndWhenItIsAccepted() {
        var other = Flows.organization("SME");
        var free = Flows.newIce();
        other.put("ice", free);
        var change = Flows.organization("STARTUP");
        change.put("ice", free);
        var taken = API.officer("officer")
                .post(path + "/take-change", propose(change).version())
                .expect(200);

        var rival = Flows.underReview(Flows.newPerson(), other);
        ADMIN.post(PATH + rival.id() + "/verify", rival.version()).expect(200);
        var late = ADMIN.post(path + "/accept-change", taken.version());
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("ice-taken");
        assertThat(API.get(path).text("ice")).isEqualTo(verified.text("ice"));

        var again = API.person(owner).put(path, named("x", free), taken.version());
        assertThat(again.code()).isEqualTo("ice-taken");
    }

    @Test
    void ofManyWhoDecideAtOnceOneDoesAndTheOthersLearnThatItHasChanged() {
        var proposed = propose(named("Vite"));
        var taken = API.officer("officer")
                .post(path + "/take-change", proposed.version())
                .expect(200);
        var statuses = Parallel.atOnce(
                6,
                i -> (i % 2 == 0
                                ? API.admin("admin-" + i).post(path + "/accept-change", taken.version())
                                : API.person(owner).put(path, named("Autre"), taken.version()))
                        .status());
        assertThat(statuses)
                .containsOnlyOnce(200)
                .allMatch(status -> List.of(200, 409, 412).contains(status));
    }

    @Test
    void theClusterStaysOneAlsoAsAChange() {
        assertThat(API.person(owner)
                        .put(path, Flows.organization("CLUSTER"), verified.version())
                        .status())
                .isEqualTo(422);
    }

    @Test
    void strangersAndMembersDecideOnNothing() {
        var version = propose(named("Nom")).version();
        for (var step : List.of("take-change", "accept-change")) {
            assertThat(Stream.of(API.person("stranger"), API.person(owner))
                            .map(who -> who.post(path + "/" + step, version).status()))
                    .containsOnly(403);
            assertThat(API.post(path + "/" + step, version).status()).isEqualTo(401);
        }
        assertThat(API.person("stranger")
                        .post(path + "/withdraw-change", version)
                        .status())
                .isEqualTo(403);
        assertThat(API.person(owner)
                        .post(path + "/withdraw-change", version - 1)
                        .status())
                .isEqualTo(412);
        API.person(owner).post(path + "/withdraw-change", version).expect(200);
        assertThat(API.person(owner).get("/api/v1/organization-changes").status())
                .isEqualTo(403);
    }

    private Answer propose(Map<String, Object> body) {
        return API.person(owner).put(path, body, verified.version()).expect(200);
    }

    private Map<String, Object> named(String name) {
        return named(name, verified.text("ice"));
    }

    private static Map<String, Object> named(String name, String ice) {
        var body = Flows.organization("STARTUP");
        body.put("legalName", Map.of("fr", name));
        body.put("ice", ice);
        return body;
    }
}
