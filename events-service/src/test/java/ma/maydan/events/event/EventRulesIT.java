package ma.maydan.events.event;

import static ma.maydan.testkit.api.Parallel.atOnce;
import static ma.maydan.testkit.builders.RegisteredOrganization.anOrganization;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import ma.maydan.events.EventsIT;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.api.Api;
import ma.maydan.testkit.backends.TestTokens;
import ma.maydan.testkit.backends.Topics;
import ma.maydan.testkit.backends.Topics.Message;
import ma.maydan.testkit.builders.RegisteredOrganization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** Who may do what with an event, which entries make one, and what the world learns of it. */
class EventRulesIT extends EventsIT {

    private static final String REASON =
            "{\"reasonCode\":\"OTHER\",\"reasonText\":{\"fr\":\"Salle fermée\",\"ar\":\"القاعة مغلقة\"}}";

    @Test
    void theWorldLearnsOfEachStepInItsOrder() {
        var host = tell(anOrganization().ownedBy("ines"));
        var ines = TestTokens.person("ines");
        var draft = post(ines, "/events", eventBody(host.id(), 7)).expect(201);
        var path = "/events/" + draft.id();
        var edited = api(ines)
                .put("/api/v1" + path, eventBody(host.id(), 9), draft.version())
                .expect(200);
        var submitted = transition(ines, edited, path + "/submit", "").expect(200);
        var returned = transition(OFFICER, submitted, path + "/return", REASON).expect(200);
        var again = transition(ines, returned, path + "/submit", "").expect(200);
        var published = transition(OFFICER, again, path + "/publish", "").expect(200);
        var cancelled = transition(ines, published, path + "/cancel", REASON).expect(200);
        assertThat(cancelled.text("status")).isEqualTo("CANCELLED");
        assertThat(cancelled.allowedTransitions()).isEmpty();
        assertThat(get(null, "/events?organizationId=" + host.id()).ids()).isEmpty();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Topics.messages("maydan.events", draft.id()))
                        .extracting(Message::type)
                        .containsExactly(
                                "ma.maydan.event.created.v1",
                                "ma.maydan.event.updated.v1",
                                "ma.maydan.event.submitted.v1",
                                "ma.maydan.event.returned.v1",
                                "ma.maydan.event.submitted.v1",
                                "ma.maydan.event.published.v1",
                                "ma.maydan.event.cancelled.v1"));
        var messages = Topics.messages("maydan.events", draft.id());
        assertThat(messages).extracting(Message::sequence).containsExactly("1", "2", "3", "4", "5", "6", "7");
        assertThat(messages)
                .extracting(message -> message.data().path("capacity").asInt())
                .containsExactly(7, 9, 9, 9, 9, 9, 9);
        var last = messages.getLast();
        assertThat(last.header("ce_source")).isEqualTo("/events-service");
        assertThat(last.data().path("status").asString()).isEqualTo("CANCELLED");
        assertThat(last.data().path("hostOrganizationId").asString()).isEqualTo(host.id());
        assertThat(last.data().path("startsAt").asString()).isEqualTo(cancelled.text("startsAt"));
    }

    @Test
    void aDraftIsForItsHostAndTheStaff() {
        var host = tell(anOrganization().ownedBy("jana"));
        var draft = post(TestTokens.person("jana"), "/events", eventBody(host.id(), 7));
        var path = "/events/" + draft.id();
        tell(anOrganization().ownedBy("stranger"));

        for (var token : List.of(TestTokens.person("stranger"), TestTokens.machine("partner", "events.read"))) {
            assertThat(get(token, path).status()).isEqualTo(404);
        }
        var stranger = TestTokens.person("stranger");
        for (var refused : List.of(
                api(stranger).put("/api/v1" + path, eventBody(host.id(), 7), 1),
                transition(stranger, draft, path + "/submit", ""),
                transition(stranger, draft, path + "/cancel", REASON),
                post(stranger, path + "/registrations", "{}"))) {
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.code()).isEqualTo("not-found");
        }
        get(OFFICER, path).expect(200);
        assertThat(transition(OFFICER, draft, path + "/submit", "").code()).isEqualTo("forbidden");
    }

    @Test
    void nobodyPublishesTheirOwnEventAndOnlyTheStaffPublishes() {
        var host = tell(anOrganization().ownedBy("kim").withMembers(Map.of("kim", "OWNER", "judge", "VIEWER")));
        var kim = TestTokens.person("kim");
        var draft = post(kim, "/events", eventBody(host.id(), 7)).expect(201);
        var path = "/events/" + draft.id();
        var underReview = transition(kim, draft, path + "/submit", "").expect(200);

        assertThat(transition(kim, underReview, path + "/publish", "").status()).isEqualTo(403);
        assertThat(transition(kim, underReview, path + "/return", REASON).status())
                .isEqualTo(403);
        assertThat(get(kim, "/event-reviews").status()).isEqualTo(403);
        assertThat(get(null, "/event-reviews").status()).isEqualTo(401);
        for (var roles : List.of("mnc-officer", "mnc-admin")) {
            var judge = TestTokens.person("judge", roles);
            assertThat(get(judge, path).allowedTransitions()).isEmpty();
            assertThat(transition(judge, underReview, path + "/publish", "").code())
                    .isEqualTo("conflict-of-interest");
        }
        transition(OFFICER, underReview, path + "/publish", "").expect(200);
    }

    @Test
    void eachRoleInTheHostMayWhatItMay() {
        var host = tell(anOrganization()
                .ownedBy("lea")
                .withMembers(Map.of("lea", "OWNER", "adam", "ADMIN", "eve", "EDITOR", "vic", "VIEWER")));
        assertThat(post(TestTokens.person("vic"), "/events", eventBody(host.id(), 7))
                        .status())
                .isEqualTo(403);
        var draft = post(TestTokens.person("eve"), "/events", eventBody(host.id(), 7))
                .expect(201);
        var path = "/events/" + draft.id();
        assertThat(get(TestTokens.person("vic"), path).allowedTransitions()).isEmpty();
        assertThat(transition(TestTokens.person("vic"), draft, path + "/submit", "")
                        .code())
                .isEqualTo("forbidden");
        var submitted = transition(TestTokens.person("eve"), draft, path + "/submit", "")
                .expect(200);
        var published = transition(OFFICER, submitted, path + "/publish", "").expect(200);
        assertThat(transition(TestTokens.person("eve"), published, path + "/cancel", REASON)
                        .status())
                .isEqualTo(403);
        assertThat(transition(OFFICER, published, path + "/cancel", REASON).code())
                .isEqualTo("forbidden");
        assertThat(get(TestTokens.person("adam"), path).allowedTransitions())
                .containsExactly("edit", "image", "cancel");
        transition(ADMIN, published, path + "/cancel", REASON).expect(200);
        for (var member : List.of("lea", "adam", "eve", "vic")) {
            assertThat(get(TestTokens.person(member), "/me/events").ids()).contains(draft.id());
        }
    }

    @Test
    void anEditNeedsADraftAndItsVersion() {
        var host = tell(anOrganization().ownedBy("mia"));
        var mia = TestTokens.person("mia");
        var draft = post(mia, "/events", eventBody(host.id(), 7)).expect(201);
        var path = "/api/v1/events/" + draft.id();

        assertThat(api(mia).send("PUT", path, eventBody(host.id(), 8), Map.of()).status())
                .isEqualTo(428);
        assertThat(api(mia).put(path, eventBody(host.id(), 8), 5).status()).isEqualTo(412);
        assertThat(api(mia).put(path, "{}", 1).status()).isEqualTo(422);
        var edited = api(mia).put(path, eventBody(host.id(), 8), 1).expect(200);
        assertThat(edited.body().path("capacity").asInt()).isEqualTo(8);
        assertThat(edited.eTag()).startsWith("\"2-");
        var submitted =
                transition(mia, edited, "/events/" + draft.id() + "/submit", "").expect(200);
        var refused = api(mia).put(path, eventBody(host.id(), 9), submitted.version());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.allowedTransitions()).containsExactly("cancel");
    }

    @Test
    void anEventDoesNotChangeItsHost() {
        var host = tell(anOrganization().ownedBy("nora"));
        var other = tell(anOrganization().ownedBy("nora"));
        var nora = TestTokens.person("nora");
        var draft = post(nora, "/events", eventBody(host.id(), 7)).expect(201);

        invalid(
                api(nora).put("/api/v1/events/" + draft.id(), eventBody(other.id(), 7), 1),
                "/hostOrganizationId",
                "invalid-value");
    }

    @Test
    void onlyAVerifiedHostSubmitsAndIsPublished() {
        var host = tell(anOrganization().ownedBy("omar"));
        var omar = TestTokens.person("omar");
        var draft = post(omar, "/events", eventBody(host.id(), 7)).expect(201);
        var path = "/events/" + draft.id();
        var submitted = transition(omar, draft, path + "/submit", "").expect(200);

        var gone = tell(host.next("SUSPENDED"));
        assertThat(transition(OFFICER, submitted, path + "/publish", "").code()).isEqualTo("host-not-verified");
        assertThat(post(omar, "/events", eventBody(host.id(), 7)).code()).isEqualTo("host-not-verified");
        tell(gone.next("VERIFIED"));
        transition(OFFICER, submitted, path + "/publish", "").expect(200);
    }

    @Test
    void ofManyPublicationsAtOnceOneCounts() {
        var host = tell(anOrganization().ownedBy("pia"));
        var pia = TestTokens.person("pia");
        var draft = post(pia, "/events", eventBody(host.id(), 7)).expect(201);
        var path = "/events/" + draft.id();
        var submitted = transition(pia, draft, path + "/submit", "").expect(200);

        var answers = atOnce(
                8, i -> transition(TestTokens.person("o-" + i, "mnc-officer"), submitted, path + "/publish", ""));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .extracting(Answer::status)
                .isSubsetOf(409, 412);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-10T10:00, 2026-12-10T10:00:00Z",
        "2027-02-15T10:00, 2027-02-15T10:00:00Z",
        "2027-07-01T10:00, 2027-07-01T10:00:00Z",
    })
    void anEventIsAtTheHourOfCasablanca(String local, String instant) {
        var host = tell(anOrganization().ownedBy("rania"));
        var body = body(host);
        body.put("startsAtLocal", local);
        body.put("endsAtLocal", local.replace("T10", "T12"));

        var created =
                api(TestTokens.person("rania")).create("/api/v1/events", body).expect(201);

        assertThat(created.text("startsAt")).isEqualTo(instant);
        assertThat(created.text("startsAtLocal")).startsWith(local);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    title         | {}                    | /title         | given
                    title         | {"de": "x"}           | /title/de      | unknown-field
                    kind          | "PARTY"               | /kind          | invalid-value
                    kind          | null                  | /kind          | not-null
                    format        | 1                     | /format        | invalid-value
                    capacity      | 0                     | /capacity      | min
                    capacity      | 100001                | /capacity      | max
                    capacity      | null                  | /capacity      | not-null
                    capacity      | 1.5                   | /capacity      | invalid-value
                    capacity      | "7"                   | /capacity      | invalid-value
                    capacity      | 99999999999           | /capacity      | invalid-value
                    region        | "MA-13"               | /region        | pattern
                    zone          | "Moon/Base"           | /zone          | invalid-value
                    zone          | ""                    | /zone          | invalid-value
                    zone          | "+01:00"              | /zone          | invalid-value
                    zone          | "UTC+1"               | /zone          | invalid-value
                    zone          | "Z"                   | /zone          | invalid-value
                    venue         | null                  | /venue         | required
                    venue         | {"fr": " "}           | /venue         | required
                    startsAtLocal | "2026-01-01T10:00"    | /startsAtLocal | in-the-past
                    startsAtLocal | "9998-01-01T10:00"    | /endsAtLocal   | ends-before-start
                    startsAtLocal | "2027-02-30T10:00"    | /startsAtLocal | invalid-value
                    startsAtLocal | "2027-02-01T10:00Z"   | /startsAtLocal | invalid-value
                    startsAtLocal | [2027, 1, 1, 10, 0]   | /startsAtLocal | invalid-value
                    startsAtLocal | 1798106400            | /startsAtLocal | invalid-value
                    startsAtLocal | "+999999999-12-31T10:00" | /startsAtLocal | invalid-value
                    startsAtLocal | null                  | /startsAtLocal | not-null
                    endsAtLocal   | "2027-01-01T10:00"    | /endsAtLocal   | ends-before-start
                    endsAtLocal   | "2027-06-01T10:00"    | /endsAtLocal   | too-long
                    endsAtLocal   | "+999999999-12-31T10:00" | /endsAtLocal | invalid-value
                    hostOrganizationId | null             | /hostOrganizationId | required
                    hostOrganizationId | "other"          | /hostOrganizationId | not-your-organization
                    hostOrganizationId | {"$ne": ""}      | /hostOrganizationId | invalid-value
                    status        | "PUBLISHED"           | /status        | unknown-field
                    """)
    void anEntryThatIsNotValidIsNamedWithItsPlace(String member, String value, String pointer, String code) {
        var body = body(tell(anOrganization().ownedBy("sara")));
        body.put("startsAtLocal", "2027-01-01T10:00");
        body.put("endsAtLocal", "2027-01-01T12:00");
        body.set(member, Api.JSON.readTree(value));

        invalid(api(TestTokens.person("sara")).create("/api/v1/events", body), pointer, code);
    }

    @Test
    void everythingThatIsWrongComesInOneAnswer() {
        var body = body(tell(anOrganization().ownedBy("sana")));
        body.remove("hostOrganizationId");
        body.set("title", Api.JSON.readTree("{\"fr\": \"a\\u202eb\", \"ar\": \"أ\"}"));
        body.put("kind", "PARTY");
        body.put("startsAtLocal", "2020-01-01T10:00");
        body.put("endsAtLocal", "2019-01-01T10:00");
        body.put("zone", "UTC+1");
        body.remove("venue");
        body.put("capacity", 0);
        var errors = api(TestTokens.person("sana"))
                .create("/api/v1/events", body)
                .body()
                .path("errors");
        assertThat(errors.valueStream())
                .extracting(error -> error.path("pointer").asString() + " "
                        + error.path("code").asString())
                .containsExactly(
                        "/hostOrganizationId required",
                        "/title/fr turns-direction",
                        "/kind invalid-value",
                        "/zone invalid-value",
                        "/venue required",
                        "/capacity min");
        body.put("zone", "Africa/Casablanca");
        assertThat(api(TestTokens.person("sana"))
                        .create("/api/v1/events", body)
                        .body()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("code").asString()))
                .contains("in-the-past", "ends-before-start");
    }

    @ParameterizedTest
    @CsvSource({
        "?updatedAfter=yesterday, 422, validation-failed",
        "?updatedAfter=%2B1000000000-12-31T23:59:59Z, 422, validation-failed",
        "?kind=, 200, ''",
        "?limit=0, 422, validation-failed",
        "?cursor=eAp5, 400, invalid-cursor",
        "?organizationId=none, 200, ''",
        "?organisationId=none, 400, unknown-parameter",
    })
    void aQueryThatMakesNoSenseIsRefused(String query, int status, String code) {
        var answer = get(null, "/events" + query);
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void aPartnerReadsWhatChangedSince() {
        var first = publishedEvent("tara", 3);
        var since = first.text("updatedAt");
        var second = publishedEvent("tara", 3);

        var changed = get(null, "/events?limit=100&updatedAfter=" + since);

        assertThat(changed.ids()).contains(second.id()).doesNotContain(first.id());
    }

    private static ObjectNode body(RegisteredOrganization host) {
        return (ObjectNode) Api.JSON.readTree(eventBody(host.id(), 10));
    }

    private static void invalid(Answer answer, String pointer, String code) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("validation-failed");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(answer.at("/errors/0/code")).isEqualTo(code);
        assertThat(answer.at("/errors/0/detail")).isNotBlank();
    }

    @Test
    void aWallClockTimeThatIsSkippedIsRefusedAndOneThatComesTwiceIsTheFirst() {
        organization("host-dst", 1, "VERIFIED", "host-dst", false);
        var token = TestTokens.person("host-dst");
        var paris = eventBody("host-dst", 5)
                .replace("Africa/Casablanca", "Europe/Paris")
                .replaceAll("\"endsAtLocal\":\"[^\"]+\"", "\"endsAtLocal\":\"%s\"")
                .replaceAll("\"startsAtLocal\":\"[^\"]+\"", "\"startsAtLocal\":\"%s\"");

        var skipped = post(token, "/events", paris.formatted("2036-03-30T02:30", "2036-03-30T05:00"));
        assertThat(skipped.status()).isEqualTo(422);
        assertThat(skipped.body().at("/errors/0/pointer").asString()).isEqualTo("/startsAtLocal");
        assertThat(skipped.body().at("/errors/0/code").asString()).isEqualTo("no-such-time");

        var twice = post(token, "/events", paris.formatted("2036-10-26T02:30", "2036-10-26T05:00"))
                .expect(201);
        assertThat(twice.text("startsAt")).isEqualTo("2036-10-26T00:30:00Z");
    }
}
