package ma.maydan.system;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.maydan.testkit.api.Api;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Services that die while they erase people, and while they close their accounts. */
@Isolated
class ErasureFaultsIT {

    private static final int PEOPLE = 12;
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final List<String> SERVICES = List.of("events-service", "incubators-service", "partners-service");

    private final Portal portal = Portal.running();
    private final Erasures asked = new Erasures(portal);
    private final String names = "leaver" + UUID.randomUUID().toString().substring(0, 8);
    /** By the subjects of the people. */
    private final Map<String, String> erasures = new HashMap<>();

    private String event;

    @BeforeEach
    void peopleActAndAskAndConfirm() {
        var host = Steps.verifiedOrganization(portal, "incubator", "INCUBATOR").id();
        event = Steps.publishedEvent(portal, "incubator", host, 1).id();
        var people = IntStream.range(0, PEOPLE).mapToObj(i -> names + "n" + i).toList();
        var realm = new RealmAdmin(portal);
        var subjects = people.stream().map(name -> realm.person(name)).toList();
        subjects.forEach(person -> asked.database("maydan_incubators")
                .getCollection("organizations")
                .updateOne(
                        eq("_id", host),
                        Updates.push("membership.members", new Document("personId", person).append("role", "EDITOR"))));
        for (var name : people) {
            var person = portal.as(RealmAdmin.login(name), RealmAdmin.PASSWORD);
            person.create("/events/" + event + "/registrations", "{}").expect(201);
            person.send("POST", "/me/notices/partnerships/read", Map.of("upTo", "2020-01-01T00:00:00Z"), Map.of())
                    .expect(204);
            post(person, "", Map.of());
        }
        for (var name : people) {
            var link = asked.link(RealmAdmin.login(name));
            var code = link.substring(link.lastIndexOf('/') + 1);
            post(portal.as(RealmAdmin.login(name), RealmAdmin.PASSWORD), "/confirm", Map.of("link", code));
        }
        subjects.forEach(person -> erasures.put(person, asked.makeDue(person)));
    }

    @AfterEach
    void close() {
        asked.close();
    }

    @Test
    void afterServicesDiedHalfWayEverybodyIsGoneEverywhereOnceAndTheirAccountsLast() {
        killedWhen(() -> receipts("events-service").size() > 0, "events-service", "erasure");
        assertThat(receipts("events-service").size()).as("it died half-way").isLessThan(PEOPLE);
        assertThat(asked.traces(subjects())).as("a control").isNotEmpty();
        portal.stack().start("events-service");

        killedWhen(() -> accounts().size() < PEOPLE, "incubators-service", "erasure.account");
        accountsAreClosedLast();
        assertThat(accounts()).as("it died half-way").isNotEmpty();
        portal.stack().start("incubators-service");

        await().atMost(SOON).until(() -> {
            accountsAreClosedLast();
            return completed() == PEOPLE;
        });
        assertThat(accounts()).isEmpty();
        // The gateway counts requests by who makes them, for some minutes.
        await().atMost(Duration.ofMinutes(4))
                .untilAsserted(() -> assertThat(asked.traces(subjects())).isEmpty());
        assertThat(asked.traces(names)).isEmpty();
        eachServiceHasGivenOneReceiptOfEach();
        assertThat(portal.as("startup")
                        .create("/events/" + event + "/registrations", "{}")
                        .expect(201)
                        .text("status"))
                .as("the seat is free")
                .isEqualTo("CONFIRMED");
    }

    private void eachServiceHasGivenOneReceiptOfEach() {
        for (var id : erasures.values()) {
            var kept = erasureDocuments().find(eq("_id", id)).first();
            assertThat(kept).isNotNull();
            assertThat(kept.getList("receipts", String.class)).containsExactlyInAnyOrderElementsOf(SERVICES);
        }
        var published = Published.in(portal, "maydan.erasures");
        for (var service : SERVICES) {
            assertThat(receipts(service))
                    .extracting(receipt -> receipt.getString("erasure"))
                    .containsExactlyInAnyOrderElementsOf(erasures.values());
            for (var id : erasures.values()) {
                assertThat(published.stream()
                                .filter(told -> told.key().equals(id + ":" + service)
                                        && told.type().equals("ma.maydan.erasure.carried_out.v1"))
                                .map(Published::sequence)
                                .distinct())
                        .as("told of as one, however often")
                        .containsExactly(2L);
            }
        }
    }

    /**
     * SIGKILL as soon as this holds, looked for without a pause. What the dead one had leased is free at once: nobody
     * else is there to take it, and half a minute more shows nothing.
     */
    private void killedWhen(BooleanSupplier holds, String service, String work) {
        var end = System.nanoTime() + SOON.toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time").isLessThan(end);
        }
        portal.stack().kill(service);
        asked.database(database(service))
                .getCollection("work")
                .updateMany(
                        Filters.and(eq("kind", work), exists("turn")), Updates.set("turn", Date.from(Instant.now())));
    }

    private static String database(String service) {
        return "maydan_" + service.replace("-service", "");
    }

    private List<Document> receipts(String service) {
        return asked.receipts(database(service), List.copyOf(erasures.values()));
    }

    /** The subjects that have an account. */
    private Set<String> accounts() {
        var found = new HashSet<String>();
        new RealmAdmin(portal)
                .get("/users?max=100&search=" + names)
                .forEach(user -> found.add(user.path("id").asString()));
        return found;
    }

    /** Receipts stay: those of a person who has no account any more are there when one looks afterwards. */
    private void accountsAreClosedLast() {
        var gone = new HashSet<>(erasures.keySet());
        gone.removeAll(accounts());
        var theirs = gone.stream().map(erasures::get).toList();
        for (var service : SERVICES) {
            assertThat(receipts(service))
                    .as("receipts of %s of those whose account is closed", service)
                    .extracting(receipt -> receipt.getString("erasure"))
                    .containsAll(theirs);
        }
    }

    private long completed() {
        return erasureDocuments()
                .countDocuments(Filters.and(in("_id", erasures.values()), eq("stage.status", "COMPLETED")));
    }

    private MongoCollection<Document> erasureDocuments() {
        return asked.database("maydan_incubators").getCollection("erasures");
    }

    private String[] subjects() {
        return Stream.concat(erasures.keySet().stream(), Stream.of(names)).toArray(String[]::new);
    }

    private static void post(Api person, String step, Map<String, Object> body) {
        person.send("POST", "/me/erasure" + step, body, Map.of()).expect(200);
    }
}
