package ma.maydan.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Collectors;
import ma.maydan.testkit.api.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Isolated;

/** What goes on while Kafka, Keycloak or the gateway are away, and that nothing is lost meanwhile. */
@Isolated
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OutagesIT {

    /** How long a token counts after its end, for clocks that differ. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

    private final Portal portal = Portal.running();
    private final Browsing browsing = new Browsing(portal);
    /** Taken before the outages and looked at after them: they fill the time in which it ends. */
    private final String shortToken = shortLivedToken();

    private final Instant taken = Instant.now();

    @AfterAll
    void close() {
        browsing.close();
    }

    @Test
    @Order(1)
    void writesGoOnForHalfAMinuteWithoutKafkaAndTheirEffectIsThereOnceAfterwards() throws Exception {
        var host = Steps.verifiedOrganization(portal, "incubator", "INCUBATOR").id();
        var event = Steps.publishedEvent(portal, "incubator", host, 10).id();
        var submitted = Steps.submittedOrganization(portal, "incubator", "INCUBATOR");
        var organization = "/organizations/" + submitted.id();
        var people = People.of(portal, 20);
        var registrations = new ArrayList<Answer>();

        portal.stack().kill("kafka");
        var back = Instant.now().plusSeconds(30);
        try {
            var underReview = Steps.taken(portal.as("officer"), submitted);
            portal.as("admin")
                    .post(organization + "/verify", underReview.version())
                    .expect(200);
            for (var person : people) {
                registrations.add(person.create("/events/" + event + "/registrations", "{}")
                        .expect(201));
            }
            var cancelled = registrations.getFirst();
            people.getFirst()
                    .post("/registrations/" + cancelled.id() + "/cancel", cancelled.version())
                    .expect(200);
            assertThat(portal.as("incubator")
                            .create("/events", Steps.eventBody(submitted.id(), 5))
                            .status())
                    .as("events-service has not heard of the verification")
                    .isIn(409, 422);
            await().atMost(Duration.ofSeconds(40)).until(() -> Instant.now().isAfter(back));
        } finally {
            portal.stack().start("kafka");
        }

        Steps.eventually(() -> portal.as("incubator").create("/events", Steps.eventBody(submitted.id(), 5)), 201, 60);
        var ids = registrations.stream().map(Answer::id).collect(Collectors.toSet());
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(Published.in(portal, "maydan.registrations").stream()
                                .filter(published -> ids.contains(published.key()))
                                .map(published -> published.type().replaceAll(".*registration\\.|\\.v1", "") + " "
                                        + published.sequence())
                                .distinct()
                                .sorted()
                                .collect(Collectors.groupingBy(type -> type.split(" ")[0], Collectors.counting()))
                                .keySet())
                        .containsExactlyInAnyOrder("confirmed", "waitlisted", "promoted", "cancelled"));
        assertThat(Published.in(portal, "maydan.registrations").stream()
                        .filter(published -> ids.contains(published.key()) && published.sequence() == 1)
                        .map(Published::key)
                        .collect(Collectors.toSet()))
                .as("the first event of each registration")
                .isEqualTo(ids);
        var seats = portal.anonymous().get("/events/" + event).body().path("seats");
        assertThat(seats.path("confirmed").asInt()).isEqualTo(10);
        assertThat(seats.path("waiting").asInt()).isEqualTo(9);
    }

    @Test
    @Order(2)
    void whoIsSignedInGoesOnWhileKeycloakIsDownAndOthersStillSeeThePages() {
        var startup = portal.as("startup");
        try (var window = browsing.window(1280);
                var visitors = browsing.window(1280)) {
            var page = browsing.signedIn(window, "fr", "startup");
            portal.stack().kill("keycloak");
            try {
                page.navigate(portal.gateway() + "/fr/me/registrations");
                assertThat(page.locator("form[action='/logout']").count()).isPositive();
                startup.get("/me/registrations").expect(200);
                portal.anonymous().get("/events").expect(200);
                var visitor = visitors.newPage();
                assertThat(visitor.navigate(portal.gateway() + "/ar/events").status())
                        .isEqualTo(200);
            } finally {
                portal.stack().start("keycloak");
            }
            page.navigate(portal.gateway() + "/fr/me");
            assertThat(page.locator("form[action='/logout']").count()).isPositive();
            assertThat(browsing.signedIn(visitors, "ar", "startup2").title()).isNotBlank();
        }
    }

    @Test
    @Order(3)
    void aSessionAndAFormThatWasOpenSurviveTheGateway() {
        var host = Steps.verifiedOrganization(portal, "incubator", "INCUBATOR").id();
        var event = Steps.publishedEvent(portal, "incubator", host, 5).id();
        try (var window = browsing.window(1280)) {
            var page = browsing.signedIn(window, "en", "startup");
            page.navigate(portal.gateway() + "/en/events/" + event);

            portal.stack().kill("gateway");
            portal.stack().start("gateway");

            page.locator("main form[action$='/register'] button[type=submit]")
                    .first()
                    .click();
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> portal.as("startup")
                            .get("/events/" + event)
                            .body()
                            .at("/myRegistration/status")
                            .asString("")
                            .equals("CONFIRMED"));
            page.navigate(portal.gateway() + "/en/me");
            assertThat(page.locator("form[action='/logout']").count()).isPositive();
        }
    }

    @Test
    @Order(4)
    void aTokenThatHasExpiredIsRefused() {
        await().atMost(CLOCK_SKEW.plusSeconds(20))
                .until(() -> Instant.now().isAfter(taken.plus(CLOCK_SKEW).plusSeconds(5)));

        var answer = portal.withToken(shortToken).get("/me/organizations");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text("code")).isEqualTo("unauthorized");
        assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
    }

    /** For three seconds, from a client of its own that the test's stack takes for a front end; it works while it lives. */
    private String shortLivedToken() {
        portal.makeClient("short-lived", 3);
        var token = portal.token(Map.of(
                "grant_type", "password", "client_id", "short-lived", "username", "startup", "password", "maydan"));
        portal.withToken(token).get("/me/organizations").expect(200);
        return token;
    }
}
