package ma.maydan.system;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.regex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import ma.maydan.testkit.api.Answer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The cluster keeps an admin: the last one who stays is not erased. */
@Isolated
class LastAdminIT {

    private static final String PATH = "/me/erasure";

    private final Portal portal = Portal.running();
    private final Erasures asked = new Erasures(portal);
    private final MongoCollection<Document> erasures =
            asked.database("maydan_incubators").getCollection("erasures");
    private final MongoCollection<Document> work =
            asked.database("maydan_incubators").getCollection("work");
    private final String mark = UUID.randomUUID().toString();
    private final String login = RealmAdmin.login("last-admin-" + mark);
    private final String person = new RealmAdmin(portal).person("last-admin-" + mark, "mnc-admin");

    @AfterEach
    void nobodyIsMissed() {
        othersStay();
        new RealmAdmin(portal).takeRole(person, "mnc-admin");
        asked.close();
    }

    @Test
    void whoIsTheLastToStayIsRefusedWhenTheyAskAndOnTheirDay() {
        assertThat(lastAdmin()).isFalse();
        othersGo();
        assertThat(lastAdmin()).isTrue();
        var titles = new HashSet<String>();
        for (var language : Portal.LANGUAGES) {
            var refused = post(language, "", Map.of()).expect(409);
            assertThat(refused.code()).isEqualTo("last-admin");
            titles.add(refused.text("title"));
        }
        assertThat(titles).hasSize(3);

        othersStay();
        post("fr", "", Map.of()).expect(200);
        var link = asked.link(login);
        var confirmation = Map.<String, Object>of("link", link.substring(link.lastIndexOf('/') + 1));
        othersGo();
        assertThat(post("fr", "/confirm", confirmation).expect(409).code()).isEqualTo("last-admin");
        othersStay();
        post("fr", "/confirm", confirmation).expect(200);

        othersGo();
        var id = asked.makeDue(person);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(found(erasures, id).get("stage", Document.class))
                        .as(() -> "the work is " + found(work, "erasure.order:" + id))
                        .containsEntry("status", "REFUSED"));
        assertThat(new RealmAdmin(portal)
                        .get("/users/" + person)
                        .path("enabled")
                        .asBoolean())
                .isTrue();
    }

    private static Document found(MongoCollection<Document> documents, String id) {
        return Objects.requireNonNull(documents.find(eq("_id", id)).first());
    }

    private boolean lastAdmin() {
        return portal.as(login, RealmAdmin.PASSWORD)
                .get(PATH)
                .expect(200)
                .body()
                .path("lastAdmin")
                .asBoolean();
    }

    private Answer post(String language, String step, Map<String, Object> body) {
        return portal.as(login, RealmAdmin.PASSWORD).in(language).send("POST", PATH + step, body, Map.of());
    }

    /** As if all the other admins had confirmed that they go, in two weeks. */
    private void othersGo() {
        new RealmAdmin(portal).get("/roles/mnc-admin/users?max=200").forEach(admin -> {
            var fingerprint = fingerprint(admin.path("id").asString());
            if (!fingerprint.equals(fingerprint(person))) {
                var now = Date.from(Instant.now());
                // Another test may have had them ask.
                erasures.deleteMany(eq("who.activeKey", fingerprint));
                erasures.insertOne(new Document("_id", mark + fingerprint)
                        .append("version", 1L)
                        .append("who", new Document("fingerprint", fingerprint).append("activeKey", fingerprint))
                        .append(
                                "stage",
                                new Document("status", "CONFIRMED")
                                        .append("askedAt", now)
                                        .append("dueAt", now))
                        .append("links", List.of())
                        .append("receipts", List.of())
                        .append("updatedAt", now));
            }
        });
    }

    private void othersStay() {
        erasures.deleteMany(regex("_id", "^" + mark));
    }

    /** What remains of the id of somebody who is erased. */
    private static String fingerprint(String id) {
        try {
            var bytes = ("person\n" + id).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
