package ma.maydan.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers that do not go on: they end in time, and hold nothing that others need. */
class StalledIT {

    private static final String[] BOUNDS = {
        "maydan.gateway.bounds.connections=12",
        "maydan.gateway.bounds.requests=8",
        "maydan.gateway.bounds.bodies=4",
        "maydan.gateway.bounds.times.patience=1s",
        "maydan.gateway.bounds.times.head=1s",
        "maydan.gateway.bounds.times.body=1s",
        "maydan.gateway.bounds.times.exchange=3s",
        "maydan.gateway.bounds.memory=64KB",
        "maydan.gateway.calls.breaker-window=4",
        "maydan.gateway.calls.open-for=50ms",
    };
    private static final String HEAD = "POST /api/v1/events HTTP/1.1\r\nHost: localhost\r\n";

    private static Door door;

    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void open() {
        door = Door.open(BOUNDS);
    }

    @AfterAll
    static void close() {
        door.close();
    }

    @BeforeEach
    void reset() {
        Door.resetAll();
    }

    @AfterEach
    void hangUp() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 100\r\n\r\n{}", "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n"})
    void aBodyThatStallsIsToldSoAndReachesNobodyAsAWhole(String rest) throws IOException {
        for (var i = 0; i < 3; i++) {
            var start = System.nanoTime();
            var answer = answer(send("127.0.0.1", HEAD + "Accept-Language: fr\r\n" + rest));
            assertThat(answer).startsWith("HTTP/1.1 408").contains("\"request-timeout\"", "a pris trop de temps");
            assertThat(System.nanoTime() - start)
                    .isLessThan(Duration.ofSeconds(6).toNanos());
        }

        assertThat(door.get("/api/v1/events").statusCode()).isEqualTo(200);
        await().during(Duration.ofMillis(300)).until(() -> Door.EVENTS.received.size() == 1);
    }

    @Test
    void aBodyThatDripsEndsInTheSameTime() throws Exception {
        var socket = send("127.0.0.1", HEAD + "Content-Length: 1000\r\n\r\n");
        drip(socket, "x");

        assertThat(answer(socket)).startsWith("HTTP/1.1 408");
        assertThat(Door.EVENTS.received).isEmpty();
    }

    @Test
    void aHeadThatDripsEndsItsConnection() throws Exception {
        var socket = send("127.0.0.1", "GET / HTTP/1.1\r\n");
        var start = System.nanoTime();
        drip(socket, "X-Drip: 1\r\n");

        assertThat(System.nanoTime() - start).isLessThan(Duration.ofSeconds(6).toNanos());
        assertThat(Door.PORTAL.received).isEmpty();
    }

    @Test
    void aBodyThatIsSilentLongestGivesItsPlaceToOneThatIsSent() throws IOException {
        // What is done for the first time takes longer than a body may.
        door.post("/api/v1/events", "application/json", "{}");
        var silent = new ArrayList<Socket>();
        for (var i = 0; i < 4; i++) {
            silent.add(send("127.0.0.2", HEAD + "Content-Length: 100\r\n\r\n{"));
        }
        await().pollDelay(Duration.ofMillis(400)).until(() -> true);
        var more = answer(send("127.0.0.2", HEAD + "Connection: close\r\nContent-Length: 2\r\n\r\n{}"));

        assertThat(more).startsWith("HTTP/1.1 200");
        var answers = new ArrayList<String>();
        for (var socket : silent) {
            answers.add(answer(socket));
        }
        assertThat(answers)
                .filteredOn(answer -> answer.startsWith("HTTP/1.1 408"))
                .hasSize(3);
        assertThat(answers)
                .filteredOn(answer -> !answer.startsWith("HTTP/1.1 408"))
                .singleElement()
                .asString()
                .startsWith("HTTP/1.1 429");
    }

    @Test
    void manyWhoSendAtOnceAreAllServed() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(
                            () -> answer(send("127.0.0.8", HEAD + "Connection: close\r\nContent-Length: 2\r\n\r\n{}"))))
                    .toList();
            assertThat(answers).allSatisfy(answer -> assertThat(answer.get()).startsWith("HTTP/1.1 200"));
        }
    }

    @Test
    void whoSendsAtOnceIsServedBesideManyOfTheSameAddressWhoStall() throws IOException {
        for (var i = 0; i < 60; i++) {
            send(
                    "127.0.0.7",
                    switch (i % 3) {
                        case 0 -> "";
                        case 1 -> "GET / HTTP/1.1\r\nX-Half";
                        default -> HEAD + "Content-Length: 100000\r\n\r\n" + "x".repeat(4000);
                    });
        }
        for (var i = 0; i < 5; i++) {
            assertThat(answer(send("127.0.0.7", HEAD + "Connection: close\r\nContent-Length: 2\r\n\r\n{}")))
                    .startsWith("HTTP/1.1 200");
            assertThat(answer(send("127.0.0.7", "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")))
                    .startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void aConnectionThatOnlyWaitsMakesRoomForANewOne() throws IOException {
        for (var i = 0; i < 40; i++) {
            send("127.0.0.3", i % 2 == 0 ? "" : "GET / HTTP/1.1\r\nX-Half");
        }

        assertThat(answer(send("127.0.0.3", "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")))
                .startsWith("HTTP/1.1 200");
        assertThat(open(sockets)).isLessThanOrEqualTo(12);
    }

    @Test
    void whoWaitsLongestForTheNextRequestMakesRoomForAnybodyWhenThereIsNone() throws IOException {
        try (var small = Door.open("server.tomcat.max-connections=8")) {
            var usual = "HEAD /fr/ HTTP/1.1\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n";
            for (var i = 0; i < 20; i++) {
                var socket = send(small, "127.0.1." + (i + 1), usual);
                assertThat(head(socket.getInputStream()))
                        .startsWith("HTTP/1.1 200")
                        .contains("Keep-Alive: timeout=75");
            }
            assertThat(open(sockets)).isLessThanOrEqualTo(8);
        }
    }

    @Test
    void anAnswerThatNobodyReadsEndsForTheUpstreamToo() throws Exception {
        var ended = new CountDownLatch(1);
        Door.EVENTS.answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var out = exchange.getResponseBody()) {
                for (var i = 0; i < 4000; i++) {
                    out.write(new byte[65536]);
                }
            } finally {
                ended.countDown();
            }
        });
        send("127.0.0.4", "GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\n\r\n");

        assertThat(ended.await(15, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void theFormsThatAreHeldHaveABoundedPlace() throws IOException {
        var session = door.signIn("somebody");
        var form = "POST /fr/x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: " + session
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\n"
                + "x".repeat(100_000);

        assertThat(answer(send("127.0.0.5", form))).startsWith("HTTP/1.1 503").contains("Retry-After: 2");
        assertThat(answer(send("127.0.0.5", form.replace("100000", "10").replace("x".repeat(100_000), "x".repeat(10)))))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void whoSendsSlowlyHoldsNoTryOfAnUpstreamThatMayBeBack() throws IOException {
        Door.EVENTS.answers(exchange -> StubUpstream.send(exchange, 503, "application/problem+json", "{}"));
        for (var i = 0; i < 6; i++) {
            door.get("/api/v1/events");
        }
        Door.EVENTS.reset();
        for (var i = 0; i < 4; i++) {
            send("127.0.0.6", HEAD + "Content-Length: 100\r\n\r\n{");
        }

        await().atMost(Duration.ofMillis(900))
                .until(() -> door.get("/api/v1/events").statusCode() == 200);
        assertThat(Door.EVENTS.received).allMatch(received -> received.method().equals("GET"));
    }

    private Socket send(String from, String bytes) throws IOException {
        return send(door, from, bytes);
    }

    private Socket send(Door to, String from, String bytes) throws IOException {
        var socket = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(to.uri).getPort(), InetAddress.getByName(from), 0);
        sockets.add(socket);
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            var next = in.read();
            assertThat(next).as(head.toString()).isNotNegative();
            head.append((char) next);
        }
        return head.toString();
    }

    /** Sends the same again and again, until there is an answer or nobody to send it to. */
    private static void drip(Socket socket, String drop) {
        await().pollInterval(Duration.ofMillis(100))
                .atMost(Duration.ofSeconds(10))
                .until(() -> {
                    try {
                        socket.getOutputStream().write(drop.getBytes(StandardCharsets.US_ASCII));
                        return socket.getInputStream().available() > 0;
                    } catch (IOException closed) {
                        return true;
                    }
                });
    }

    private static long open(List<Socket> sockets) {
        return sockets.stream().filter(StalledIT::isOpen).count();
    }

    private static boolean isOpen(Socket socket) {
        try {
            socket.setSoTimeout(1);
            return socket.getInputStream().read() >= 0;
        } catch (java.net.SocketTimeoutException silent) {
            return true;
        } catch (IOException closed) {
            return false;
        }
    }
}
