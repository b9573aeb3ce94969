package ma.maydan.system;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.zip.ZipInputStream;
import ma.maydan.testkit.api.Api;
import ma.maydan.testkit.backends.Traces;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What the portal holds of a person: shown, handed out, and erased everywhere. */
@ResourceLock(Published.RESOURCE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonalDataIT {

    /** The gateway counts somebody's requests by the minute, and forgets whom once a minute. */
    private static final Duration COUNTED = Duration.ofSeconds(150);

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String CLEANER = "log.cleaner.backoff.ms";

    private final Portal portal = Portal.running();
    private final Browsing browsing = new Browsing();
    private final Erasures asked = new Erasures(portal);
    private final String name = "walker" + UUID.randomUUID().toString().replace("-", "");
    private final String login = RealmAdmin.login(name);

    @AfterAll
    void close() {
        browsing.close();
        asked.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void theNoticeHasWordsForAllThatServicesDeclare(String language) throws IOException {
        var words = new Properties();
        try (var bundle = Files.newBufferedReader(
                Path.of("../portal/src/main/resources/messages/personal_" + language + ".properties"))) {
            words.load(bundle);
        }
        for (var area : List.of("events", "organizations", "partnerships")) {
            var declared = portal.anonymous().get("/personal-data/" + area).expect(200);
            declared.body().path("items").forEach(one -> {
                assertThat(words)
                        .containsKeys(
                                "personal.code." + one.path("code").asString(),
                                "personal.why." + one.path("code").asString(),
                                "personal.kept." + one.path("since").asString());
                one.path("seenBy").forEach(who -> assertThat(words).containsKey("personal.seenBy." + who.asString()));
            });
        }
        try (var window = browsing.window(375)) {
            var page = window.newPage();
            page.navigate(portal.gateway() + "/" + language + "/privacy");
            Browsing.screenshot(page, language + "-privacy");
            assertThat(page.locator("main .panel").count()).isGreaterThan(12);
        }
    }

    @Test
    void aPersonTakesTheirDataAlongIsErasedAndIsNowhere() throws IOException {
        new RealmAdmin(portal).person(name);
        var walker = portal.as(login, RealmAdmin.PASSWORD);
        var id = subject(portal.tokenOf(login));
        acts(walker);
        assertThat(asked.traces(id, name)).as("a control").hasSizeGreaterThan(6);

        try (var window = browsing.window(375)) {
            var page = browsing.signedIn(window, "fr", login, RealmAdmin.PASSWORD);
            takesTheArchive(page, id);
            asksAndConfirms(page);
        }
        asked.makeDue(id);

        var erasures = asked.database("maydan_incubators").getCollection("erasures");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(erasures.countDocuments(eq("who.person", id)))
                        .isZero());
        assertThat(new RealmAdmin(portal).get("/users?username=" + login)).isEmpty();
        await().atMost(COUNTED)
                .untilAsserted(() -> assertThat(asked.traces(id, name)).isEmpty());
        cleaned(() -> await().atMost(Duration.ofSeconds(150))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    mark();
                    assertThat(Traces.inTopics(portal.stack().url("kafka"), id, name))
                            .isEmpty();
                }));
    }

    /** Registers, is told something, proposes, is a member, and has drafts. */
    private void acts(Api walker) {
        var organization =
                Steps.verifiedOrganization(portal, login, "INCUBATOR").id();
        var event = Steps.publishedEvent(portal, login, organization, 1).id();
        walker.create("/events/" + event + "/registrations", "{}").expect(201);
        walker.send("POST", "/me/notices/partnerships/read", Map.of("upTo", "2020-01-01T00:00:00Z"), Map.of())
                .expect(204);
        asked.database("maydan_incubators")
                .getCollection("organizations")
                .updateOne(
                        eq("_id", organization),
                        Updates.push(
                                "membership.members",
                                new Document("personId", "00000000-0000-4000-8000-000000000001")
                                        .append("role", "OWNER")));
        await().atMost(SOON)
                .until(() -> walker.get("/me/notices/organizations").ids().size() > 0);
    }

    private void takesTheArchive(Page page, String id) throws IOException {
        page.navigate(portal.gateway() + "/fr/me/data");
        Browsing.screenshot(page, "fr-my-data");
        Download download = page.waitForDownload(
                () -> page.locator("a[href$='/me/data/archive']").click());
        var files = new HashMap<String, String>();
        try (var zip = new ZipInputStream(Files.newInputStream(download.path()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(files).containsOnlyKeys("index.html", "events.json", "organizations.json", "partnerships.json");
        assertThat(files.get("index.html"))
                .contains("lang=\"fr\" dir=\"ltr\"", login, "Appartenance aux organisations");
        assertThat(files.get("events.json")).contains("registration", login);
        assertThat(JsonMapper.shared().readTree(files.get("organizations.json")).toString())
                .contains(id);

        page.navigate(portal.gateway() + "/login?lang=fr&anew=true&next=/fr/me/data");
        assertThat(page.locator("#password").count())
                .as("the password is asked for again")
                .isEqualTo(1);
        page.navigate(portal.gateway() + "/fr/me/erasure");
    }

    private void asksAndConfirms(Page page) {
        Browsing.screenshot(page, "fr-erasure");
        page.locator("main form [type=submit]").click();
        Browsing.screenshot(page, "fr-erasure-asked");
        page.navigate(portal.gateway() + "/fr" + asked.link(login));
        Browsing.screenshot(page, "fr-erasure-confirm");
        page.locator("main form [type=submit]").click();
        Browsing.screenshot(page, "fr-erasure-confirmed");
        assertThat(page.locator("main").textContent()).contains("Renoncer à la suppression");
    }

    /** Runs while topics are cleaned within seconds: by a cleaner that looks twice a second, not every 15. */
    private void cleaned(Runnable search) {
        alter("1000", new AlterConfigOp(new ConfigEntry(CLEANER, "500"), AlterConfigOp.OpType.SET));
        try {
            search.run();
        } finally {
            alter("86400000", new AlterConfigOp(new ConfigEntry(CLEANER, null), AlterConfigOp.OpType.DELETE));
        }
    }

    private void alter(String lag, AlterConfigOp cleaner) {
        try (var admin = admin()) {
            var changes = new HashMap<ConfigResource, Collection<AlterConfigOp>>();
            // Of all brokers.
            changes.put(new ConfigResource(ConfigResource.Type.BROKER, ""), List.of(cleaner));
            for (var topic : topics(admin)) {
                changes.put(
                        new ConfigResource(ConfigResource.Type.TOPIC, topic),
                        List.of(new AlterConfigOp(
                                new ConfigEntry("max.compaction.lag.ms", lag), AlterConfigOp.OpType.SET)));
            }
            admin.incrementalAlterConfigs(changes).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the services do once an hour. */
    private void mark() {
        try (var admin = admin();
                var producer = new KafkaProducer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers", portal.stack().url("kafka")),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            for (var topic : topics(admin)) {
                producer.partitionsFor(topic)
                        .forEach(one -> producer.send(new ProducerRecord<>(topic, one.partition(), "mark", null)));
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", portal.stack().url("kafka")));
    }

    private static List<String> topics(Admin admin) throws InterruptedException, ExecutionException {
        return admin.listTopics().names().get().stream()
                .filter(topic -> topic.startsWith("maydan.") && !topic.endsWith(".dlt"))
                .toList();
    }

    private static String subject(String token) {
        var claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
        return JsonMapper.shared().readTree(claims).path("sub").asString();
    }
}
