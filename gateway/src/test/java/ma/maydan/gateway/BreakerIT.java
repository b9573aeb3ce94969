package ma.maydan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody shuts the door for others: what a caller does wrong is told to that caller alone. */
class BreakerIT {

    private static final int OFTEN = 12;

    private static Door door;

    @BeforeAll
    static void open() {
        door = Door.open("maydan.gateway.calls.breaker-window=4", "maydan.gateway.calls.open-for=1h");
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
                "OPTIONS /api/v1/events HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}",
                "OPTIONS /api/v1/events HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "TRACE /api/v1/events HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}",
                "POST /api/v1/events HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
                "POST /api/v1/events HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\nzz\r\n\r\n",
                "POST /api/v1/events HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n{}\r\n0\r\n\r\n",
            })
    void aRequestThatCannotGoOnIsItsSendersFault(String request) {
        for (var i = 0; i < OFTEN; i++) {
            assertThat(status(door.raw(request))).isBetween(400, 499);
        }

        assertThat(door.get("/api/v1/events").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/events HTTP/1.1\r\nContent-Type: \r\n\r\n",
                "OPTIONS /api/v1/events HTTP/1.1\r\nContent-Type: \r\n\r\n",
                "OPTIONS /api/v1/events HTTP/1.1\r\nContent-Type: \r\nContent-Length: 2\r\n\r\n{}",
                "GET /api/v1/events HTTP/1.1\r\nAccept: nonsense\r\nAccept-Charset: ,;\r\nDate: never\r\n\r\n",
                "GET /api/v1/events HTTP/1.1\r\nExpect: 200-maybe\r\n\r\n",
                "GET /api/v1/events HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: h2c\r\nHTTP2-Settings: AA\r\n\r\n",
                "GET /api/v1/events HTTP/1.1\r\nConnection: close, host, content-length, authorization\r\n\r\n",
                "GET /api/v1/events HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}",
                "GET /api/v1/events HTTP/1.1\r\nIf-Modified-Since: x\r\nRange: bytes=9-1\r\nOrigin: ::\r\n\r\n",
                "POST /api/v1/events HTTP/1.1\r\nContent-Type: multipart/form-data\r\nContent-Length: 2\r\n\r\n{}",
                "POST /api/v1/events HTTP/1.1\r\nContent-Type: a/b; charset=none\r\nContent-Length: 2\r\n\r\n{}",
                "POST /api/v1/events HTTP/1.1\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}",
                "FOO /api/v1/events HTTP/1.1\r\n\r\n",
                "HEAD /api/v1/events HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}",
                "DELETE /api/v1/events HTTP/1.1\r\nTE: trailers\r\nTrailer: x\r\nContent-Length: 2\r\n\r\n{}",
                "GET /api/v1/events?a=|&b=\"&c=^ HTTP/1.1\r\n\r\n",
            })
    void anOddRequestIsNoFaultOfAnybodyElse(String request) {
        for (var i = 0; i < OFTEN; i++) {
            assertThat(status(door.raw(request))).isLessThan(500);
        }

        assertThat(door.get("/api/v1/events").statusCode()).isEqualTo(200);
    }

    @Test
    void aPageThatCannotBeDrawnIsNoOutageOfThePortal() {
        for (var status : new int[] {500, 502, 503, 504}) {
            Door.PORTAL.answers(exchange -> StubUpstream.send(exchange, status, "text/html", "a service is away"));
            for (var i = 0; i < OFTEN; i++) {
                assertThat(door.get("/fr/events/poisoned").statusCode()).isEqualTo(status);
            }
        }
        assertThat(Door.PORTAL.received).hasSize(4 * OFTEN);
    }

    @Test
    void aServiceThatSaysThatItIsAwayIsLeftAlone() {
        try (var own = Door.open("maydan.gateway.calls.breaker-window=4", "maydan.gateway.calls.open-for=1h")) {
            Door.EVENTS.answers(exchange -> StubUpstream.send(exchange, 503, "application/problem+json", "{}"));
            for (var i = 0; i < OFTEN; i++) {
                assertThat(own.get("/api/v1/events").statusCode()).isEqualTo(503);
            }
            assertThat(Door.EVENTS.received).hasSizeLessThan(OFTEN);
        }
    }

    private static int status(String answer) {
        assertThat(answer).startsWith("HTTP/1.1 ");
        return Integer.parseInt(answer.substring(9, 12));
    }
}
