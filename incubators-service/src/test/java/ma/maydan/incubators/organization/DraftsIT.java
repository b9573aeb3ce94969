package ma.maydan.incubators.organization;

import static ma.maydan.incubators.Service.API;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import ma.maydan.incubators.Flows;
import ma.maydan.testkit.backends.Topics;
import org.junit.jupiter.api.Test;

/** Who created an organization in error takes it away again, as long as nobody has decided on it. */
class DraftsIT {

    private static final String PATH = "/api/v1/organizations";

    private final String owner = Flows.newPerson();

    @Test
    void aDraftIsDeletedByItsOwnerAndNothingOfItStaysButTheNews() {
        var key = UUID.randomUUID().toString();
        var body = Flows.organization("STARTUP");
        var draft = API.person(owner).create(PATH, body, key).expect(201);
        var path = PATH + "/" + draft.id();
        assertThat(API.officer("officer").delete(path, draft.version()).code()).isEqualTo("forbidden");
        assertThat(API.person("stranger").delete(path, draft.version()).status())
                .isEqualTo(404);
        assertThat(API.person(owner).send("DELETE", path, null, Map.of()).status())
                .isEqualTo(428);
        assertThat(API.person(owner).delete(path, draft.version() + 1).status()).isEqualTo(412);

        API.person(owner).delete(path, draft.version()).expect(204);

        assertThat(API.person(owner).get(path).status()).isEqualTo(404);
        assertThat(API.officer("officer").get(path).status()).isEqualTo(404);
        assertThat(API.person(owner).get("/api/v1/me/organizations").ids()).isEmpty();
        API.person(owner).create(PATH, body, key);
        assertThat(API.person(owner).get(path).status())
                .as("the same key makes nothing again")
                .isEqualTo(404);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Topics.messages("maydan.organizations", draft.id()))
                        .extracting(Topics.Message::type)
                        .containsExactly("ma.maydan.organization.created.v1", "ma.maydan.organization.deleted.v1"));
        assertThat(Topics.messages("maydan.organizations", draft.id())
                        .getLast()
                        .data()
                        .path("members"))
                .as("it belongs to nobody any more")
                .isEmpty();
    }

    @Test
    void aPersonDeletesOneDraftAfterTheOtherAndMayWriteAsManyAgain() {
        for (var turn = 0; turn < 3; turn++) {
            var draft = Flows.draft(owner, "STARTUP");
            API.person(owner).delete(PATH + "/" + draft.id(), draft.version()).expect(204);
        }
        assertThat(API.person(owner).get("/api/v1/me/organizations").ids()).isEmpty();
        for (var turn = 0; turn < 5; turn++) {
            Flows.draft(owner, "STARTUP");
        }
    }

    @Test
    void whatTheClusterHasSeenIsNotDeleted() {
        var taken = Flows.underReview(owner, Flows.organization("STARTUP"));
        var refused = API.person(owner).delete(PATH + "/" + taken.id(), taken.version());
        assertThat(refused.code()).isEqualTo("invalid-transition");
        var rejected = API.admin("admin")
                .post(
                        PATH + "/" + taken.id() + "/reject",
                        Flows.reason(),
                        Flows.failed(taken).version())
                .expect(200);
        assertThat(API.person(owner)
                        .delete(PATH + "/" + taken.id(), rejected.version())
                        .code())
                .isEqualTo("invalid-transition");
    }
}
