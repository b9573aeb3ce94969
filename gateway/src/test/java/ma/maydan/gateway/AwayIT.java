package ma.maydan.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import ma.maydan.testkit.backends.TestTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people and programs get when somebody behind the gateway does not answer. */
class AwayIT {

    private static final String HTML = "text/html,application/xhtml+xml";

    private static Door door;

    private final CountDownLatch silence = new CountDownLatch(1);

    @BeforeAll
    static void open() {
        // A breaker that never opens: each failure is looked at by itself.
        door = Door.open("maydan.gateway.calls.breaker-window=10000", "maydan.gateway.calls.response-timeout=300ms");
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
    void speak() {
        silence.countDown();
    }

    @ParameterizedTest
    @CsvSource({
        "ar, rtl, هذا الجزء من البوابة لا يستجيب",
        "fr, ltr, Cette partie du portail ne répond pas",
        "en, ltr, This part of the portal does not answer",
    })
    void aBrowserGetsAFriendlyPageInItsLanguageWithoutScriptOrInlineStyle(String language, String dir, String title) {
        Door.PORTAL.stop();

        var page = door.get("/" + language + "/events", "Accept", HTML);

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(Door.header(page, "Retry-After")).matches("[1-9][0-9]*");
        assertThat(page.body())
                .contains("<html lang=\"" + language + "\" dir=\"" + dir + "\"", title)
                .contains("href=\"/" + language + "/events\"")
                .doesNotContain("<script", "style=", "<style");
    }

    @Test
    void aProgramGetsAProblemThatTellsWhenToComeBack() {
        Door.EVENTS.stop();

        var answer = door.get("/api/v1/events", "Accept-Language", "ar", "Accept", "application/json");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(Door.header(answer, "Content-Type")).startsWith("application/problem+json");
        assertThat(Door.header(answer, "Retry-After")).matches("[1-9][0-9]*");
        assertThat(answer.body()).contains("\"service-unavailable\"", "غير متاح حاليا");
    }

    @Test
    void readingIsTriedASecondTimeWhenTheConnectionBreaks() {
        var calls = new AtomicInteger();
        Door.EVENTS.answers(exchange -> {
            if (calls.incrementAndGet() == 1) {
                breakOff(exchange);
            } else {
                StubUpstream.send(exchange, 200, "text/plain", "at last");
            }
        });

        assertThat(door.get("/api/v1/events").body()).isEqualTo("at last");
        assertThat(calls).hasValue(2);
    }

    @Test
    void writingIsNeverTriedASecondTime() {
        var calls = new AtomicInteger();
        Door.EVENTS.answers(exchange -> {
            calls.incrementAndGet();
            breakOff(exchange);
        });

        for (var method : new String[] {"POST", "PUT", "DELETE", "PATCH"}) {
            calls.set(0);
            var answer = Door.send(
                    door.request("/api/v1/events/1").method(method, HttpRequest.BodyPublishers.ofString("{}")));
            assertThat(answer.statusCode()).as(method).isEqualTo(502);
            assertThat(calls).as(method).hasValue(1);
        }
    }

    @Test
    void anAnswerThatBreaksOffDoesSoForTheCallerTooAndNothingIsPutBehindIt() {
        Door.PORTAL.answers(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/csv;charset=UTF-8");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("half a file".repeat(10_000).getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            throw new IOException("without the last chunk");
        });

        var answer = door.raw("GET /fr/list.csv HTTP/1.1\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .contains("half a file")
                .doesNotContain("\r\n0\r\n", "html", "problem");
    }

    @Test
    void silenceEndsInTimeAndIsNotTriedAgain() {
        Door.EVENTS.answers(exchange -> keepSilent());

        var answer = door.get("/api/v1/events");

        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(Door.EVENTS.received).hasSize(1);
    }

    @Test
    void afterAFewFailuresTheUpstreamIsLeftAloneAndTheOthersAreNot() {
        try (var own = Door.open("maydan.gateway.calls.breaker-window=6", "maydan.gateway.calls.open-for=1h")) {
            Door.EVENTS.answers(AwayIT::breakOff);
            for (var i = 0; i < 3; i++) {
                own.get("/api/v1/events");
            }
            var before = Door.EVENTS.received.size();

            var refused = own.get("/api/v1/events");

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(Door.header(refused, "Retry-After")).isEqualTo("3600");
            assertThat(Door.EVENTS.received).hasSize(before);
            assertThat(own.get("/api/v1/programs").statusCode()).isEqualTo(200);
            assertThat(own.get("/fr/").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void anUpstreamThatIsBackIsFoundAgain() {
        try (var own = Door.open("maydan.gateway.calls.breaker-window=6", "maydan.gateway.calls.open-for=50ms")) {
            Door.EVENTS.stop();
            for (var i = 0; i < 6; i++) {
                assertThat(own.get("/api/v1/events").statusCode()).isEqualTo(503);
            }
            Door.EVENTS.start();

            await().atMost(Duration.ofSeconds(5))
                    .until(() -> own.get("/api/v1/events").statusCode() == 200);
        }
    }

    @Test
    void aFaultOfAServiceIsItsOwnAnswerAndOpensNoBreaker() {
        try (var own = Door.open("maydan.gateway.calls.breaker-window=6")) {
            Door.EVENTS.answers(exchange -> StubUpstream.send(exchange, 500, "application/problem+json", "{}"));
            for (var i = 0; i < 12; i++) {
                HttpResponse<String> answer = own.get("/api/v1/events");
                assertThat(answer.statusCode()).isEqualTo(500);
                assertThat(answer.body()).isEqualTo("{}");
            }
            assertThat(Door.EVENTS.received).hasSize(12);
        }
    }

    @Test
    void withoutTheDatabaseVisitorsAndMachinesGoOnAndSessionsAreNotLost() {
        var nowhere = "maydan.mongodb.uri=mongodb://localhost:" + Door.freePort() + "/?serverSelectionTimeoutMS=100";
        try (var own = Door.open(nowhere)) {
            assertThat(own.get("/fr/", "Accept", HTML).statusCode()).isEqualTo(200);
            assertThat(own.get("/api/v1/events", "Authorization", "Bearer " + TestTokens.machine("m", "events.read"))
                            .statusCode())
                    .isEqualTo(200);

            var person = own.get("/fr/", "Accept", HTML, "Cookie", "MAYDAN_SESSION=MTIz");
            assertThat(person.statusCode()).isEqualTo(503);
            assertThat(Door.header(person, "Retry-After")).isNotBlank();
            assertThat(person.body()).contains("<html lang=\"fr\"");
            assertThat(person.headers().allValues("Set-Cookie")).isEmpty();
        }
    }

    private static void breakOff(HttpExchange exchange) throws IOException {
        exchange.close();
        throw new IOException("the connection breaks here");
    }

    private void keepSilent() {
        try {
            silence.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
