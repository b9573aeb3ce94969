package ma.maydan.benchmarks;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.maydan.events.registration.RegistrationSeeds;
import ma.maydan.testkit.backends.TestTokens;
import ma.maydan.starter.mongo.Client;

/**
 * How many people {@value #AT_ONCE} connections register in a second, for seats and for places in a waiting list,
 * beside the documents that the same database takes in the same run: inserted one by one, as large as a registration,
 * acknowledged as the services ask for, into a collection with no other index than the id's.
 */
final class Rates {

    private static final int AT_ONCE = 32;
    private static final int SECONDS = 8;
    private static final int PEOPLE = 12_000;
    private static final int WARM_UP = 6;
    private static final int ROUNDS = 3;

    private Rates() {}

    private interface Work {
        void one(int worker, int number) throws Exception;
    }

    static void measure(String uri, int size) throws Exception {
        try (var client = Client.of(uri);
                var portal = Portal.start(client, uri, size)) {
            portal.close();
            measure(client, portal, uri);
        }
    }

    private static void measure(MongoClient client, Portal portal, String uri) throws Exception {
        var size = portal.world.size();
        try (var direct =
                Application.start("events", uri, Load.database(size, "events")).await()) {
            var tokens = tokens();
            System.out.print(Store.surroundings());
            System.out.printf(
                    "%,d documents of each kind, %d at once, rounds of %d s after %d to warm up%n",
                    size, AT_ONCE, SECONDS, WARM_UP);
            System.out.println(
                    "| raw inserts/s | registrations/s | of raw | waiting places/s | of raw |\n|---|---|---|---|---|");
            for (int round = 0; round < WARM_UP + ROUNDS; round++) {
                var raw = raw(client, portal);
                var seats = registrations(portal, direct.port(), tokens, 100_000);
                var places = registrations(portal, direct.port(), tokens, 1);
                if (round >= WARM_UP) {
                    System.out.printf(
                            Locale.ROOT,
                            "| %.0f | %.0f | %.2f | %.0f | %.2f |%n",
                            raw,
                            seats,
                            seats / raw,
                            places,
                            places / raw);
                }
                // What the service ends within a second is no other one's to delete.
                TimeUnit.SECONDS.sleep(2);
                Fresh.clear(portal);
            }
        }
    }

    private static double raw(MongoClient client, Portal portal) throws Exception {
        var database = client.getDatabase("bench_" + portal.world.size());
        var collection = database.getCollection("raw", org.bson.BsonDocument.class)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        collection.drop();
        var registration = Load.encoded(
                portal.database("events"), RegistrationSeeds.of(portal.world, RegistrationSeeds.waiting(portal.world)));
        collection.insertOne(registration);
        var rate = perSecond((worker, number) -> {
            var document = registration.clone();
            document.put("_id", new org.bson.BsonString(UUID.randomUUID().toString()));
            collection.insertOne(document);
        });
        collection.drop();
        return rate;
    }

    /** Signing costs more than a registration, so it is done before. */
    private static String[] tokens() {
        var tokens = new String[PEOPLE];
        IntStream.range(0, PEOPLE).parallel().forEach(number -> tokens[number] = TestTokens.person("rate-" + number));
        return tokens;
    }

    private static double registrations(Portal portal, int port, String[] tokens, int seats) throws Exception {
        var path = "/api/v1/events/" + Fresh.event(portal, seats) + "/registrations";
        var connections = Stream.generate(() -> new Http(port)).limit(AT_ONCE).toList();
        var rate = perSecond((worker, number) -> connections
                .get(worker)
                .post(path, tokens[number], UUID.randomUUID().toString())
                .ok());
        for (var connection : connections) {
            connection.close();
        }
        return rate;
    }

    private static double perSecond(Work work) throws Exception {
        var next = new AtomicInteger();
        var done = new AtomicLong();
        var start = System.nanoTime();
        var end = start + TimeUnit.SECONDS.toNanos(SECONDS);
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var results = IntStream.range(0, AT_ONCE)
                    .mapToObj(worker -> threads.submit(() -> {
                        for (var number = next.getAndIncrement();
                                System.nanoTime() < end && number < PEOPLE;
                                number = next.getAndIncrement()) {
                            work.one(worker, number);
                            done.incrementAndGet();
                        }
                        return null;
                    }))
                    .toList();
            for (var result : List.copyOf(results)) {
                result.get();
            }
        }
        return done.get() * 1e9 / (System.nanoTime() - start);
    }
}
