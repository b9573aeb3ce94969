package ma.maydan.starter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import ma.maydan.starter.TestService;
import ma.maydan.testkit.backends.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Headers as no client sends them, or as few do: a refusal at most, never a failure. */
class HeadersIT {

    private static final String ELEVEN = "ar-MA,ar;q=0.9,fr-FR;q=0.8,fr;q=0.7,en-US;q=0.6,en;q=0.5,es;q=0.4,de;q=0.3,"
            + "it;q=0.2,pt;q=0.1,nl;q=0.05,tr;q=0.01";

    private final TestService service = TestService.shared();

    @ParameterizedTest
    @MethodSource
    void noHeaderMakesAServiceFail(String header) {
        for (var method : List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "FOO")) {
            for (var path : List.of("/api/v1/things", "/api/v1/things/x", "/api/v1/none", "/v3/api-docs")) {
                var answer = service.raw(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + header
                        + "\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
                assertThat(status(answer))
                        .as(method + " " + path + " " + answer)
                        .isBetween(200, 499);
            }
        }
    }

    static Stream<String> noHeaderMakesAServiceFail() {
        var bearer = "Authorization: Bearer " + TestTokens.person("someone") + "\r\n";
        var odd = Stream.of(
                        "",
                        " ",
                        "*/*",
                        "*",
                        ";",
                        ",",
                        "/",
                        "a/b;",
                        "=",
                        "\"",
                        "\"\"",
                        "x;q=z",
                        "\t",
                        "é",
                        "-1",
                        "99999999999999999999",
                        "Thu, 99 Foo 2026 99:99:99 GMT",
                        "W/",
                        "W/\"",
                        "%zz",
                        "null",
                        "a=b;c",
                        "multipart/form-data",
                        "x".repeat(3000),
                        "\u0080\u00ff")
                .flatMap(value -> Stream.of(
                                "Accept",
                                "Accept-Language",
                                "Accept-Charset",
                                "Accept-Encoding",
                                "Content-Type",
                                "Content-Encoding",
                                "Content-Language",
                                "If-Match",
                                "If-None-Match",
                                "If-Modified-Since",
                                "If-Unmodified-Since",
                                "If-Range",
                                "Range",
                                "Origin",
                                "Cookie",
                                "Authorization",
                                "Idempotency-Key",
                                "traceparent",
                                "tracestate",
                                "b3",
                                "baggage",
                                "Forwarded",
                                "X-Forwarded-For",
                                "X-Forwarded-Host",
                                "X-HTTP-Method-Override",
                                "Date",
                                "Via",
                                "Upgrade",
                                "TE",
                                "Referer",
                                "User-Agent")
                        .map(name -> name + ": " + value));
        var known = Stream.of(
                bearer + "Accept-Language: " + ELEVEN,
                bearer + "Accept-Language: " + String.join(",", Collections.nCopies(900, "fr")),
                bearer + "Content-Type: */*",
                bearer + "Content-Type: multipart/form-data",
                bearer + "Content-Type: application/json\r\nContent-Type: application/yaml",
                bearer + "Idempotency-Key: a\r\nIdempotency-Key: b\r\nContent-Type: application/json",
                bearer + bearer + "Accept: */*",
                "Origin: x\r\nAccess-Control-Request-Method: GET",
                "Origin: http://a b\r\nAccess-Control-Request-Method: \r\nAccess-Control-Request-Headers: ,,",
                "Origin: http://[::1\r\nAccess-Control-Request-Method: FOO");
        return Stream.concat(known, odd);
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 ".length() + 3));
    }

    @Test
    void whateverTheGatewayLetsThroughIsRead() {
        var answer = TestService.send(service.request("/api/v1/things").header("Accept-Charset", "x".repeat(20_000)));

        assertThat(answer.statusCode()).isEqualTo(200);
    }
}
