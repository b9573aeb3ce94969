package ma.maydan.events.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.maydan.events.EventsIT;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.backends.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventIT extends EventsIT {

    private static final String RETURNED =
            "{\"reasonCode\":\"OTHER\",\"reasonText\":{\"fr\":\"Précisez le lieu\",\"ar\":\"حدد المكان\"}}";

    @Test
    void anEventIsSeenByAllOnlyOnceItIsPublished() {
        var host = verifiedHost("olga");
        var olga = TestTokens.person("olga");
        var draft = post(olga, "/events", eventBody(host, 10));
        var path = "/events/" + draft.text("id");

        assertThat(draft.status()).isEqualTo(201);
        assertThat(draft.text("status")).isEqualTo("DRAFT");
        assertThat(draft.body().path("allowedTransitions").toString())
                .isEqualTo("[\"edit\",\"image\",\"submit\",\"delete\"]");
        assertThat(get(null, path).status()).isEqualTo(404);

        var submitted = transition(olga, draft, path + "/submit", "");
        assertThat(get(OFFICER, "/event-reviews?limit=100").body().toString()).contains(draft.text("id"));
        var published = transition(ADMIN, submitted, path + "/publish", "");

        assertThat(published.text("status")).isEqualTo("PUBLISHED");
        assertThat(get(null, path).text("status")).isEqualTo("PUBLISHED");
        assertThat(get(null, "/events?organizationId=" + host).body().path("items"))
                .hasSize(1);
    }

    @Test
    void aSuspendedHostTakesItsEventsOffTheListAndBringsThemBack() {
        var event = publishedEvent("paul", 3);
        var host = event.text("hostOrganizationId");
        organization(host, 5, "SUSPENDED", "paul", false);
        assertThat(get(null, "/events?organizationId=" + host).body().path("items"))
                .isEmpty();
        assertThat(get(null, "/events/" + event.text("id")).status()).isEqualTo(404);

        organization(host, 6, "VERIFIED", "paul", true);

        assertThat(get(null, "/events?organizationId=" + host)
                        .body()
                        .at("/items/0/hostPartner")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void anOlderEventOfTheRegisterChangesNothing() {
        var host = UUID.randomUUID().toString();
        organization(host, 7, "VERIFIED", "quentin", true);
        organization(host, 6, "SUSPENDED", "quentin", false);
        organization(UUID.randomUUID().toString(), 1, "VERIFIED", "marker", false);

        assertThat(post(TestTokens.person("quentin"), "/events", eventBody(host, 1))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void anEventGivenBackTellsItsHostWhy() {
        var host = verifiedHost("rita");
        var rita = TestTokens.person("rita");
        var draft = post(rita, "/events", eventBody(host, 10));
        var path = "/events/" + draft.text("id");
        var submitted = transition(rita, draft, path + "/submit", "");

        var returned = transition(OFFICER, submitted, path + "/return", RETURNED);

        assertThat(returned.text("status")).isEqualTo("DRAFT");
        assertThat(get(rita, path).body().at("/decision/reasonText/ar").asString(""))
                .isEqualTo("حدد المكان");
        assertThat(transition(OFFICER, submitted, path + "/return", RETURNED).status())
                .isEqualTo(412);
        var refused = transition(OFFICER, returned, path + "/publish", "");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("allowedTransitions")).isEmpty();
    }

    @Test
    void theEventListIsPagedWithoutGapsOrRepeats() {
        var host = UUID.randomUUID().toString();
        organization(host, 1, "VERIFIED", "sam", false);
        var sam = TestTokens.person("sam");
        for (int i = 0; i < 5; i++) {
            var draft = post(sam, "/events", eventBody(host, 10));
            var path = "/events/" + draft.text("id");
            transition(OFFICER, transition(sam, draft, path + "/submit", ""), path + "/publish", "");
        }

        var first = get(null, "/events?limit=3&organizationId=" + host);
        var second = get(null, "/events?limit=3&organizationId=" + host + "&cursor=" + first.text("nextCursor"));

        assertThat(first.body().path("items")).hasSize(3);
        assertThat(second.body().path("items")).hasSize(2);
        assertThat(second.body().has("nextCursor")).isFalse();
        assertThat(first.body().toString())
                .doesNotContain(second.body().at("/items/0/id").asString("?"));
    }

    @Test
    void aPartnersMachineReadsWhatItsScopeAllows() {
        assertThat(get(TestTokens.machine("partner", "events.read"), "/events").status())
                .isEqualTo(200);

        var without = get(TestTokens.machine("partner", "programs.read"), "/events");
        assertThat(without.status()).isEqualTo(403);
        assertThat(without.text("code")).isEqualTo("insufficient-scope");
        assertThat(without.response().headers().firstValue("WWW-Authenticate").orElse(""))
                .contains("scope=\"events.read\"");
        assertThat(post(TestTokens.machine("partner", "events.read"), "/events", "{}")
                        .status())
                .isEqualTo(403);
        assertThat(get(TestTokens.machine("partner", "events.read"), "/me/registrations")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void tokensThatAreNotGoodAreRefused() {
        TestTokens.unacceptable().forEach((what, token) -> {
            var answer = get(token, "/events");
            assertThat(answer.status()).as(what).isEqualTo(401);
            assertProblem(answer, "unauthorized");
        });
        var good = TestTokens.claims("ann", "portal");
        assertThat(get(TestTokens.sign(good), "/events").status()).isEqualTo(200);
        assertThat(get(null, "/me/events").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {                                      | 400 | malformed-json
                    []                                     | 400 | malformed-json
                    null                                   | 400 | malformed-json
                    {"kind":"PARTY"}                       | 422 | validation-failed
                    {"capacity":"many"}                    | 422 | validation-failed
                    {"capacity":1.5}                       | 422 | validation-failed
                    {"colour":"red"}                       | 422 | validation-failed
                    {"startsAtLocal":"tomorrow"}           | 422 | validation-failed
                    {"title":"just text"}                  | 422 | validation-failed
                    {}                                     | 422 | validation-failed
                    """)
    void aBodyThatIsNoEventIsRefusedWithItsReason(String body, int status, String code) {
        var answer = post(TestTokens.person("tom"), "/events", body);

        assertThat(answer.status()).isEqualTo(status);
        assertProblem(answer, code);
    }

    @Test
    void refusalsSpeakTheCallersLanguage() {
        for (var expected : Map.of(
                        "ar", "غير موجود", "fr-MA,fr;q=0.9", "Introuvable", "en", "Not found", "de", "Not found")
                .entrySet()) {
            var answer = api(null).in(expected.getKey()).get("/api/v1/events/none");
            assertThat(answer.text("title")).isEqualTo(expected.getValue());
        }
        var errors = api(TestTokens.person("tom")).in("fr").create("/api/v1/events", "{}");
        assertThat(errors.body().path("errors").toString()).contains("/title").contains("au moins une langue");
    }

    @Test
    void requestsThatBreakTheRulesOfTheApiAreRefused() {
        var tom = TestTokens.person("tom");
        assertProblem(get(null, "/events?colour=red"), "unknown-parameter");
        assertProblem(get(null, "/events?cursor=zzz"), "invalid-cursor");
        assertProblem(get(null, "/events?kind=PARTY"), "validation-failed");
        assertProblem(get(null, "/events?limit=1000"), "validation-failed");
        assertProblem(get(null, "/nothing/here"), "not-found");
        assertProblem(api(null).send("DELETE", "/api/v1/events", null, Map.of()), "method-not-allowed");
        assertProblem(api(tom).send("POST", "/api/v1/events", "{}", Map.of()), "idempotency-key-missing");
        assertProblem(
                api(tom).send(
                                "POST",
                                "/api/v1/events",
                                "{}",
                                Map.of("Idempotency-Key", "k", "Content-Type", "text/plain")),
                "unsupported-media-type");
        assertProblem(post(tom, "/events", "{\"title\":\"" + "x".repeat(2_000_000) + "\"}"), "content-too-large");
        var host = verifiedHost("uma");
        var draft = post(TestTokens.person("uma"), "/events", eventBody(host, 1));
        var submit = "/events/" + draft.text("id") + "/submit";
        assertProblem(
                api(TestTokens.person("uma")).send("POST", "/api/v1" + submit, null, Map.of()),
                "precondition-required");
        assertThat(transition(tom, draft, submit, "").status()).isEqualTo(404);
        assertThat(post(tom, "/events", eventBody(host, 1)).status()).isEqualTo(422);
    }

    @Test
    void writesGoOnWhileTheBrokerIsDownAndTheirEventsArriveAfterwards() {
        var host = verifiedHost("vera");
        var broker = ma.maydan.testkit.backends.TestBackends.kafka();
        broker.kill();
        String id;
        try {
            var draft = post(TestTokens.person("vera"), "/events", eventBody(host, 10));
            assertThat(draft.status()).isEqualTo(201);
            id = draft.text("id");
            assertThat(outbox(id)).isEqualTo(1);
        } finally {
            broker.start();
        }

        await().atMost(Duration.ofSeconds(60)).until(() -> outbox(id) == 0);
    }

    private int outbox(String id) {
        var event = database.getCollection("events")
                .find(com.mongodb.client.model.Filters.eq("_id", id))
                .first();
        return event == null
                ? -1
                : event.getList("outbox", org.bson.Document.class).size();
    }

    private String verifiedHost(String owner) {
        var host = UUID.randomUUID().toString();
        organization(host, 1, "VERIFIED", owner, false);
        return host;
    }

    private static void assertProblem(Answer answer, String code) {
        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.text("type")).isEqualTo("https://maydan.ma/problems/" + code);
        assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(answer.body().toString()).doesNotContain("Exception").doesNotContain("ma.maydan.");
    }

    @Test
    void whatWaitsIsInTheOrderAndOfTheKindThatIsAskedFor() {
        var host = UUID.randomUUID().toString();
        organization(host, 1, "VERIFIED", "kay", false);
        var kay = TestTokens.person("kay");
        for (var kind : List.of("WORKSHOP", "MEETUP", "WORKSHOP")) {
            var draft = post(kay, "/events", eventBody(host, 5).replace("WORKSHOP", kind))
                    .expect(201);
            transition(kay, draft, "/events/" + draft.id() + "/submit", "").expect(200);
        }
        var path = "/event-reviews?limit=100";
        for (var order : List.of("startsAt", "updatedAt")) {
            var found = get(OFFICER, path + "&kind=WORKSHOP&sort=" + order);
            assertThat(found.body()
                            .path("items")
                            .valueStream()
                            .map(one -> Instant.parse(one.path(order).asString())))
                    .hasSizeGreaterThan(1)
                    .isSorted();
            assertThat(found.body()
                            .path("items")
                            .valueStream()
                            .map(one -> one.path("kind").asString()))
                    .containsOnly("WORKSHOP");
            assertThat(get(OFFICER, path + "&kind=WORKSHOP&sort=-" + order).ids())
                    .isEqualTo(found.ids().reversed());
        }
        assertThat(get(OFFICER, path).ids())
                .isEqualTo(get(OFFICER, path + "&sort=startsAt").ids());
        for (var wrong : List.of("sort=capacity", "sort=-", "kind=PARTY")) {
            assertThat(get(OFFICER, path + "&" + wrong).status()).as(wrong).isEqualTo(422);
        }
        assertThat(get(kay, path + "&sort=startsAt").status()).isEqualTo(403);
    }
}
