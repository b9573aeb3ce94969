package ma.maydan.incubators.notice;

import static com.mongodb.client.model.Filters.eq;
import static ma.maydan.incubators.Service.API;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.Map;
import ma.maydan.incubators.Flows;
import ma.maydan.incubators.Service;
import ma.maydan.testkit.api.Api;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the members of an organization are told. */
class NoticesIT {

    private static final String NOTICES = "/api/v1/me/notices/organizations";

    private final String owner = Flows.newPerson();
    private final Api person = API.person(owner);

    @Test
    void theMembersHearWhatWasDecidedAndWhyInTheirLanguage() {
        var taken = Flows.underReview(owner, Flows.organization("STARTUP"));
        var reason = Map.of("reasonCode", "INCOMPLETE_EVIDENCE", "reasonText", Map.of("fr", "Il manque le modèle J."));
        API.admin("admin")
                .post(
                        "/api/v1/organizations/" + taken.id() + "/reject",
                        reason,
                        Flows.failed(taken).version())
                .expect(200);

        var notice = only(person.in("fr"));
        assertThat(notice.path("kind").asString()).isEqualTo("organization.rejected");
        assertThat(notice.path("words").path("title").asString()).startsWith("Demande de vérification refusée");
        assertThat(notice.path("words").path("reason").asString())
                .isEqualTo(
                        "Pièces incomplètes\u00a0: Il manque le modèle J. Donnez dans le dossier les documents manquants ou"
                                + " illisibles, puis soumettez de nouveau.");
        assertThat(notice.path("about").path("section").asString()).isEqualTo("organizations");
        assertThat(notice.path("about").path("id").asString()).isEqualTo(taken.id());
        assertThat(only(person.in("ar")).path("words").path("title").asString()).startsWith("لم يُقبل");
        assertThat(API.person("stranger").get(NOTICES).body().path("items")).isEmpty();
    }

    @Test
    void whatIsReadIsNotCountedAndOnlyItsPersonReadsIt() {
        Flows.verified(owner, "INCUBATOR");
        var notice = only(person);
        var read = NOTICES + "/" + notice.path("id").asString() + "/read";
        assertThat(notice.path("unread").asBoolean()).isTrue();
        assertThat(unread()).isEqualTo(2);

        assertThat(API.person("stranger").send("POST", read, null, Map.of()).status())
                .isEqualTo(404);
        assertThat(unread()).isEqualTo(2);
        person.send("POST", read, null, Map.of()).expect(204);

        assertThat(unread()).isEqualTo(1);
        assertThat(only(person).path("unread").asBoolean()).isFalse();
    }

    @Test
    void allUpToATimeAreReadAtOnce() {
        Flows.verified(owner, "INCUBATOR");
        var at = only(person).path("at").asString();

        person.send("POST", NOTICES + "/read", Map.of("upTo", "2020-01-01T00:00:00Z"), Map.of())
                .expect(204);
        assertThat(unread()).isEqualTo(2);
        assertThat(person.send("POST", NOTICES + "/read", Map.of(), Map.of()).status())
                .isEqualTo(422);
        person.send("POST", NOTICES + "/read", Map.of("upTo", at), Map.of()).expect(204);

        assertThat(unread()).isZero();
    }

    @Test
    void whoHoldsAMailDeclinesTheOthersOfItsKindOnce() {
        Flows.verified(owner, "INCUBATOR");
        assertThat(wants()).isTrue();
        var key = Service.bean(MongoDatabase.class)
                .getCollection("contacts")
                .find(eq("_id", owner))
                .first()
                .getString("key");

        API.anonymous()
                .send("POST", "/api/v1/notices/organizations/unsubscribe/" + key, null, Map.of())
                .expect(204);
        assertThat(wants()).isFalse();
        assertThat(API.anonymous()
                        .send("POST", "/api/v1/notices/organizations/unsubscribe/nobodys", null, Map.of())
                        .status())
                .isEqualTo(404);

        person.send("PUT", NOTICES + "/preferences", Map.of("optionalMails", true), Map.of())
                .expect(200);
        assertThat(wants()).isTrue();
    }

    @Test
    void whoOnlyReadsIsNotKept() {
        person.get(NOTICES).expect(200);

        assertThat(Service.bean(MongoDatabase.class).getCollection("contacts").find(eq("_id", owner)))
                .isEmpty();
    }

    @Test
    void nobodyReadsThemWithoutATokenOrAsAMachine() {
        assertThat(API.anonymous().get(NOTICES).status()).isEqualTo(401);
        assertThat(API.machine("programs.read").get(NOTICES).status()).isEqualTo(403);
    }

    private boolean wants() {
        return person.get(NOTICES + "/preferences").body().path("optionalMails").asBoolean();
    }

    private long unread() {
        return person.get(NOTICES + "/count").body().path("unread").asLong();
    }

    /** The one about the decision; the other one tells that the request came. */
    private static JsonNode only(Api reader) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> reader.get(NOTICES).body().path("items").size() == 2);
        var items = reader.get(NOTICES).expect(200).body().path("items");
        assertThat(items.path(1).path("kind").asString()).isEqualTo("organization.submitted");
        return items.path(0);
    }
}
