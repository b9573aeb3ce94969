package ma.maydan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import ma.maydan.testkit.backends.TestTokens;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** How often a client may ask. The windows are so long here that no test meets the end of one. */
class RateLimitIT {

    private static final String[] LIMITS = {
        "maydan.gateway.rate-limits.person=40",
        "maydan.gateway.rate-limits.client=20",
        "maydan.gateway.rate-limits.address=100000",
        "maydan.gateway.rate-limits.window=3650d",
    };

    private static Door door;

    @BeforeAll
    static void open() {
        door = Door.open(LIMITS);
    }

    @AfterAll
    static void close() {
        door.close();
    }

    @BeforeEach
    void reset() {
        Door.resetAll();
    }

    @Test
    void aMachineThatUsedUpItsShareIsToldSoInItsLanguage() {
        var token = TestTokens.machine(UUID.randomUUID().toString(), "events.read");

        var first = ask(door, token);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(Door.header(first, "RateLimit-Policy")).isEqualTo("\"machine\";q=20;w=315360000");
        assertThat(Door.header(first, "RateLimit")).startsWith("\"machine\";r=19;t=");
        for (var i = 0; i < 19; i++) {
            assertThat(ask(door, token).statusCode()).isEqualTo(200);
        }
        var refused = ask(door, token);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Door.header(refused, "Content-Type")).startsWith("application/problem+json");
        assertThat(Door.header(refused, "Retry-After")).matches("[1-9][0-9]*");
        assertThat(Door.header(refused, "RateLimit")).startsWith("\"machine\";r=0;t=");
        assertThat(refused.body())
                .contains("\"https://iana.org/assignments/http-problem-types#quota-exceeded\"", "طلبات كثيرة");
        assertThat(Door.EVENTS.received).hasSize(20);
        assertThat(door.get("/-/gateway.css", "Authorization", "Bearer " + token)
                        .statusCode())
                .as("what its page is dressed with")
                .isEqualTo(200);
    }

    @Test
    void thePageThatSaysSoIsDressedAllTheSame() {
        try (var own = Door.open("maydan.gateway.rate-limits.address=3", "maydan.gateway.rate-limits.window=3650d")) {
            while (own.get("/fr/", "Accept", "text/html").statusCode() != 429) {
                // Until all is used up.
            }
            var page = own.get("/fr/", "Accept", "text/html").body();
            var style = page.replaceFirst("(?s).*<link rel=\"stylesheet\" href=\"([^\"]+)\".*", "$1");

            assertThat(own.get(style).statusCode()).isEqualTo(200);
            assertThat(own.get("/fr/").statusCode()).isEqualTo(429);
        }
    }

    /** However it is spelled, by the API or the page; everything else goes on. */
    @Test
    void whoTypesManyAddressesOfGuestsIsStopped() {
        try (var own = Door.open("maydan.gateway.rate-limits.guests=2", "maydan.gateway.rate-limits.window=3650d")) {
            var paths = List.of("/api/v1/events/e/guests", "/fr/events/e/guest", "/api/v1/events/e/%67uests");

            var statuses = paths.stream()
                    .map(path -> own.post(path, "application/json", "{}").statusCode())
                    .toList();

            assertThat(statuses.subList(0, 2)).doesNotContain(429);
            assertThat(statuses.getLast()).isEqualTo(429);
            assertThat(own.get("/api/v1/events").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void everyClientHasAShareOfItsOwn() {
        var greedy = TestTokens.machine(UUID.randomUUID().toString(), "events.read");
        for (var i = 0; i < 25; i++) {
            ask(door, greedy);
        }

        assertThat(ask(door, TestTokens.machine(UUID.randomUUID().toString(), "events.read"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(ask(door, TestTokens.person(UUID.randomUUID().toString())).statusCode())
                .isEqualTo(200);
        assertThat(door.get("/api/v1/events").statusCode()).isEqualTo(200);
    }

    @Test
    void aPersonHasOneShareInTheBrowserAndByToken() {
        var person = UUID.randomUUID().toString();
        var session = door.signIn(person);
        for (var i = 0; i < 20; i++) {
            assertThat(door.get("/api/v1/events", "Cookie", session).statusCode())
                    .isEqualTo(200);
            assertThat(ask(door, TestTokens.person(person)).statusCode()).isEqualTo(200);
        }

        assertThat(door.get("/api/v1/events", "Cookie", session).statusCode()).isEqualTo(429);
        assertThat(ask(door, TestTokens.person(person)).statusCode()).isEqualTo(429);
    }

    @Test
    void aForgedTokenDoesNotSpendTheShareOfWhomItNames() {
        var victim = UUID.randomUUID().toString();
        for (var i = 0; i < 50; i++) {
            assertThat(ask(door, TestTokens.signForeign(TestTokens.claims(victim, "portal")))
                            .statusCode())
                    .isEqualTo(401);
        }

        assertThat(ask(door, TestTokens.person(victim)).statusCode()).isEqualTo(200);
    }

    @Test
    void replicasShareAWindowAndAtTheSameTimeNeverLetMoreThrough() throws Exception {
        var database = "gateway_" + UUID.randomUUID().toString().replace("-", "");
        var token = TestTokens.machine(UUID.randomUUID().toString(), "events.read");
        try (var one = Door.open(database, Door.freePort(), LIMITS);
                var two = Door.open(database, Door.freePort(), LIMITS);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<HttpResponse<String>>>();
            for (var i = 0; i < 80; i++) {
                var replica = i % 2 == 0 ? one : two;
                answers.add(threads.submit(() -> ask(replica, token)));
            }
            var passed = 0;
            for (var answer : answers) {
                passed += answer.get().statusCode() == 200 ? 1 : 0;
            }
            assertThat(passed).isEqualTo(20);
        }
    }

    @Test
    void countingCostsTheDatabaseNoWriteARequest() {
        try (var own = Door.open("maydan.gateway.rate-limits.window=3650d", "maydan.gateway.rate-limits.client=2000")) {
            var token = TestTokens.machine("counted", "events.read");
            for (var i = 0; i < 50; i++) {
                ask(own, token);
            }
            var windows = own.bean(MongoDatabase.class).getCollection("windows");
            assertThat(windows.find().map(window -> window.getInteger("taken"))).containsExactly(100);
        }
    }

    @Test
    void windowsThatAreOverAreDeletedByAnIndex() {
        try (var own = Door.open(LIMITS)) {
            var windows = own.bean(MongoDatabase.class).getCollection("windows");
            windows.insertOne(new Document("_id", "over").append("endsAt", new Date(0)));
            ask(own, TestTokens.machine("lasting", "events.read"));

            own.bean(ScheduledTaskHolder.class).getScheduledTasks().stream()
                    .map(ScheduledTask::getTask)
                    .filter(task -> task.toString().contains("Permits.sweep"))
                    .forEach(task -> task.getRunnable().run());

            assertThat(windows.find().map(window -> window.getString("_id")))
                    .singleElement()
                    .asString()
                    .contains("lasting");
            assertThat(windows.listIndexes().map(index -> index.get("key"))).contains(new Document("endsAt", 1));
        }
    }

    private static HttpResponse<String> ask(Door door, String token) {
        return door.get("/api/v1/events", "Authorization", "Bearer " + token, "Accept-Language", "ar");
    }
}
