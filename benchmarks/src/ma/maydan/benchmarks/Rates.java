package ma.maydan.benchmarks;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.maydan.events.registration.RegistrationSeeds;
import ma.maydan.starter.mongo.Client;
import ma.maydan.testkit.backends.TestTokens;
import org.bson.BsonDocument;
import org.bson.BsonString;

/**
 * How many people {@value #AT_ONCE} connections register in a second and how long each waits, for seats of one event
 * and of {@value #SEVERAL}, directly and through the gateway, and for places in a waiting list; beside the documents
 * that the same database takes in the same run: inserted one by one, as large as a registration, acknowledged as the
 * services ask for, into a collection with no other index than the id's.
 */
final class Rates {

    private static final int AT_ONCE = 32;
    private static final int SEVERAL = 50;
    private static final int MANY = 100_000;
    private static final int SECONDS = 8;
    private static final int PEOPLE = 12_000;
    private static final int WARM_UP = 4;
    private static final int ROUNDS = 3;

    private Rates() {}

    private interface Work {
        void one(int worker, int number) throws Exception;
    }

    /** What was done in so many seconds. */
    private record Run(Times times, double seconds) {

        double perSecond() {
            return times.size() / seconds;
        }

        String row(String what, Run raw) {
            return String.format(
                    Locale.ROOT,
                    "| %s | %.0f | %.2f | %.1f | %.1f |",
                    what,
                    perSecond(),
                    perSecond() / raw.perSecond(),
                    times.percentile(50),
                    times.percentile(99));
        }
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
        try (var events =
                        Application.start("events", uri, Load.database(size, "events")).await();
                var gateway = Application.start(
                                "gateway",
                                uri,
                                Load.database(size, "gateway"),
                                Map.of("EVENTS_URI", "http://127.0.0.1:" + events.port()))
                        .await()) {
            var tokens = tokens();
            System.out.print(Store.surroundings());
            System.out.printf(
                    "%,d documents of each kind, %d at once, rounds of %d s after %d to warm up%n",
                    size, AT_ONCE, SECONDS, WARM_UP);
            System.out.println("| what | each second | of raw | p50, ms | p99, ms |\n|---|---|---|---|---|");
            for (int round = 0; round < WARM_UP + ROUNDS; round++) {
                var raw = raw(client, portal);
                var rows = new ArrayList<String>();
                rows.add(raw.row("raw inserts", raw));
                for (var number : List.of(1, SEVERAL)) {
                    var of = number == 1 ? "one event" : number + " events";
                    rows.add(registrations(portal, events.port(), tokens, number, MANY)
                            .row("registrations, " + of + ", directly", raw));
                    rows.add(registrations(portal, gateway.port(), tokens, number, MANY)
                            .row("registrations, " + of + ", through the gateway", raw));
                }
                rows.add(registrations(portal, events.port(), tokens, 1, 1).row("waiting places, directly", raw));
                if (round >= WARM_UP) {
                    rows.forEach(System.out::println);
                }
                // What the service ends within a second is no other one's to delete.
                TimeUnit.SECONDS.sleep(2);
                Fresh.clear(portal);
            }
        }
    }

    private static Run raw(MongoClient client, Portal portal) throws Exception {
        var database = client.getDatabase("bench_" + portal.world.size());
        var collection = database.getCollection("raw", BsonDocument.class)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        collection.drop();
        var registration = Load.encoded(
                portal.database("events"), RegistrationSeeds.of(portal.world, RegistrationSeeds.waiting(portal.world)));
        collection.insertOne(registration);
        var run = run((worker, number) -> {
            var document = registration.clone();
            document.put("_id", new BsonString(UUID.randomUUID().toString()));
            collection.insertOne(document);
        });
        collection.drop();
        return run;
    }

    /** Signing costs more than a registration, so it is done before. */
    private static String[] tokens() {
        var tokens = new String[PEOPLE];
        IntStream.range(0, PEOPLE).parallel().forEach(number -> tokens[number] = TestTokens.person("rate-" + number));
        return tokens;
    }

    /** @param seats of each of so many events, which are registered for in turn */
    private static Run registrations(Portal portal, int port, String[] tokens, int events, int seats)
            throws Exception {
        var paths = IntStream.range(0, events)
                .mapToObj(event -> "/api/v1/events/" + Fresh.event(portal, seats) + "/registrations")
                .toList();
        var connections = Stream.generate(() -> new Http(port)).limit(AT_ONCE).toList();
        var run = run((worker, number) -> connections
                .get(worker)
                .post(
                        paths.get(number % events),
                        tokens[number],
                        UUID.randomUUID().toString())
                .ok());
        for (var connection : connections) {
            connection.close();
        }
        return run;
    }

    private static Run run(Work work) throws Exception {
        var next = new AtomicInteger();
        var all = new Times();
        var start = System.nanoTime();
        var end = start + TimeUnit.SECONDS.toNanos(SECONDS);
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var results = IntStream.range(0, AT_ONCE)
                    .mapToObj(worker -> threads.submit(() -> {
                        for (var number = next.getAndIncrement();
                                System.nanoTime() < end && number < PEOPLE;
                                number = next.getAndIncrement()) {
                            var began = System.nanoTime();
                            work.one(worker, number);
                            var taken = System.nanoTime() - began;
                            synchronized (all) {
                                all.add(taken);
                            }
                        }
                        return null;
                    }))
                    .toList();
            for (var result : results) {
                result.get();
            }
        }
        return new Run(all, (System.nanoTime() - start) / 1e9);
    }
}
