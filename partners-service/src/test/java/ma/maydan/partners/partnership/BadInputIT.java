package ma.maydan.partners.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import ma.maydan.partners.PartnersIT;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.api.Api;
import ma.maydan.testkit.backends.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not valid is refused with the right problem, and never with a failure of the service. */
class BadInputIT extends PartnersIT {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        title       | {}                        | /title       | given
        title       | {"fr": "  "}              | /title       | given
        title       | null                      | /title       | given
        title       | "Partenariat"             | /title       | invalid-value
        title       | {"de": "Partnerschaft"}   | /title/de    | unknown-field
        title       | {"fr": 7}                 | /title/fr    | invalid-value
        title       | ["Partenariat"]           | /title       | invalid-value
        objectives  | null                      | /objectives  | given
        lever       | null                      | /lever       | not-null
        lever       | "MONEY"                   | /lever       | invalid-value
        lever       | "talent"                  | /lever       | invalid-value
        lever       | 0                         | /lever       | invalid-value
        type        | "HANDSHAKE"               | /type        | invalid-value
        type        | ""                        | /type        | invalid-value
        type        | {}                        | /type        | invalid-value
        startsOn    | null                      | /startsOn    | not-null
        startsOn    | "2027-02-30"              | /startsOn    | invalid-value
        startsOn    | "01/02/2027"              | /startsOn    | invalid-value
        startsOn    | "tomorrow"                | /startsOn    | invalid-value
        startsOn    | ""                        | /startsOn    | invalid-value
        startsOn    | 20270101                  | /startsOn    | invalid-value
        startsOn    | [2027, 1, 1]              | /startsOn    | invalid-value
        startsOn    | "2027-01-01T10:00:00Z"    | /startsOn    | invalid-value
        startsOn    | "+999999999-12-31"        | /startsOn    | invalid-value
        startsOn    | "-999999999-01-01"        | /startsOn    | invalid-value
        endsOn      | "+999999999-12-31"        | /endsOn      | invalid-value
        endsOn      | "2025-12-31"              | /endsOn      | ends-before-start
        endsOn      | "2026-01-01"              | /endsOn      | in-the-past
        endsOn      | "2036-01-02"              | /endsOn      | too-long
        proposerOrganizationId | null           | /proposerOrganizationId | required
        proposerOrganizationId | ""             | /proposerOrganizationId | not-your-organization
        proposerOrganizationId | 7              | /proposerOrganizationId | invalid-value
        proposerOrganizationId | {"$ne": "x"}   | /proposerOrganizationId | invalid-value
        partnerOrganizationId  | "none"         | /partnerOrganizationId  | unknown-partner
        status      | "ACTIVE"                  | /status      | unknown-field
        parties     | []                        | /parties     | unknown-field
        colour      | "red"                     | /colour      | unknown-field
        """)
    void anEntryThatIsNotValidIsNamedWithItsPlace(String member, String value, String pointer, String code) {
        var body = proposal(incubator());
        body.put(member, Api.JSON.readTree(value));

        var refused = api.person(owner).create(PATH, body);

        assertThat(refused.status()).as("%s", refused).isEqualTo(422);
        assertProblem(refused, "validation-failed");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(refused.at("/errors/0/code")).isEqualTo(code);
        assertThat(refused.at("/errors/0/detail")).isNotBlank();
        assertThat(refused.body().path("errors")).hasSize(1);
    }

    @Test
    void anEditIsCheckedLikeAProposal() {
        var incubator = incubator();
        var draft = draft(incubator);
        var body = proposal(incubator);
        body.put("endsOn", "2020-01-01");

        var refused = api.person(owner).put(PATH + "/" + draft.id(), body, draft.version());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/endsOn");
        assertThat(read(draft).version()).isEqualTo(draft.version());
    }

    @Test
    void aPartnershipDoesNotChangeItsParties() {
        var incubator = incubator();
        var draft = draft(incubator);
        var path = PATH + "/" + draft.id();
        var body = proposal(incubator());

        var refused = api.person(owner).put(path, body, draft.version());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/proposerOrganizationId");

        body.put("proposerOrganizationId", incubator.id());
        body.put("partnerOrganizationId", incubator().id());
        assertThat(api.person(owner).put(path, body, draft.version()).at("/errors/0/pointer"))
                .isEqualTo("/partnerOrganizationId");

        body.put("partnerOrganizationId", CLUSTER.id());
        var edited = api.person(owner).put(path, body, draft.version()).expect(200);
        body.remove("partnerOrganizationId");
        body.remove("proposerOrganizationId");
        api.person(owner).put(path, body, edited.version()).expect(200);
    }

    @Test
    void everyWrongEntryIsNamedAtOnce() {
        var body = proposal(incubator());
        body.remove("title");
        body.remove("lever");
        body.put("objectives", Map.of("fr", "x".repeat(5001)));
        var refused = api.person(owner).create(PATH, body);
        assertThat(refused.body()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("pointer").asString()))
                .containsExactlyInAnyOrder("/title", "/lever", "/objectives/fr");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "", "null", "[]", "7", "{\"title\":}", "{} {", "\u0000"})
    void aBodyThatIsNoJsonObjectIsRefused(String body) {
        var refused = api.person(owner).create(PATH, body);
        assertThat(refused.status()).as("%s", refused).isEqualTo(400);
        assertProblem(refused, "malformed-json");
    }

    @Test
    void aStepDownwardsNeedsAReasonThatIsOne() {
        var submitted = underReview(incubator());
        var path = PATH + "/" + submitted.id() + "/reject";
        var admin = api.admin("admin2");
        for (var body : List.of(
                "{}",
                "{\"reasonCode\":\"OTHER\"}",
                "{\"reasonCode\":\"BORED\",\"reasonText\":{\"fr\":\"x\"}}",
                "{\"reasonCode\":\"OTHER\",\"reasonText\":{}}",
                "{\"reasonCode\":\"OTHER\",\"reasonText\":{\"fr\":\"x\"},\"by\":\"me\"}")) {
            var refused = admin.post(path, body, submitted.version());
            assertThat(refused.status()).as("%s", refused).isEqualTo(422);
            assertProblem(refused, "validation-failed");
        }
        assertThat(admin.post(path, submitted.version()).status()).isEqualTo(400);
        assertThat(read(submitted).text("status")).isEqualTo("UNDER_REVIEW");
    }

    @Test
    void refusalsSpeakTheCallersLanguage() {
        var body = proposal(incubator());
        body.put("endsOn", "2020-01-01");
        for (var expected : Map.of(
                        "ar", "يجب ألا يسبق اليوم الأخير اليوم الأول.",
                        "fr", "Le dernier jour ne doit pas précéder le premier.",
                        "en", "The last day must not come before the first.")
                .entrySet()) {
            var refused = api.person(owner).in(expected.getKey()).create(PATH, body);
            assertThat(refused.at("/errors/0/detail")).isEqualTo(expected.getValue());
            assertThat(refused.at("/errors/0/code")).isEqualTo("ends-before-start");
            assertThat(refused.text("type")).isEqualTo("https://maydan.ma/problems/validation-failed");
        }
        for (var expected : Map.of("ar", "غير موجود", "fr-MA,fr;q=0.9", "Introuvable", "en", "Not found")
                .entrySet()) {
            assertThat(api.in(expected.getKey()).get(PATH + "/none").text("title"))
                    .isEqualTo(expected.getValue());
        }
        var unverified = known(incubator().next("SUSPENDED"));
        for (var expected : Map.of(
                        "ar", "لم يتم التحقق من إحدى المؤسسات",
                        "fr", "Une organisation n’est pas vérifiée",
                        "en", "An organization is not verified")
                .entrySet()) {
            var refused = api.person(owner).in(expected.getKey()).create(PATH, proposal(unverified));
            assertProblem(refused, "organization-not-verified");
            assertThat(refused.text("title")).isEqualTo(expected.getValue());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "?organisationId=x, 400, unknown-parameter",
        "?organizationId=x&status=DRAFT, 400, unknown-parameter",
        "?limit=0, 422, validation-failed",
        "?limit=101, 422, validation-failed",
        "?limit=x, 422, validation-failed",
        "?cursor=zzz, 400, invalid-cursor",
        "?cursor=%00, 400, invalid-cursor",
        "?cursor=eAp5, 400, invalid-cursor",
    })
    void aQueryThatMakesNoSenseIsRefused(String query, int status, String code) {
        for (var list : List.of(PATH, "/api/v1/partnership-reviews", "/api/v1/me/partnerships")) {
            if (!query.contains("rgani") || list.equals(PATH)) {
                var refused = api.officer("officer").get(list + query);
                assertThat(refused.status()).as("%s", refused).isEqualTo(status);
                assertProblem(refused, code);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1000000000-12-31T23:59:59.999Z", "-1000000000-01-01T00:00:00Z"})
    void aCursorBeyondEveryCalendarIsRefused(String time) {
        var cursor =
                Base64.getUrlEncoder().withoutPadding().encodeToString((time + "\nx").getBytes(StandardCharsets.UTF_8));
        assertProblem(api.get(PATH + "?cursor=" + cursor), "invalid-cursor");
    }

    @Test
    void aBodyOfTwoMegabytesIsTooLarge() {
        var body = proposal(incubator());
        body.put("objectives", Map.of("fr", "x".repeat(2_000_000)));
        var refused = api.person(owner).create(PATH, body);
        assertThat(refused.status()).isEqualTo(413);
        assertProblem(refused, "content-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded"})
    void aBodyThatIsNotJsonIsRefused(String type) {
        var refused = api.person(owner)
                .send("POST", PATH, "<x/>", Map.of("Content-Type", type, "Idempotency-Key", "k-" + owner));
        assertThat(refused.status()).isEqualTo(415);
        assertProblem(refused, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/partnerships/x/approve", "/api/v1/partnerships/x/y", "/api/v1/nothing", "/x"})
    void whatIsNotThereIsNotFound(String path) {
        var refused = api.person(owner).get(path);
        assertThat(refused.status()).isIn(404, 405);
        assertProblem(refused, refused.status() == 404 ? "not-found" : "method-not-allowed");
    }

    @Test
    void aBodyThatIsAbyssDeepIsRefused() {
        var refused = api.person(owner).create(PATH, "{\"title\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");
        assertThat(refused.status()).as("%s", refused).isIn(400, 422);
    }

    @Test
    void aRepresentationThatThereIsNotIsRefused() {
        var refused = api.send("GET", PATH, null, Map.of("Accept", "application/xml"));
        assertThat(refused.status()).isEqualTo(406);
        assertProblem(refused, "not-acceptable");
    }

    @Test
    void aMethodThatIsNotThereIsRefused() {
        var refused = api.person(owner).send("PATCH", PATH + "/x", null, Map.of());
        assertThat(refused.status()).isEqualTo(405);
        assertProblem(refused, "method-not-allowed");
        assertThat(refused.header("Allow")).contains("GET").contains("PUT");
    }

    @Test
    void anIdempotencyKeyThatIsNoneIsRefused() {
        for (var key : List.of(" ", "x".repeat(129), "a b")) {
            assertProblem(api.person(owner).create(PATH, "{}", key), "idempotency-key-invalid");
        }
    }

    @Test
    void aTokenThatIsNotOursLetsNobodyIn() {
        TestTokens.unacceptable().forEach((what, token) -> {
            for (var answer : List.of(
                    api.bearer(token).get(PATH),
                    api.bearer(token).get("/api/v1/me/partnerships"),
                    api.bearer(token).get("/api/v1/partnership-reviews"),
                    api.bearer(token).create(PATH, "{}"),
                    api.bearer(token).post(PATH + "/x/approve", 1))) {
                assertThat(answer.status()).as(what).isEqualTo(401);
                assertProblem(answer, "unauthorized");
            }
        });
    }

    private static void assertProblem(Answer answer, String code) {
        assertThat(answer.status()).as("%s", answer).isBetween(400, 499);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.text("type")).isEqualTo("https://maydan.ma/problems/" + code);
        assertThat(answer.text("title")).isNotBlank();
        assertThat(answer.text("detail")).isNotBlank();
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body().toString()).doesNotContain("Exception").doesNotContain("ma.maydan.");
    }
}
