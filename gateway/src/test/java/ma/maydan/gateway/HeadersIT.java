package ma.maydan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ma.maydan.testkit.backends.TestTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers as no careful client sends them, over a plain socket: an answer or a refusal, never a fault. */
class HeadersIT {

    private static final String[] PATHS = {
        "/",
        "/fr/events",
        "/api/v1/events",
        "/api/v1/none",
        "/login",
        "/login/oauth2/code/keycloak?state=x&code=x",
        "/logout",
        "/openapi/none",
        "/docs/api",
        "/-/gateway.css"
    };

    private static Door door;

    @BeforeAll
    static void open() {
        door = Door.open("maydan.gateway.calls.breaker-window=10000");
    }

    @AfterAll
    static void close() {
        door.close();
    }

    @BeforeEach
    void reset() {
        Door.resetAll();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept-Language: LANGUAGES",
                "Accept-Language: *;q=x, ;;, fr;q=2",
                "Accept-Language: fr-\u00e9",
                "Content-Type: */*",
                "Content-Type: text/*",
                "Content-Type:",
                "Content-Type: x",
                "Content-Type: /",
                "Content-Type: text/plain; charset=nowhere",
                "Content-Type: multipart/form-data",
                "Content-Type: multipart/form-data; boundary=",
                "Content-Type: multipart/form-data; boundary=\"",
                "Content-Type: application/x-www-form-urlencoded; charset=x",
                "Accept: x",
                "Accept: */x;q=q",
                "Accept:",
                "Accept-Charset: x, *;q=y",
                "Accept-Encoding: x;q=q, *;q=0",
                "Origin: x",
                "Origin: http://[",
                "Referer: http://[::",
                "Cookie: ;;==, $Version=x; \"",
                "Cookie: MAYDAN_SESSION",
                "Cookie: MAYDAN_SESSION=%zz",
                "Cookie: lang=<x>",
                "Authorization:",
                "Authorization: Bearer",
                "Authorization: Basic \u00e9",
                "Range: bytes=x",
                "If-None-Match: x",
                "If-Modified-Since: yesterday",
                "If-Unmodified-Since: x",
                "If-Range: x",
                "Expect: x",
                "Upgrade: h2c",
                "Upgrade: websocket",
                "Connection: ,;, x y, authorization",
                "TE: x;q=q",
                "Trailer: x",
                "Forwarded: for=x;;",
                "X-Forwarded-For: x",
                "X-Forwarded-Host: [",
                "X-Forwarded-Proto: ://",
                "X-Forwarded-Port: x",
                "X-HTTP-Method-Override: TRACE",
                "traceparent: x",
                "b3: x",
                "baggage: =;,%zz",
                "X-CSRF-TOKEN: \u00e9",
                "HX-Request: \u00e9",
                "Access-Control-Request-Method: x",
                "Access-Control-Request-Headers: ,"
            })
    void noHeaderMakesAFault(String header) throws IOException {
        var languages = IntStream.range(0, 400)
                .mapToObj(i -> "x" + (char) ('a' + i % 26) + "-" + i)
                .collect(Collectors.joining(","));
        for (var path : PATHS) {
            for (var method : new String[] {"GET", "HEAD", "OPTIONS", "POST", "PUT"}) {
                var body = method.startsWith("P") ? "{}" : "";
                var length = body.isEmpty() ? "" : "\r\nContent-Length: 2";
                var answer = send(
                        method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n"
                                + header.replace("LANGUAGES", languages) + length,
                        body);
                assertThat(answer).as(method + " " + path).matches("(?s)HTTP/1.1 [234]\\d\\d.*");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Authorization|Bearer a|Bearer b",
                "Authorization|Bearer a|Bearer a",
                "Content-Type|application/json|text/plain",
                "Content-Length|2|3",
                "Host|localhost|elsewhere",
                "Idempotency-Key|a|b",
                "Origin|http://a|http://b",
                "X-CSRF-TOKEN|a|b",
                "Range|bytes=0-1|bytes=2-3"
            })
    void whatCanBeSaidOnceIsRefusedWhenItIsSaidTwice(String name, String one, String other) throws IOException {
        var host = name.equals("Host") ? "" : "Host: localhost\r\n";
        var answer = send(
                "POST /api/v1/events HTTP/1.1\r\n" + host + name + ": " + one + "\r\nX-Between: x\r\n"
                        + name.toLowerCase(java.util.Locale.ROOT) + ": " + other
                        + (name.equals("Content-Length") ? "" : "\r\nContent-Length: 2"),
                "{}");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
        assertThat(Door.EVENTS.received).isEmpty();
    }

    @Test
    void twoTokensAreRefusedThoughBothAreGood() {
        var machine = "Bearer " + TestTokens.machine("robot", "events.read");

        var answer = door.get(
                "/api/v1/events", "Authorization", machine, "Authorization", "Bearer " + TestTokens.person("amina"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Door.EVENTS.received).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|400",
                "GET /a b HTTP/1.1|400",
                "GET /%00 HTTP/1.1|400",
                "GET /[x] HTTP/1.1|400",
                "GET /fr/..%2f HTTP/1.1|400",
                "G<T / HTTP/1.1|400",
                "GET / HTTP/9.9|505",
                "TRACE / HTTP/1.1|405",
                "CONNECT localhost:1 HTTP/1.1|400",
                "GET / HTTP/1.1\\nHost: a|400",
                "GET / HTTP/1.1\\nTransfer-Encoding: gzip|400",
                "GET / HTTP/1.1\\nContent-Length: x|400",
                "GET / HTTP/1.1\\nno colon|400",
                "GET / HTTP/1.1\\nX-Long: LONG|400",
                "GET /LONG HTTP/1.1|400"
            })
    void whatTomcatRefusesIsAProblemUnderTheSameHeadersAsEveryAnswer(String head, int status) throws IOException {
        var answer = send(
                head.replace("\\n", "\r\n").replace("LONG", "x".repeat(100_000))
                        + (head.contains("Host:") ? "\r\nHost: b" : "\r\nHost: localhost"),
                "");

        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .contains("application/problem+json")
                .contains("\r\nContent-Security-Policy: default-src 'self'")
                .contains("\r\nX-Frame-Options: DENY")
                .contains("\r\nReferrer-Policy: ")
                .contains("\r\nX-Content-Type-Options: nosniff")
                .contains("\r\nCache-Control: no-store")
                .doesNotContain("Tomcat", "Exception", "<html");
    }

    @Test
    void aTraceIsRefusedWithItsQueryAndItsBody() throws IOException {
        for (var path : PATHS) {
            for (var type : new String[] {"text/plain", "application/x-www-form-urlencoded"}) {
                var answer = send(
                        "TRACE " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type
                                + "\r\nContent-Length: 2",
                        "{}");
                assertThat(answer).as(path).startsWith("HTTP/1.1 405").contains("\r\nAllow: ");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Content-Type: x|415",
                "If-Match: x|400",
                "Expect: x|417",
                "Transfer-Encoding: gzip|400",
                "Content-Type: a/b\\nContent-Type: a/b|400"
            })
    void whoeverRefusesTellsAPersonWithAPage(String header, int status) throws IOException {
        var answer = send(
                "GET /ar/events HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n" + header.replace("\\n", "\r\n"),
                "");

        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .contains("\r\nContent-Type: text/html", "\r\nContent-Language: ar", "<html lang=\"ar\"")
                .contains("\r\nContent-Security-Policy: default-src 'self'");
        assertThat(Door.PORTAL.received).isEmpty();
    }

    private static String send(String head, String body) throws IOException {
        try (var socket = new Socket("localhost", URI.create(door.uri).getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((head + "\r\nConnection: close\r\n\r\n" + body).getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
