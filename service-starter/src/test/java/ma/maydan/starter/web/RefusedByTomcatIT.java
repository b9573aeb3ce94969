package ma.maydan.starter.web;

import static org.assertj.core.api.Assertions.assertThat;

import ma.maydan.starter.TestService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Tomcat or Spring Security's firewall refuses before a controller is looked for, over a plain socket. */
class RefusedByTomcatIT {

    private final TestService service = TestService.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/things/%00",
                "/api/v1/things%2F1",
                "/api/v1/things/%5C",
                "/api/v1/things/%zz",
                "/api/v1/things/[x]",
                "/api/v1/things/a\\b",
                "/api/v1/things;a=b",
                "/api/v1//things",
                "/api/v1/things/%0a",
                "/api/v1/things/../../../x",
                "/api/v1/things?limit=%zz",
                "/api/v1/things?x=%FF%FE",
                "/api/v1/things?%00=x",
                "/api/v1/things?a%0ab=x"
            })
    void aPathThatIsNoneIsABadRequest(String path) {
        assertProblem(service.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), 400);
    }

    @ParameterizedTest
    @CsvSource({
        "'GET', 400",
        "'GET /a b HTTP/1.1', 400",
        "'G<T / HTTP/1.1', 400",
        "'GET / HTTP/9.9', 505",
        "'GET / HTTP/1.1\r\nHost: a b', 400",
        "'GET / HTTP/1.1\r\nHost: a\r\nHost: b', 400",
        "'GET / HTTP/1.1\r\nHost: a\r\nContent-Length: x', 400",
        "'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip', 400"
    })
    void aMalformedHeadIsAProblem(String head, int status) {
        assertProblem(service.raw(head + "\r\nConnection: close\r\n\r\n"), status);
    }

    @Test
    void aHeadOfMoreThanATomcatReadsIsAProblem() {
        assertProblem(
                service.raw("GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(100_000) + "\r\n\r\n"), 400);
    }

    @Test
    void aBrokenChunkIsABadRequest() {
        assertProblem(
                service.raw("POST /api/v1/things HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + ma.maydan.testkit.backends.TestTokens.person("someone")
                        + "\r\nIdempotency-Key: broken\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n{}\r\n0\r\n\r\n"),
                400);
    }

    @Test
    void theTextIsInTheCallersLanguage() {
        assertThat(service.raw(
                        "GET /%00 HTTP/1.1\r\nHost: localhost\r\nAccept-Language: fr\r\nConnection: close\r\n\r\n"))
                .contains("Content-Language: fr");
    }

    private static void assertProblem(String answer, int status) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .contains("application/problem+json")
                .contains("\"code\":\"bad-request\"")
                .contains("\"status\":" + status)
                .doesNotContain("Tomcat", "Exception", "<html");
    }
}
