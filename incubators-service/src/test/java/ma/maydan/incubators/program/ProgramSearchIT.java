package ma.maydan.incubators.program;

import static ma.maydan.incubators.Service.API;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.maydan.incubators.Flows;
import ma.maydan.testkit.api.Answer;
import org.junit.jupiter.api.Test;

/** The search of the register and of its programs, as their readers meet it. */
class ProgramSearchIT {

    private final String owner = Flows.newPerson();
    /** A word that nothing else has. */
    private final String mark = "q" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "z";

    @Test
    void anOrganizationIsFoundWhileItIsVerifiedAndByItsFilters() {
        var body = Flows.organization("INCUBATOR", "STARTUP");
        body.put("legalName", Map.of("fr", "Les Énergies du " + mark, "ar", "تعاونية الطاقة " + mark));
        var taken = Flows.underReview(owner, body);
        assertThat(organizations("energie " + mark)).as("not verified yet").isEmpty();
        var verified = step("organizations", taken, "verify", Map.of());
        for (var typed : List.of(
                "energie " + mark, "ENERGIES", "تعاونيه الطاقة", "الطَّاقة", mark.substring(0, 6), "enrgies " + mark)) {
            assertThat(organizations(typed + "&limit=100")).as(typed).contains(verified.id());
        }
        assertThat(organizations(mark + "&kind=STARTUP&region=MA-06")).containsExactly(verified.id());
        assertThat(organizations(mark + "&kind=UNIVERSITY")).isEmpty();
        assertThat(organizations(mark + "&region=MA-01")).isEmpty();

        var suspended = step("organizations", verified, "suspend", Flows.reason());
        assertThat(organizations(mark)).as("suspended").isEmpty();
        API.admin("another")
                .post("/api/v1/organizations/" + suspended.id() + "/reinstate", suspended.version())
                .expect(200);
        assertThat(organizations(mark)).as("reinstated").containsExactly(verified.id());
    }

    @Test
    void aProgramIsFoundByWhatWasPublishedWhileItsOwnerIsVerified() {
        var organization = Flows.verified(owner, "INCUBATOR");
        var body = Flows.program(organization.id());
        body.put("title", Map.of("fr", "Accélération " + mark, "ar", "تسريع المقاولات"));
        var draft = API.person(owner).create("/api/v1/programs", body).expect(201);
        assertThat(programs(mark)).as("a draft").isEmpty();
        body.put("title", Map.of("fr", "Incubation " + mark, "ar", "احتضان المقاولات"));
        var path = "/api/v1/programs/" + draft.id();
        var edited = API.person(owner).put(path, body, draft.version()).expect(200);
        var submitted =
                API.person(owner).post(path + "/submit", edited.version()).expect(200);
        API.officer("officer").post(path + "/publish", submitted.version()).expect(200);
        assertThat(programs("acceleration " + mark))
                .as("what it was called has gone")
                .containsExactly(draft.id());
        assertThat(programs("incubateur " + mark)).containsExactly(draft.id());
        assertThat(programs("إحتضان مقاولة&organizationId=" + organization.id()))
                .containsExactly(draft.id());

        var admin = API.admin("admin");
        var now = admin.get("/api/v1/organizations/" + organization.id());
        admin.post("/api/v1/organizations/" + now.id() + "/suspend", Flows.reason(), now.version())
                .expect(200);
        await().untilAsserted(() -> assertThat(programs(mark)).isEmpty());
    }

    private static Answer step(String kind, Answer of, String step, Map<String, Object> body) {
        return API.admin("admin")
                .post("/api/v1/" + kind + "/" + of.id() + "/" + step, body, of.version())
                .expect(200);
    }

    private static List<String> organizations(String query) {
        return API.get("/api/v1/organizations?q=" + query.replace(" ", "%20"))
                .expect(200)
                .ids();
    }

    private static List<String> programs(String query) {
        return API.get("/api/v1/programs?q=" + query.replace(" ", "%20"))
                .expect(200)
                .ids();
    }
}
