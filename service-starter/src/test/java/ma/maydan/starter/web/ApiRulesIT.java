package ma.maydan.starter.web;

import static ma.maydan.starter.TestService.json;
import static ma.maydan.starter.TestService.send;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import ma.maydan.starter.TestService;
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
        "'W/\"1-0123456789abcdef\"', 200",
        "'\"2-0123456789abcdef\"', 412",
        "'\"1-x\"', 412",
        "'\"+1\"', 412",
        "'\"-1\"', 412",
        "'W/\"1\"', 200",
        "'\"2\"', 412",
        "'1', 412",
        "'\"1\", \"2\"', 412",
        "'\"99999999999999999999\"', 412",
        "'*', 428",
        "' ', 428"
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
