package ma.maydan.starter.web;

import static ma.maydan.starter.TestService.json;
import static ma.maydan.starter.TestService.send;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import ma.maydan.starter.TestService;
import ma.maydan.testkit.backends.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiRulesIT {

    private final TestService service = TestService.shared();

    @ParameterizedTest
    @CsvSource({
        "'\"1\"', 200",
        "'\"1-0123456789abcdef\"', 200",
        "'W/\"1-0123456789abcdef\"', 412",
        "'\"2-0123456789abcdef\"', 412",
        "'\"1-x\"', 412",
        "'\"+1\"', 412",
        "'\"-1\"', 412",
        "'W/\"1\"', 412",
        "'\"\"', 412",
        "'\"3\", W/\"1\"', 412",
        "'\"2\"', 412",
        "'1', 400",
        "'\"1', 400",
        "'1\"', 400",
        "'\"1\" \"2\"', 400",
        "'w/\"1\"', 400",
        "'W/1', 400",
        "'*, \"1\"', 400",
        "',', 400",
        "'\"1\", \"2\"', 200",
        "'\"3\",,\"1\"', 200",
        "'\"99999999999999999999\"', 412",
        "'*', 428",
        "' ', 400"
    })
    void aChangeNeedsTheVersionThatWasRead(String ifMatch, int status) {
        var created = send(service.create("versioned"));
        assertThat(created.headers().firstValue("ETag")).get().asString().startsWith("\"1-");

        var changed = send(service.rename(json(created).path("id").asString(), ifMatch, "renamed"));

        assertThat(changed.statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no time\nid",
                "+1000000000-12-31T23:59:59.999999999Z\nid",
                "-1000000000-01-01T00:00:00Z\nid",
                "2026-01-01T00:00:00Z\n",
                "2026-01-01T00:00:00Z\na\nb"
            })
    void aCursorThatIsNotOursIsRefused(String content) {
        var cursor = Base64.getUrlEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8));
        var listed = send(service.request("/api/v1/things?cursor=" + (cursor.isEmpty() ? "!" : cursor)));

        assertProblem(listed, 400, "invalid-cursor");
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, 422, validation-failed",
        "limit=101, 422, validation-failed",
        "limit=x, 422, validation-failed",
        "limit=, 422, validation-failed",
        "limit=%2B20, 422, validation-failed",
        "limit=+20, 422, validation-failed",
        "limit=-1, 422, validation-failed",
        "limit=%D9%A2%D9%A0, 422, validation-failed",
        "limit=%EF%BC%92%EF%BC%90, 422, validation-failed",
        "limit=99999999999, 422, validation-failed",
        "limit=20&limit=20, 400, repeated-parameter",
        "cursor=a&cursor=b, 400, repeated-parameter",
        "updatedAfter=2026-01-01T00:00:00Z&updatedAfter=2026-01-01T00:00:00Z, 400, repeated-parameter",
        "updatedAfter=%D9%A2026-01-01T00:00:00Z, 422, validation-failed",
        "updatedAfter=-2026-01-01T00:00:00Z, 422, validation-failed",
        "updatedAfter=yesterday, 422, validation-failed",
        "updatedAfter=%2B1000000000-12-31T23:59:59Z, 422, validation-failed",
        "updatedafter=2026-01-01T00:00:00Z, 400, unknown-parameter"
    })
    void aParameterThatCannotBeIsRefused(String query, int status, String code) {
        assertProblem(send(service.request("/api/v1/things?" + query)), status, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void aProblemSaysInWhichLanguageItIs(String language) {
        var refused = send(service.request("/api/v1/things/nothing").header("Accept-Language", language));

        assertProblem(refused, 404, "not-found");
        assertThat(refused.headers().firstValue("Content-Language")).contains(language);
    }

    @Test
    void aBodyOfMoreThanOneMebibyteIsRefusedWhetherItsLengthIsAnnouncedOrNot() {
        var large = ("{\"name\": \"" + "x".repeat(2_000_000) + "\"}").getBytes(StandardCharsets.UTF_8);

        assertProblem(send(service.create("large").POST(BodyPublishers.ofByteArray(large))), 413, "content-too-large");
        assertProblem(
                send(service.create("large").POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))),
                413,
                "content-too-large");
        assertProblem(
                send(service.rename("none", "\"1\"", "large")
                        .PUT(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))),
                413,
                "content-too-large");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": 1}            | 422 | /name",
                "{\"name\": \" \"}        | 422 | /name",
                "{\"name\": \"a\\ud83d b\"} | 422 | /name",
                "{\"name\": \"a\\udc00\"}   | 422 | /name",
                "{\"name\": \"a\\u0000b\"}  | 422 | /name",
                "{\"name\": \"a\", \"text\": {\"fr\": \"\\u2068a\\u2069\"}}  | 422 | /text/fr",
                "{\"name\": \"a\", \"at\": \"+999999999-12-31T10:00\"}    | 422 | /at",
                "{\"name\": \"a\", \"at\": \"2026-02-30T10:00\"}          | 422 | /at",
                "{\"name\": \"a\", \"at\": [2026, 12, 10, 10, 0]}        | 422 | /at",
                "{\"name\": \"a\", \"at\": 1}                           | 422 | /at",
                "{\"name\": \"a\", \"since\": \"2026-12-10T10:00\"}       | 422 | /since",
                "{\"name\": \"a\", \"since\": 1765360800}               | 422 | /since",
                "{\"name\": \"a\", \"a/b~c\": 1} | 422 | /a~1b~0c"
            })
    void aFieldThatIsNotValidIsNamed(String body, int status, String pointer) {
        var answer = send(service.create("any").POST(BodyPublishers.ofString(body)));

        assertProblem(answer, status, "validation-failed");
        assertThat(json(answer).at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    @Test
    void everythingThatIsWrongComesInOneAnswerOnceForEachField() {
        var answer = send(service.create("any").POST(BodyPublishers.ofString("""
                {"at": "soon", "text": {"fr": "a\\nb", "en": "%s", "ar": "\\u202e", "de": "x"}, "count": "7",
                 "kinds": ["A", "C", null], "extra": {"a": [1]}, "name": {"a": 1}}""".formatted("x".repeat(11)))));

        assertProblem(answer, 422, "validation-failed");
        assertThat(json(answer).path("errors").valueStream())
                .extracting(error -> error.path("pointer").asString() + " "
                        + error.path("code").asString())
                .containsExactlyInAnyOrder(
                        "/name invalid-value",
                        "/at invalid-value",
                        "/text/fr line-break",
                        "/text/en too-many-characters",
                        "/text/ar turns-direction",
                        "/text/de unknown-field",
                        "/count invalid-value",
                        "/kinds/1 invalid-value",
                        "/kinds/2 not-null",
                        "/extra unknown-field");
        assertThat(json(answer).path("errors").valueStream())
                .allSatisfy(error -> assertThat(error.path("detail").asString()).isNotBlank());
    }

    @Test
    void fieldsThatDoNotFitEachOtherAreToldBesideThoseThatAreWrong() {
        var answer = send(service.create("any")
                .POST(BodyPublishers.ofString("{\"name\": \" \", \"at\": \"2026-12-10T10:00\", \"count\": 100001}")));

        assertThat(json(answer).path("errors").valueStream())
                .extracting(error -> error.path("pointer").asString() + " "
                        + error.path("detail").asString())
                .containsExactly("/name This is required.", "/at This is required.", "/count No more than 100,000.");
    }

    @ParameterizedTest
    @CsvSource({"ar, 100.000", "fr, 100\u202f000", "en, '100,000'"})
    void aNumberInAMessageIsWrittenAsTheLanguageWritesIt(String language, String number) {
        var answer = send(service.create("any")
                .header("Accept-Language", language)
                .POST(BodyPublishers.ofString("{\"name\": \"a\", \"count\": 100001}")));

        assertThat(json(answer).at("/errors/0/detail").asString()).contains(number);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/things, 200, 'GET,HEAD,OPTIONS,POST'",
        "/api/v1/things/x, 200, 'GET,HEAD,OPTIONS,PUT'",
        "/api/v1/nothing, 404, ''"
    })
    void optionsAreWhatAnAddressAnswers(String path, int status, String methods) {
        var answer = send(service.request(path).method("OPTIONS", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(String.join(
                        ",",
                        new TreeSet<>(List.of(
                                answer.headers().firstValue("Allow").orElse("").split("[, ]+")))))
                .isEqualTo(methods);
    }

    @Test
    void endsOfLinesAreOneCharacterBeforeAnythingIsCounted() {
        var lines = "a\\r\\nb\\rc\\u2028d";
        var created = send(service.create("any").POST(BodyPublishers.ofString("{\"name\": \"" + lines + "\"}")));

        assertThat(json(created).path("name").asString()).isEqualTo("a\nb\nc\nd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "ключ", "\u007f"})
    void anIdempotencyKeyThatIsNoneIsNotMissing(String key) {
        var raw = service.raw("POST /api/v1/things HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                + TestTokens.person("someone") + "\r\nContent-Type: application/json\r\nIdempotency-Key: "
                + new String(key.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
                + "\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");

        assertThat(raw).startsWith("HTTP/1.1 400").doesNotContain("idempotency-key-missing");
    }

    @Test
    void aCursorBelongsToItsListAndFilter() {
        send(service.create("one"));
        send(service.create("two"));
        var cursor = json(send(service.request("/api/v1/things?limit=1")))
                .path("nextCursor")
                .asString();

        assertThat(send(service.request("/api/v1/things?limit=5&cursor=" + cursor))
                        .statusCode())
                .isEqualTo(200);
        assertProblem(
                send(service.request("/api/v1/things?updatedAfter=2020-01-01T00:00:00Z&cursor=" + cursor)),
                400,
                "invalid-cursor");
    }

    @Test
    void textMayHaveLinesTabsAndCharactersOfEveryPlane() {
        var created = send(service.create("any").POST(BodyPublishers.ofString("{\"name\": \"a\\n\\tميدان 😀\"}")));

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(json(created).path("name").asString()).isEqualTo("a\n\tميدان 😀");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "1",
                "{\"name\": \"a\"} trailing",
                "{\"name\": \"a\", \"name\": \"b\"}",
                "{\"name\": \"a\", \"n\\u0061me\": \"a\"}"
            })
    void whatIsNotTheJsonThatIsWantedIsABadRequest(String body) {
        assertThat(send(service.create("any").POST(BodyPublishers.ofString(body)))
                        .statusCode())
                .isEqualTo(400);
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(json(answer).path("code").asString()).isEqualTo(code);
    }
}
