package ma.maydan.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.backends.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is wrong with a request is told clearly and in the caller's language, and it is never a fault of the
 * portal's.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {

    private static final String ORGANIZATION =
            "{\"legalName\":{\"fr\":\"Une startup\"},\"kinds\":[\"STARTUP\"],\"region\":\"MA-06\"}";

    private final Portal portal = Portal.running();

    /** A request, for whom it is made, and what must come back. */
    record Bad(
            String method,
            String path,
            @Nullable String user,
            @Nullable String body,
            Map<String, String> headers,
            int status,
            String code) {

        Bad with(String header, String value) {
            var more = new HashMap<>(headers);
            more.put(header, value);
            return new Bad(method, path, user, body, more, status, code);
        }
    }

    private static Bad get(String path, @Nullable String user, int status, String code) {
        return new Bad("GET", path, user, null, Map.of(), status, code);
    }

    private static Bad create(@Nullable String body, int status, String code) {
        return new Bad(
                "POST",
                "/organizations",
                "startup",
                body,
                Map.of("Content-Type", "application/json", "Idempotency-Key", "bad-input"),
                status,
                code);
    }

    private static Bad write(String method, String path, @Nullable String body, int status, String code) {
        return new Bad(method, path, "startup", body, Map.of("Content-Type", "application/json"), status, code);
    }

    static Stream<Arguments> queries() {
        return Stream.of(
                argumentSet("a cursor that nobody gave out", get("/events?cursor=x", null, 400, "invalid-cursor")),
                argumentSet("a limit of none", get("/events?limit=0", null, 422, "validation-failed")),
                argumentSet("a limit that is too high", get("/events?limit=101", null, 422, "validation-failed")),
                argumentSet("a limit that is no number", get("/events?limit=x", null, 422, "validation-failed")),
                argumentSet("an unknown parameter", get("/programs?color=red", null, 400, "unknown-parameter")),
                argumentSet("an unknown kind", get("/events?kind=PICNIC", null, 422, "validation-failed")),
                argumentSet("a time that is none", get("/events?updatedAfter=now", null, 422, "validation-failed")),
                argumentSet("an address that is none", get("/nothing", null, 404, "not-found")),
                argumentSet("an event that is none", get("/events/nothing", null, 404, "not-found")),
                argumentSet("nobody signed in", get("/me/registrations", null, 401, "unauthorized")),
                argumentSet("a method that is not there", write("DELETE", "/events", null, 405, "method-not-allowed")),
                argumentSet(
                        "a form of answer that is not there",
                        get("/events", null, 406, "not-acceptable").with("Accept", "text/csv")));
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                argumentSet("no JSON", create("{", 400, "malformed-json")),
                argumentSet("no body", create("", 400, "malformed-json")),
                argumentSet("a list for an object", create("[]", 400, "malformed-json")),
                argumentSet(
                        "a number for a text",
                        create(ORGANIZATION.replace("{\"fr\":\"Une startup\"}", "5"), 422, "validation-failed")),
                argumentSet(
                        "an unknown field",
                        create(
                                ORGANIZATION.replace("\"region\"", "\"color\":\"red\",\"region\""),
                                422,
                                "validation-failed")),
                argumentSet(
                        "an unknown kind", create(ORGANIZATION.replace("STARTUP", "CIRCUS"), 422, "validation-failed")),
                argumentSet(
                        "an unknown region", create(ORGANIZATION.replace("MA-06", "FR-75"), 422, "validation-failed")),
                argumentSet("nothing that is needed", create("{}", 422, "validation-failed")),
                argumentSet(
                        "two megabytes",
                        create(ORGANIZATION.replace("Une startup", "x".repeat(2_000_000)), 413, "content-too-large")),
                argumentSet(
                        "plain text",
                        create(ORGANIZATION, 415, "unsupported-media-type").with("Content-Type", "text/plain")),
                argumentSet(
                        "a key that is none",
                        write("POST", "/organizations", ORGANIZATION, 400, "idempotency-key-invalid")
                                .with("Idempotency-Key", "a b")),
                argumentSet(
                        "a condition that is none",
                        write("POST", "/organizations/x/submit", Steps.DECLARATION, 400, "malformed-condition")
                                .with("If-Match", "7")),
                argumentSet(
                        "a text that turns around",
                        create(ORGANIZATION.replace("Une", "\\u202eUne"), 422, "validation-failed")),
                argumentSet(
                        "a text of which nothing is seen",
                        create(ORGANIZATION.replace("Une startup", "\\u200b\\u2060"), 422, "validation-failed")),
                argumentSet(
                        "no idempotency key",
                        write("POST", "/organizations", ORGANIZATION, 400, "idempotency-key-missing")));
    }

    @ParameterizedTest
    @MethodSource({"queries", "bodies"})
    void isRefusedInTheCallersLanguage(Bad bad) {
        for (var language : Portal.LANGUAGES) {
            var answer = send(bad, bad.user == null ? null : portal.tokenOf(bad.user), language);

            assertRefused(answer, bad.status, bad.code);
            assertThat(answer.text("title").matches(".*\\p{IsArabic}.*"))
                    .as(language + ": " + answer.text("title"))
                    .isEqualTo(language.equals("ar"));
            assertThat(answer.text("type")).isEqualTo("https://maydan.ma/problems/" + bad.code);
        }
    }

    @Test
    void anotherOrganizationsObjectIsNotThere() {
        var draft = portal.as("incubator")
                .create("/organizations", Steps.organizationBody("Somebody's", "INCUBATOR"))
                .expect(201);
        var host = Steps.verifiedOrganization(portal, "incubator", "INCUBATOR").id();
        var event = Steps.eventually(() -> portal.as("incubator").create("/events", Steps.eventBody(host, 3)), 201);
        var version = Map.of("If-Match", draft.header("ETag"), "Content-Type", "application/json");
        for (var path : List.of("/organizations/" + draft.id(), "/events/" + event.id())) {
            assertRefused(send(get(path, "startup", 0, ""), portal.tokenOf("startup"), "en"), 404, "not-found");
            for (var call : List.of(
                    new Bad("PUT", path, "startup", "{}", version, 0, ""),
                    new Bad("POST", path + "/submit", "startup", submission(path), version, 0, ""))) {
                var answer = send(call, portal.tokenOf("startup"), "en");
                // Of its own body's faults a caller may hear first, of the object nothing.
                assertThat(answer.status()).as(call.method + " " + path).isIn(404, 422);
                assertThat(answer.body().toString()).doesNotContain("Somebody");
            }
        }
        assertRefused(
                send(
                        new Bad(
                                "POST",
                                "/organizations/" + draft.id() + "/submit",
                                "startup",
                                Steps.DECLARATION,
                                version,
                                0,
                                ""),
                        portal.tokenOf("startup"),
                        "en"),
                404,
                "not-found");
    }

    private static @Nullable String submission(String path) {
        return path.startsWith("/organizations/") ? Steps.DECLARATION : null;
    }

    @Test
    void aChangeNeedsTheVersionThatItsAuthorSaw() {
        var draft = portal.as("startup")
                .create("/organizations", Steps.organizationBody("Versioned", "STARTUP"))
                .expect(201);
        var path = "/organizations/" + draft.id() + "/submit";

        assertRefused(
                send(write("POST", path, Steps.DECLARATION, 0, ""), portal.tokenOf("startup"), "fr"),
                428,
                "precondition-required");
        assertRefused(
                send(
                        write("POST", path, Steps.DECLARATION, 0, "").with("If-Match", "\"7\""),
                        portal.tokenOf("startup"),
                        "fr"),
                412,
                "version-conflict");
    }

    @Test
    void anIdempotencyKeyGivesTheSameAnswerAndIsForOneRequest() {
        var body = Steps.organizationBody("Once", "STARTUP");
        var first = portal.as("startup").create("/organizations", body, "once").expect(201);

        assertThat(portal.as("startup")
                        .create("/organizations", body, "once")
                        .expect(201)
                        .id())
                .isEqualTo(first.id());
        assertRefused(
                portal.as("startup").create("/organizations", Steps.organizationBody("Other", "STARTUP"), "once"),
                422,
                "idempotency-key-reused");
        assertThat(portal.as("startup2")
                        .create("/organizations", Steps.organizationBody("Hers", "STARTUP"), "once")
                        .status())
                .as("another person's key")
                .isEqualTo(201);
    }

    @Test
    void aTokenThatIsNotTheRealmsLetsNobodyIn() {
        var claims = TestTokens.claims("forger", "openid portal");
        claims.put("iss", portal.realm());
        claims.put("realm_access", Map.of("roles", List.of("mnc-admin")));
        var tokens = new LinkedHashMap<String, String>();
        tokens.put("signed with a foreign key", TestTokens.signForeign(claims));
        tokens.put("not signed", TestTokens.unsigned(claims));
        tokens.put("a real one, changed", changed(portal.tokenOf("startup")));
        tokens.put("no token", "x");
        tokens.put("for another audience", portal.tokenForOthers("startup"));
        tokens.forEach((what, token) -> {
            assertThat(token).as(what).isNotEmpty();
            for (var path : List.of("/verification-cases", "/events", "/me/organizations")) {
                assertRefused(send(get(path, null, 0, ""), token, "fr"), 401, "unauthorized");
            }
        });
    }

    /** As no client library would send them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/events/%00 HTTP/1.1",
                "GET /api/v1/events/a%2Fb HTTP/1.1",
                "GET /api/v1/events/..;/programs HTTP/1.1",
                "GET /api/v1/events/%zz HTTP/1.1",
                "GET /api/v1/events?kind=%zz HTTP/1.1",
                "GET /api/v1/events/<script> HTTP/1.1",
                "GE\tT /api/v1/events HTTP/1.1"
            })
    void aLineThatIsHardlyHttpIsAProblemToo(String line) throws IOException {
        var gateway = URI.create(portal.gateway());
        try (var socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.getOutputStream()
                    .write((line + "\r\nHost: " + gateway.getAuthority()
                                    + "\r\nAccept: application/json\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 4").containsIgnoringCase("content-type: application/problem+json");
            assertNothingInside(answer);
        }
    }

    private Answer send(Bad bad, @Nullable String token, String language) {
        var caller = token == null ? portal.anonymous() : portal.withToken(token);
        return caller.in(language).send(bad.method, bad.path, bad.body, bad.headers);
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status() + " " + answer.text("code"))
                .as(
                        "%s %s: %s",
                        answer.response().request().method(), answer.response().uri(), answer.body())
                .isEqualTo(status + " " + code);
        assertThat(answer.text("title")).isNotBlank();
        assertThat(answer.text("detail")).isNotBlank();
        assertNothingInside(answer.response().body());
    }

    /** Nothing of how the portal is made. */
    private static void assertNothingInside(String body) {
        assertThat(body)
                .doesNotContainPattern("Exception|\\bat [a-z]+\\.[a-z]+|org\\.spring|Tomcat|ma\\.maydan\\.[a-z]+\\.");
    }

    /** The token of one person, with another in it. */
    private static String changed(String token) {
        var parts = token.split("\\.", -1);
        var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replaceAll("\"sub\":\"[^\"]*\"", "\"sub\":\"00000000-0000-4000-8000-000000000001\"");
        return parts[0] + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + "."
                + parts[2];
    }
}
