package ma.maydan.benchmarks;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import ma.maydan.starter.mongo.Client;
import ma.maydan.testkit.backends.TestTokens;
import org.bson.Document;

/**
 * {@value #PEOPLE} people register for an event of {@value #SEATS} seats, {@value #AT_ONCE} at once, each repeating
 * their request with the same key until it is acknowledged, while the database is killed and brought back. Says what
 * was answered and what is there afterwards; ends with an exception when something acknowledged is lost or an
 * invariant does not hold.
 */
final class Kill {

    private static final int PEOPLE = 1_500;
    private static final int SEATS = 500;
    private static final int AT_ONCE = 32;
    private static final Duration AWAY = Duration.ofSeconds(8);

    private Kill() {}

    static void measure(String uri, String kill, String start) throws Exception {
        try (var client = Client.of(uri);
                var portal = Portal.start(client, uri, 100)) {
            portal.close();
            measure(uri, portal, kill, start);
        }
    }

    private static void measure(String uri, Portal portal, String kill, String start) throws Exception {
        try (var events =
                Application.start("events", uri, Load.database(100, "events")).await()) {
            var event = Fresh.event(portal, SEATS);
            var answers = new TreeMap<String, Integer>();
            var acknowledged = ConcurrentHashMap.<String>newKeySet();
            try (var people = Executors.newFixedThreadPool(AT_ONCE)) {
                var under = new AtomicInteger();
                for (int i = 0; i < PEOPLE; i++) {
                    var person = "kill-" + i;
                    people.submit(() -> {
                        acknowledged.add(register(events.port(), event, person, answers));
                        under.incrementAndGet();
                        return null;
                    });
                }
                while (under.get() < PEOPLE / 5) {
                    TimeUnit.MILLISECONDS.sleep(5);
                }
                shell(kill);
                System.out.printf("Killed after %d acknowledgements, away for %s%n", under.get(), AWAY);
                TimeUnit.MILLISECONDS.sleep(AWAY.toMillis());
                shell(start);
            }
            answers.forEach((answer, times) -> System.out.printf("%6d × %s%n", times, answer));
            require(
                    answers.keySet().stream()
                            .allMatch(answer -> answer.equals("201") || answer.contains(" with Retry-After ")),
                    "whoever is not registered is told when to come again");
            settle(portal.database("events"), event);
            judge(portal.database("events"), event, acknowledged);
            Fresh.clear(portal);
        }
    }

    /** The id of the registration. */
    private static String register(int port, String event, String person, TreeMap<String, Integer> answers)
            throws Exception {
        var key = UUID.randomUUID().toString();
        var end = System.nanoTime() + TimeUnit.MINUTES.toNanos(4);
        try (var connection = new Http(port)) {
            while (System.nanoTime() < end) {
                String said;
                try {
                    var answer = connection.post(
                            "/api/v1/events/" + event + "/registrations", TestTokens.person(person), key);
                    said = answer.status()
                            + (answer.retryAfter() ? " with Retry-After" : "")
                            + (answer.status() < 300 ? "" : " " + answer.member("type"));
                    if (answer.status() == 201) {
                        note(answers, said);
                        return answer.member("id");
                    }
                } catch (IOException e) {
                    said = "no answer: " + e.getMessage();
                }
                note(answers, said);
                TimeUnit.MILLISECONDS.sleep(250);
            }
        }
        throw new IllegalStateException(person + " was never registered");
    }

    private static void note(TreeMap<String, Integer> answers, String said) {
        synchronized (answers) {
            answers.merge(said, 1, Integer::sum);
        }
    }

    private static void shell(String command) throws IOException, InterruptedException {
        var process = new ProcessBuilder("bash", "-c", command).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + " failed");
        }
    }

    /** Steps that the kill left half-way end within seconds. */
    private static void settle(MongoDatabase events, String event) throws InterruptedException {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < end && !pending(ledger(events, event)).isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private static Document ledger(MongoDatabase events, String event) {
        var ledger = events.getCollection("seat_ledgers").find(eq("_id", event)).first();
        if (ledger == null) {
            throw new IllegalStateException("The ledger is lost");
        }
        return ledger;
    }

    private static java.util.List<Document> pending(Document ledger) {
        return ledger.getList("pending", Document.class);
    }

    private static void judge(MongoDatabase events, String event, Set<String> acknowledged) {
        var ledger = ledger(events, event);
        var ids = new HashSet<String>();
        var people = new HashSet<String>();
        var places = new HashSet<Long>();
        var confirmed = 0;
        var waiting = 0;
        for (var row : events.getCollection("registrations").find(eq("event.id", event))) {
            ids.add(row.getString("_id"));
            people.add(row.getEmbedded(List.of("holder", "personId"), String.class));
            var status = row.getEmbedded(List.of("stage", "status"), String.class);
            if (status.equals("CONFIRMED")) {
                confirmed++;
            } else if (status.equals("WAITLISTED")) {
                waiting++;
                places.add(row.getEmbedded(List.of("origin", "spot", "position"), Long.class));
            }
        }
        System.out.printf(
                "%d acknowledged; there: %d registrations of %d people, %d with a seat, %d waiting at %d places; "
                        + "the ledger says %d and %d, %d steps under way%n",
                acknowledged.size(),
                ids.size(),
                people.size(),
                confirmed,
                waiting,
                places.size(),
                ledger.getEmbedded(List.of("seats", "confirmed"), Integer.class),
                ledger.getEmbedded(List.of("list", "waiting"), Integer.class),
                pending(ledger).size());
        require(ids.equals(acknowledged), "what is there is what was acknowledged");
        require(people.size() == ids.size(), "a person has one registration");
        require(
                confirmed == SEATS && ledger.getEmbedded(List.of("seats", "confirmed"), Integer.class) == SEATS,
                "every seat is taken, none twice");
        require(
                waiting == places.size() && waiting == ledger.getEmbedded(List.of("list", "waiting"), Integer.class),
                "everybody has a place of their own");
    }

    private static void require(boolean holds, String what) {
        System.out.println((holds ? "holds: " : "DOES NOT HOLD: ") + what);
        if (!holds) {
            throw new IllegalStateException(what);
        }
    }
}
