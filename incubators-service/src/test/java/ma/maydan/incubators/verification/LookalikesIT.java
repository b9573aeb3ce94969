package ma.maydan.incubators.verification;

import static ma.maydan.incubators.Service.API;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.maydan.incubators.Flows;
import ma.maydan.incubators.Service;
import ma.maydan.testkit.api.Answer;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** The officer sees beside a case what its name can be taken for. */
class LookalikesIT {

    private static final String PATH = "/api/v1/organizations";

    private final String owner = Flows.newPerson();
    private final String unique = UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    private final String name = "Atlas " + unique + " Capital";

    @Test
    void aNameInAnotherScriptIsACandidateAndSaysWhy() {
        var original = verified(name);
        var imitation = submitted(name.replace('a', 'а'));
        var answer = lookalikes(imitation).expect(200);
        assertThat(ids(answer)).containsExactly(original.id());
        assertThat(answer.at("/candidates/0/registrationStatus")).isEqualTo("VERIFIED");
        assertThat(answer.at("/candidates/0/region")).isEqualTo("MA-06");
        assertThat(answer.at("/candidates/0/ice")).isEqualTo(original.text("ice"));
        assertThat(answer.at("/candidates/0/why/0")).isEqualTo("OTHER_SCRIPT");
        assertThat(answer.at("/foreignLetters/0")).isEqualTo("а");
    }

    @Test
    void theSameNameAndTheSameIceAreCandidatesTheVerifiedFirst() {
        var waiting = submitted(name + " SARL");
        var original = verified("ATLAS-" + unique + " capitàl");
        var body = named(name);
        var ice = Flows.organization("STARTUP").get("ice");
        body.put("ice", ice);
        var imitation = submitted(body);
        var byIce = named("Autre " + UUID.randomUUID());
        byIce.put("ice", ice);
        var other = submitted(byIce);

        var answer = lookalikes(imitation).expect(200);
        assertThat(ids(answer)).containsExactlyInAnyOrder(original.id(), waiting.id(), other.id());
        assertThat(ids(answer).getFirst()).isEqualTo(original.id());
        assertThat(answer.at("/candidates/0/why/0")).isEqualTo("SAME_NAME");
        assertThat(lookalikes(other).expect(200).at("/candidates/0/why/0")).isEqualTo("SAME_ICE");
    }

    @Test
    void anEditedNameIsFoundByItsNewLetters() {
        var draft = API.person(owner).create(PATH, named("Avant " + unique)).expect(201);
        API.person(owner).put(PATH + "/" + draft.id(), named(name), 1).expect(200);
        var imitation = submitted(name.toUpperCase(java.util.Locale.ROOT));
        assertThat(ids(lookalikes(imitation))).containsExactly(draft.id());
    }

    @Test
    void theyAreForOfficersAlone() {
        var imitation = submitted(name);
        var path = "/api/v1/verification-cases/" + imitation.id() + "/lookalikes";
        assertThat(API.get(path).status()).isEqualTo(401);
        assertThat(API.person(owner).get(path).status()).isEqualTo(403);
        assertThat(API.machine("registry.organizations.read").get(path).status())
                .isEqualTo(403);
        assertThat(API.officer("officer")
                        .get("/api/v1/verification-cases/nothing/lookalikes")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aNameThatHidesSomethingIsRefusedAtItsLanguage() {
        for (var hidden : List.of("At\u200blas", "At\u200clas", "At\ufe0flas")) {
            var refused = API.person(owner).create(PATH, named(hidden)).expect(422);
            assertThat(refused.at("/errors/0/pointer")).isEqualTo("/legalName/fr");
            assertThat(refused.at("/errors/0/code")).isEqualTo("hidden-characters");
        }
        for (var turned : List.of("\u202eAtlas", "At\u2066las")) {
            var refused = API.person(owner).create(PATH, named(turned)).expect(422);
            assertThat(refused.at("/errors/0/pointer")).isEqualTo("/legalName/fr");
            assertThat(refused.at("/errors/0/code")).isEqualTo("turns-direction");
        }
    }

    @Test
    void organizationsFromBeforeGetTheirKeysAfterAStart() {
        var original = verified(name);
        var organizations = Service.bean(MongoDatabase.class).getCollection("organizations");
        organizations.updateOne(Filters.eq("_id", original.id()), Updates.unset("entry.names"));
        var imitation = submitted(name.replace('a', 'а'));
        assertThat(ids(lookalikes(imitation))).isEmpty();

        Service.starts();

        await().untilAsserted(() -> assertThat(ids(lookalikes(imitation))).containsExactly(original.id()));
        assertThat(organizations.find(Filters.eq("_id", original.id())).map(document -> document.getLong("version")))
                .as("nobody's If-Match fails for it")
                .containsExactly(original.version());
        assertThat(organizations.find(new Document("entry.names", null))).isEmpty();
    }

    private Answer lookalikes(Answer of) {
        return API.officer("officer").get("/api/v1/verification-cases/" + of.id() + "/lookalikes");
    }

    private static List<String> ids(Answer answer) {
        return answer.expect(200)
                .body()
                .path("candidates")
                .valueStream()
                .map(candidate -> candidate.path("id").asString())
                .toList();
    }

    private Answer verified(String named) {
        var taken = Flows.underReview(owner, named(named));
        return API.admin("admin")
                .post(PATH + "/" + taken.id() + "/verify", taken.version())
                .expect(200);
    }

    private Answer submitted(String named) {
        return submitted(named(named));
    }

    private static Answer submitted(Map<String, Object> body) {
        var person = API.person(Flows.newPerson());
        var draft = person.create(PATH, body).expect(201);
        return Flows.submitted(person, draft);
    }

    private static Map<String, Object> named(String name) {
        var body = Flows.organization("STARTUP");
        body.put("legalName", Map.of("fr", name));
        return body;
    }
}
