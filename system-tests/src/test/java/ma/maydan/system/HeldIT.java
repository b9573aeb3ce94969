package ma.maydan.system;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people see of what they hold when the thing it hangs on goes away, in a real browser, in three languages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeldIT {

    private final Portal portal = Portal.running();
    private final Browsing browsing = new Browsing(portal);

    @AfterAll
    void close() {
        browsing.close();
    }

    @ParameterizedTest
    @CsvSource({"ar, سبب, 375", "fr, Motif, 1280", "en, Reason, 375"})
    void whoIsRegisteredReadsWhyTheEventIsCancelled(String language, String reason, int width) {
        var host = Steps.verifiedOrganization(portal, "incubator", "INCUBATOR").id();
        var event = Steps.publishedEvent(portal, "incubator", host, 1);
        var path = "/events/" + event.id();
        var seat = portal.as("startup").create(path + "/registrations", "{}").expect(201);
        var waiting =
                portal.as("startup2").create(path + "/registrations", "{}").expect(201);
        portal.as("incubator")
                .post(path + "/cancel", Steps.REASON, event.version())
                .expect(200);
        portal.as("startup")
                .post("/registrations/" + seat.id() + "/cancel", seat.version())
                .expect(200);

        assertThat(portal.as("startup2").get("/registrations/" + waiting.id()).text("status"))
                .isEqualTo("WAITLISTED");
        try (var window = browsing.window(width)) {
            var page = browsing.signedIn(window, language, "startup2");
            for (var one : List.of("/me/registrations", path)) {
                page.navigate(portal.gateway() + "/" + language + one);
                assertThat(page.locator("main").innerText()).contains(reason);
                assertThat(page.locator("main a[href$='/registrations/" + waiting.id() + "/cancel']")
                                .count())
                        .isZero();
                sound(
                        page,
                        language + "-held-cancelled"
                                + one.replaceAll("/[^/]*$", "").replace('/', '-'));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"ar, 375", "fr, 375", "en, 1280"})
    void theOwnerReadsWhatIsSuspendedAndWhyAndWhoIsRegisteredThatItIs(String language, int width) {
        var organization = Steps.verifiedOrganization(portal, "incubator", "INCUBATOR");
        var event = Steps.publishedEvent(portal, "incubator", organization.id(), 5);
        var path = "/events/" + event.id();
        portal.as("startup").create(path + "/registrations", "{}").expect(201);
        portal.as("admin")
                .post("/organizations/" + organization.id() + "/suspend", Steps.REASON, organization.version())
                .expect(200);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> portal.as("startup").get(path).text("status").equals("SUSPENDED"));

        var reason = switch (language) {
            case "ar" -> "سبب";
            case "fr" -> "Motif";
            default -> "Reason";
        };
        try (var owners = browsing.window(width);
                var others = browsing.window(width)) {
            var owner = browsing.signedIn(owners, language, "incubator");
            owner.navigate(portal.gateway() + "/" + language + path);
            assertThat(owner.locator("#suspension").innerText()).contains(reason);
            sound(owner, language + "-held-suspended-owner");
            var registered = browsing.signedIn(others, language, "startup");
            registered.navigate(portal.gateway() + "/" + language + path);
            assertThat(registered.locator("#suspension").innerText()).doesNotContain(reason);
            assertThat(registered.locator("#registration .note.attention").count())
                    .isEqualTo(1);
            sound(registered, language + "-held-suspended-registered");
        }
    }

    @ParameterizedTest
    @CsvSource({"ar, 375", "fr, 1280", "en, 375"})
    void whatIsOverStandsApartFromWhatIsComingAndCannotBeGivenUp(String language, int width) {
        var host = Steps.verifiedOrganization(portal, "incubator", "INCUBATOR").id();
        var coming = Steps.publishedEvent(portal, "incubator", host, 5);
        var over = Steps.publishedEvent(portal, "incubator", host, 5);
        var startup = portal.as("startup");
        var next = startup.create("/events/" + coming.id() + "/registrations", "{}")
                .expect(201);
        var past =
                startup.create("/events/" + over.id() + "/registrations", "{}").expect(201);
        isOver(over.id());

        try (var window = browsing.window(width)) {
            var page = browsing.signedIn(window, language, "startup");
            page.navigate(portal.gateway() + "/" + language + "/me/registrations");
            var link = "a[href$='/events/%s']";
            assertThat(page.locator("section[aria-labelledby=coming] " + link.formatted(coming.id()))
                            .count())
                    .isEqualTo(1);
            assertThat(page.locator("section[aria-labelledby=past] " + link.formatted(over.id()))
                            .count())
                    .isEqualTo(1);
            assertThat(page.locator("a[href$='/registrations/" + next.id() + "/cancel']")
                            .count())
                    .isEqualTo(1);
            assertThat(page.locator("a[href$='/registrations/" + past.id() + "/cancel']")
                            .count())
                    .isZero();
            sound(page, language + "-held-coming-and-past");
            page.navigate(portal.gateway() + "/" + language + "/events/" + over.id());
            assertThat(page.locator("main a[href$='/cancel']").count()).isZero();
            sound(page, language + "-held-over");
        }
        var late = startup.post("/registrations/" + past.id() + "/cancel", past.version());
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("code")).isEqualTo("invalid-transition");
    }

    /** As if it had been yesterday. */
    private void isOver(String event) {
        var start = Instant.now().minus(Duration.ofDays(1));
        var end = start.plus(Duration.ofHours(2));
        try (var client = MongoClients.create(portal.stack().url("mongodb"))) {
            var database = client.getDatabase("maydan_events");
            database.getCollection("events")
                    .updateOne(
                            eq("_id", event),
                            combine(
                                    set("content.schedule.startsAt", Date.from(start)),
                                    set("content.schedule.endsAt", Date.from(end))));
            database.getCollection("registrations")
                    .updateMany(
                            eq("event.id", event),
                            combine(set("event.startsAt", Date.from(start)), set("event.endsAt", Date.from(end))));
        }
    }

    @Test
    void theClusterCarriesNoPartnerBadge() {
        var partnership = portal.anonymous().get("/partnerships?limit=1").expect(200);
        var cluster = partnership
                .body()
                .at("/items/0/parties")
                .valueStream()
                .map(party -> party.path("organizationId").asString())
                .map(id -> portal.anonymous().get("/organizations/" + id).body())
                .filter(party -> party.path("kinds").toString().contains("CLUSTER"))
                .findFirst()
                .orElseThrow();

        assertThat(cluster.path("partner").asBoolean(true)).isFalse();
    }

    private static void sound(Page page, String name) {
        Browsing.screenshot(page, name);
        assertThat(Browsing.axe(page).analyze().getViolations()).as(name).isEmpty();
    }
}
