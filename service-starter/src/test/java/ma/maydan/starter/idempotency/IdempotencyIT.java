package ma.maydan.starter.idempotency;

import static ma.maydan.starter.TestService.json;
import static ma.maydan.starter.TestService.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import ma.maydan.starter.TestService;
import ma.maydan.starter.thing.ThingController;
import ma.maydan.testkit.backends.TestTokens;
import org.junit.jupiter.api.Test;

class IdempotencyIT {

    private final TestService service = TestService.shared();

    @Test
    void theSameKeyAndBodyGetTheSameAnswer() {
        var key = UUID.randomUUID().toString();
        var first = send(create("someone", key, "once"));
        var second = send(create("someone", key, "once"));

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("ETag"))
                .isEqualTo(first.headers().firstValue("ETag"));
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() {
        var key = UUID.randomUUID().toString();
        send(create("someone", key, "once"));

        assertThat(json(send(create("someone", key, "twice"))).path("code").asString())
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void aKeyIsItsCallersOwn() {
        var key = UUID.randomUUID().toString();
        var mine = json(send(create("someone", key, "mine")));
        var theirs = json(send(create("somebody-else", key, "mine")));

        assertThat(theirs.path("id").asString())
                .isNotEmpty()
                .isNotEqualTo(mine.path("id").asString());
    }

    @Test
    void aRefusedRequestLeavesItsKeyFree() {
        var key = UUID.randomUUID().toString();

        assertThat(send(create("someone", key, " ")).statusCode()).isEqualTo(422);
        assertThat(send(create("someone", key, "now valid")).statusCode()).isEqualTo(201);
    }

    @Test
    void whileTheFirstIsUnderWayTheSecondWaitsItsTurn() throws Exception {
        try (var busy = new TestService("--spring.application.name=busy", "--maydan.mongodb.database=busy")) {
            var request = busy.create(ThingController.HELD).build();
            var first = CompletableFuture.supplyAsync(() -> send(HttpRequest.newBuilder(request, (n, v) -> true)));
            busy.bean(ThingController.class).awaitHeld();

            var second = send(HttpRequest.newBuilder(request, (name, value) -> true));

            assertThat(second.statusCode()).isEqualTo(409);
            assertThat(json(second).path("code").asString()).isEqualTo("idempotency-in-flight");
            assertThat(second.headers().firstValue("Retry-After")).contains("1");
            busy.bean(ThingController.class).open();
            assertThat(first.get().statusCode()).isEqualTo(201);
        }
    }

    @Test
    void aKeyIsFreeAfterADayWithoutTheDatabaseExpiringIt() {
        var clock = new MovedClock();
        var store = new IdempotencyStore(service.bean(MongoDatabase.class), clock);
        var id = UUID.randomUUID().toString();
        var first = run(store.claim(id, "someone", "body"));
        store.complete(first, 201, Map.of(), new byte[0]);

        clock.now = clock.now.plus(Duration.ofHours(23));
        assertThat(store.claim(id, "someone", "body")).isInstanceOf(IdempotencyStore.Replay.class);
        clock.now = clock.now.plus(Duration.ofHours(2));
        assertThat(run(store.claim(id, "someone", "another body")).resourceId()).isNotEqualTo(first.resourceId());
    }

    @Test
    void whoTakesOverFromADeadRequestGoesOnWithItsIdAndKeepsTheKey() {
        var clock = new MovedClock();
        var store = new IdempotencyStore(service.bean(MongoDatabase.class), clock);
        var id = UUID.randomUUID().toString();
        var slow = run(store.claim(id, "someone", "body"));
        clock.now = clock.now.plus(Duration.ofSeconds(31));

        var taker = run(store.claim(id, "someone", "body"));
        assertThat(taker.resourceId()).isEqualTo(slow.resourceId());

        // The first was slow and not dead: its late end must not free the key under the second.
        store.forget(slow);
        store.abandon(slow);
        assertThat(store.claim(id, "someone", "body")).isInstanceOf(IdempotencyStore.Refuse.class);
        store.forget(taker);
        assertThat(run(store.claim(id, "someone", "body")).resourceId()).isNotEqualTo(slow.resourceId());
    }

    private static IdempotencyStore.Entry run(IdempotencyStore.Claim claim) {
        assertThat(claim).isInstanceOf(IdempotencyStore.Run.class);
        return ((IdempotencyStore.Run) claim).entry();
    }

    private HttpRequest.Builder create(String caller, String key, String name) {
        return service.request("/api/v1/things")
                .header("Authorization", "Bearer " + TestTokens.person(caller))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString("{\"name\": \"" + name + "\"}"));
    }

    private static final class MovedClock extends Clock {

        private Instant now = Instant.parse("2026-11-01T00:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
