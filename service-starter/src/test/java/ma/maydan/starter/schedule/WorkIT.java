package ma.maydan.starter.schedule;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import ma.maydan.testkit.backends.MovedClock;
import ma.maydan.testkit.backends.TestBackends;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkIT {

    private static final int PIECES = 300;

    private final MongoClient client = MongoClients.create(TestBackends.mongoUri());
    private final MongoDatabase database = client.getDatabase("work_" + UUID.randomUUID());
    private final MongoCollection<Document> effects = database.getCollection("effects");
    private final WorkStore store = new WorkStore(database, Clock.systemUTC());
    private final List<Workers> running = new ArrayList<>();

    @AfterEach
    void end() {
        running.forEach(Workers::stop);
        database.drop();
        client.close();
    }

    @Test
    void twoInstancesDoEachPieceOnce() {
        twoInstances(Duration.ofSeconds(30));

        assertThat(effects.find()).hasSize(PIECES).allMatch(effect -> effect.getInteger("times") == 1);
    }

    @Test
    void withoutTheLeaseSomeAreDoneTwice() {
        twoInstances(Duration.ZERO);

        assertThat(effects.find()).anyMatch(effect -> effect.getInteger("times") > 1);
    }

    private void twoInstances(Duration lease) {
        for (var i = 0; i < PIECES; i++) {
            store.put(Due.at("count", "piece-" + i, Instant.now()), 1);
        }
        var both = new CountDownLatch(2);
        for (var instance = 0; instance < 2; instance++) {
            start(new Handler(lease, (work, held) -> {
                // One lasts until the other instance has begun it too, which it does not while it is leased.
                if (work.subject().equals("piece-0")) {
                    both.countDown();
                    both.await(3, TimeUnit.SECONDS);
                }
                effects.updateOne(eq("_id", work.subject()), Updates.inc("times", 1), new UpdateOptions().upsert(true));
            }));
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> effects.countDocuments() == PIECES && depth() == 0);
        running.forEach(Workers::stop);
    }

    @Test
    void itIsDoneAtItsTimeAndNotBefore() {
        var at = Instant.now().plusSeconds(2);
        var seen = new ArrayList<Instant>();
        start(new Handler((work, held) -> seen.add(Instant.now())));

        store.put(Due.at("count", "later", at), 1);

        await().atMost(Duration.ofSeconds(10)).until(() -> !seen.isEmpty());
        assertThat(seen).singleElement().satisfies(time -> assertThat(time).isBetween(at, at.plusSeconds(2)));
    }

    @Test
    void ofAKindWithALimitTheOthersWaitForTheNextMinute() {
        var clock = new MovedClock();
        var done = new AtomicInteger();
        var workers = new Workers(store, clock, List.of(new WorkHandler() {
            @Override
            public String kind() {
                return "count";
            }

            @Override
            public int perMinute() {
                return 5;
            }

            @Override
            public void run(Work work, Lease lease) {
                done.incrementAndGet();
            }
        }));
        clock.moveTo(Instant.now().plusSeconds(60));
        for (var i = 0; i < 12; i++) {
            store.put(Due.at("count", "limited-" + i, Instant.now()), 1);
        }
        running.add(workers);
        workers.start();
        for (var minute = 1; minute <= 3; minute++) {
            var expected = Math.min(12, 5 * minute);
            await().atMost(Duration.ofSeconds(10)).until(() -> done.get() >= expected);
            await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(5)).until(() -> done.get() == expected);
            clock.moveTo(clock.instant().plusSeconds(60));
        }
    }

    @Test
    void theLaterWordCountsAndAnEarlierThatComesLateDoesNot() {
        var soon = Instant.now().plusSeconds(3_600);
        store.put(Due.at("count", "moved", soon), 2);
        store.put(Due.at("count", "moved", soon.minusSeconds(7_200)), 1);
        assertThat(store.due("count", 10)).isEmpty();

        store.put(Due.at("count", "moved", Instant.now()), 3);
        assertThat(store.due("count", 10)).hasSize(1);

        store.put(Due.never("count", "moved"), 4);
        assertThat(store.due("count", 10)).isEmpty();
    }

    @Test
    void whatIsDoneIsNotDoneAgainWhenItIsAskedForAgain() {
        var times = new AtomicInteger();
        start(new Handler((work, held) -> times.incrementAndGet()));
        store.put(Due.at("count", "once", Instant.now()), 1);
        await().atMost(Duration.ofSeconds(10)).until(() -> times.get() == 1 && depth() == 0);

        store.put(Due.at("count", "once", Instant.now()), 1);

        assertThat(store.due("count", 10)).isEmpty();
    }

    @Test
    void oneThatFailsIsTriedAgain() {
        var times = new AtomicInteger();
        start(new Handler((work, held) -> {
            assertThat(work.attempts()).isEqualTo(times.incrementAndGet());
            if (times.get() < 3) {
                throw new IllegalStateException("not yet");
            }
        }));

        store.put(Due.at("count", "third-time", Instant.now()), 1);

        await().atMost(Duration.ofSeconds(15)).until(() -> times.get() == 3);
        assertThat(store.failed(10)).isEmpty();
    }

    @Test
    void oneThatCannotSucceedIsListedAndReplayed() {
        var works = new CountDownLatch(1);
        var times = new AtomicInteger();
        start(new Handler((work, held) -> {
            times.incrementAndGet();
            if (works.getCount() > 0) {
                throw new FinalFailureException("no such address", new IllegalStateException());
            }
        }));
        store.put(Due.at("count", "hopeless", Instant.now()), 1);
        await().atMost(Duration.ofSeconds(10)).until(() -> !store.failed(10).isEmpty());
        assertThat(store.failed(10).getFirst().fault()).contains("no such address");
        assertThat(store.failures()).isEqualTo(1);

        works.countDown();
        assertThat(store.replay("count:hopeless")).isTrue();
        assertThat(store.replay("count:another")).isFalse();

        await().atMost(Duration.ofSeconds(10))
                .until(() -> times.get() == 2 && store.failed(10).isEmpty());
    }

    @Test
    void aDeadInstancesPieceIsTakenWhenItsLeaseIsOverAndGoesOnWhereItWas() {
        store.put(Due.at("count", "left", Instant.now()), 1);
        var left = store.claim(store.due("count", 1).getFirst(), Duration.ofMillis(500))
                .orElseThrow();
        var progress = store.keep(left, Duration.ofMillis(500), new BsonDocument("sent", new BsonInt32(7)));
        assertThat(progress).isPresent();
        var seen = new ArrayList<Work>();

        start(new Handler((work, held) -> seen.add(work)));

        await().atMost(Duration.ofSeconds(10)).until(() -> !seen.isEmpty());
        assertThat(seen.getFirst().data()).containsEntry("sent", new BsonInt32(7));
        assertThat(store.done(progress.orElseThrow()))
                .as("the dead one comes back")
                .isFalse();
    }

    @Test
    void onePieceThatCannotBeReadHoldsUpNoOtherAndIsListed() {
        database.getCollection("work")
                .insertOne(new Document("_id", "count:bad")
                        .append("kind", "count")
                        .append("subject", 7)
                        .append("turn", Date.from(Instant.EPOCH)));
        var seen = new CountDownLatch(1);
        start(new Handler((work, held) -> seen.countDown()));

        store.put(Due.at("count", "good", Instant.now()), 1);

        await().atMost(Duration.ofSeconds(10)).until(() -> seen.getCount() == 0);
        await().atMost(Duration.ofSeconds(10)).until(() -> store.failed(10).size() == 1);
        assertThat(store.failed(10).getFirst().id()).isEqualTo("count:bad");
        assertThat(store.failed(10).getFirst().fault()).contains("cannot be read");
    }

    @Test
    void aSlowKindHoldsUpNoOther() {
        var release = new CountDownLatch(1);
        var quick = new CountDownLatch(1);
        start(
                new Handler("slow", Duration.ofSeconds(30), (work, held) -> release.await()),
                new Handler("count", Duration.ofSeconds(30), (work, held) -> quick.countDown()));
        for (var i = 0; i < 50; i++) {
            store.put(Due.at("slow", "slow-" + i, Instant.now()), 1);
        }
        store.put(Due.at("count", "quick", Instant.now()), 1);

        await().atMost(Duration.ofSeconds(5)).until(() -> quick.getCount() == 0);
        release.countDown();
    }

    @Test
    void pausesGrowToTenMinutes() {
        assertThat(Workers.pause(1)).isBetween(Duration.ofMillis(800), Duration.ofMillis(1_200));
        assertThat(Workers.pause(4)).isBetween(Duration.ofMillis(6_400), Duration.ofMillis(9_600));
        assertThat(Workers.pause(20)).isBetween(Duration.ofMinutes(8), Duration.ofMinutes(12));
    }

    private long depth() {
        return store.depth("count");
    }

    private void start(WorkHandler... handlers) {
        var workers = new Workers(store, Clock.systemUTC(), List.of(handlers));
        running.add(workers);
        workers.start();
    }

    private interface Doing {
        void run(Work work, WorkHandler.Lease lease) throws Exception;
    }

    private record Handler(String kind, Duration lease, Doing doing) implements WorkHandler {

        private Handler(Doing doing) {
            this(Duration.ofSeconds(30), doing);
        }

        private Handler(Duration lease, Doing doing) {
            this("count", lease, doing);
        }

        @Override
        public void run(Work work, Lease held) throws Exception {
            doing.run(work, held);
        }
    }
}
