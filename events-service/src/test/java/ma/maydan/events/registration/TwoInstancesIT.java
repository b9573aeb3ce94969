package ma.maydan.events.registration;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static ma.maydan.testkit.builders.RegisteredOrganization.anOrganization;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import ma.maydan.events.EventsApplication;
import ma.maydan.events.EventsIT;
import ma.maydan.events.registration.Registration.Status;
import ma.maydan.events.seats.SeatLedgerStore;
import ma.maydan.local.mail.Mail;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.api.Api;
import ma.maydan.testkit.api.ServiceProcess;
import ma.maydan.testkit.backends.TestBackends;
import ma.maydan.testkit.backends.TestTokens;
import ma.maydan.testkit.backends.Topics;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * People register, cancel, take offers, and the host changes its seats, makes and changes a series and writes to
 * everybody, on two instances of which one is killed.
 */
class TwoInstancesIT extends EventsIT {

    private static final int PEOPLE = 200;
    private static final int CANCELLATIONS = 30;
    private static final int RESIZES = 10;
    private static final int SEATS = 50;
    private static final int TOGETHER = 24;
    private static final int DATES = 20;

    @Autowired
    private SeatLedgerStore ledgers;

    @Autowired
    private RegistrationStore registrations;

    private final Random random = new Random(11);

    @Test
    void neitherSeatsNorPlacesNorNoticesAreLostOrDoubled() throws Exception {
        var host = tell(anOrganization().ownedBy("two").asTrusted(true)).id();
        var said = eventBody(host, SEATS).replace("\"capacity\"", "\"offerHours\":24,\"capacity\"");
        var event = published("two", said).id();
        var people = IntStream.range(0, PEOPLE)
                .mapToObj(i -> "two-" + i + "-" + UUID.randomUUID())
                .toList();
        var seated = new ConcurrentLinkedQueue<String>();
        var draft =
                post(TestTokens.person("two"), "/events", eventBody(host, 3)).expect(201);
        var answered = ConcurrentHashMap.<String>newKeySet();
        Set<String> written;
        var over = new AtomicBoolean();
        try (var second = ServiceProcess.start(EventsApplication.class);
                var threads = Executors.newScheduledThreadPool(TOGETHER)) {
            var watched = threads.submit(() -> watch(event, over));
            try {
                var work = new ArrayList<Future<?>>();
                for (var person : people) {
                    work.add(later(threads, () -> {
                        if (register(person, event, second).text("status").equals("CONFIRMED")) {
                            seated.add(person);
                        }
                        answered.add(person);
                        return person;
                    }));
                }
                work.add(threads.submit(() -> series(draft, second)));
                second.restart();
                for (var i = 0; i < CANCELLATIONS; i++) {
                    work.add(
                            later(threads, () -> step(Objects.requireNonNull(seated.poll()), event, second, "cancel")));
                }
                work.add(threads.submit(() -> resize(event, said, second)));
                work.add(threads.submit(() -> retitle(draft, second)));
                written = Set.copyOf(answered);
                write(event, second);
                second.restart();
                end(work);
                takeOffers(people, event, second, threads);
                settled(event);
            } finally {
                over.set(true);
            }
            assertThat(watched.get()).as("looks at the ledger").isGreaterThan(50);
        }

        var rows = rows(event);
        assertThat(rows).hasSize(PEOPLE);
        WaitingOrder.assertKept(rows);
        assertThat(WaitingOrder.served(rows)).as("offers").hasSizeGreaterThanOrEqualTo(20);
        for (var row : rows) {
            assertPublished(row.path("id").asString(), row.path("version").asLong());
        }
        people.forEach(this::assertMailed);
        assertDates(draft);
        assertRead(event, people, written);
    }

    /** The ledger as anybody sees it: never more taken than there is. */
    private int watch(String event, AtomicBoolean over) {
        var looks = 0;
        while (!over.get()) {
            var seats = Objects.requireNonNull(database.getCollection("seat_ledgers")
                            .find(eq("_id", event))
                            .first())
                    .get("seats", Document.class);
            var taken = seats.getInteger("confirmed") + seats.getInteger("held");
            assertThat(taken + seats.getInteger("free")).isEqualTo(seats.getInteger("capacity"));
            assertThat(seats.getInteger("free")).isNotNegative();
            looks++;
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        return looks;
    }

    /** Up, and down unless the seats are taken, as a trusted host says it. */
    private Void resize(String event, String said, ServiceProcess second) {
        var path = "/api/v1/events/" + event;
        for (var i = 0; i < RESIZES; i++) {
            var capacity = SEATS + (i % 2 == 0 ? 10 : 0) + i;
            var changed = said.replace("\"capacity\":" + SEATS, "\"capacity\":" + capacity);
            var answer = anywhere(
                    "two", second, api -> api.put(path, changed, api.get(path).version()));
            assertThat(answer.status()).as(answer.toString()).isIn(200, 409);
        }
        return null;
    }

    /** Has the draft take place on many dates. */
    private Answer series(Answer draft, ServiceProcess second) {
        var path = "/api/v1/events/" + draft.id() + "/series";
        var match = Map.of("If-Match", draft.eTag());
        return repeated(second, api -> api.send("PUT", path, "{\"everyWeeks\":1,\"times\":" + DATES + "}", match));
    }

    /** Changes all of them. */
    private Answer retitle(Answer draft, ServiceProcess second) {
        var path = "/api/v1/events/" + draft.id();
        var token = TestTokens.person("two");
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        get(token, "/events/" + draft.id() + "/series").ids().size() == DATES);
        var changed = eventBody(draft.text("hostOrganizationId"), 3)
                .replace("Atelier", "Autre")
                .replaceAll(
                        "\"startsAtLocal\":\"[^\"]*\",\"endsAtLocal\":\"[^\"]*\"",
                        "\"startsAtLocal\":\"%s\",\"endsAtLocal\":\"%s\""
                                .formatted(draft.text("startsAtLocal"), draft.text("endsAtLocal")));
        var match = Map.of("If-Match", api(token).get(path).eTag());
        return repeated(second, api -> api.send("PUT", path + "?dates=ALL", changed, match));
    }

    /** To everybody who is registered by then. */
    private static void write(String event, ServiceProcess second) {
        var body = "{\"to\":[\"CONFIRMED\",\"WAITLISTED\",\"OFFERED\"],\"subject\":{\"fr\":\"Badge\"},"
                + "\"text\":{\"fr\":\"Apportez-le\"}}";
        second.api()
                .bearer(TestTokens.person("two"))
                .create("/api/v1/events/" + event + "/messages", body)
                .expect(201);
    }

    /** By the other instance, and once more by this one when that is killed meanwhile. */
    private Answer repeated(ServiceProcess second, Function<Api, Answer> call) {
        var token = TestTokens.person("two");
        try {
            return call.apply(second.api().bearer(token));
        } catch (UncheckedIOException killed) {
            return call.apply(api(token));
        }
    }

    /** Each is made once, and each has taken the change. */
    private void assertDates(Answer draft) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            var dates = get(TestTokens.person("two"), "/events/" + draft.id() + "/series")
                    .body()
                    .path("items");
            assertThat(dates.valueStream().map(date -> date.path("startsAt").asString()))
                    .hasSize(DATES)
                    .doesNotHaveDuplicates();
            assertThat(dates.valueStream().map(date -> date.at("/title/fr").asString()))
                    .containsOnly("Autre");
        });
    }

    /** Nobody reads it twice, and everybody does who had an answer by then and still holds something. */
    private void assertRead(String event, List<String> people, Collection<String> answered) {
        assertThat(answered).isNotEmpty();
        for (var person : people) {
            var told = database.getCollection("notices")
                    .countDocuments(and(eq("person", person), eq("kind", "event.message"), eq("about.id", event)));
            var holds = answered.contains(person)
                    && registrations.active(event, person).isPresent();
            assertThat(told).isBetween(holds ? 1L : 0L, 1L);
        }
    }

    private void takeOffers(List<String> people, String event, ServiceProcess second, ExecutorService threads)
            throws Exception {
        for (var round = 0; round < 3; round++) {
            var work = new ArrayList<Future<?>>();
            for (var person : people) {
                work.add(threads.submit(() -> step(person, event, second, "accept")));
            }
            end(work);
        }
    }

    private Answer register(String person, String event, ServiceProcess second) {
        var key = UUID.randomUUID().toString();
        return anywhere(person, second, api -> api.create("/api/v1/events/" + event + "/registrations", "{}", key))
                .expect(201);
    }

    /** Takes the step if it is offered to the person. */
    private Void step(String person, String event, ServiceProcess second, String step) {
        anywhere(person, second, api -> {
            var mine = api.get("/api/v1/me/registrations").body().path("items").path(0);
            var offered = mine.path("allowedTransitions")
                    .valueStream()
                    .anyMatch(one -> one.asString().equals(step));
            return offered
                    ? api.post(
                            "/api/v1/registrations/" + mine.path("id").asString() + "/" + step,
                            mine.path("version").asLong())
                    : api.get("/api/v1/events/" + event);
        });
        return null;
    }

    /** By either instance; by this one when the other dies meanwhile. */
    private Answer anywhere(String person, ServiceProcess second, Function<Api, Answer> call) {
        var token = TestTokens.person(person);
        if (random.nextBoolean()) {
            try {
                return call.apply(second.api().bearer(token));
            } catch (UncheckedIOException killed) {
                // The same request again, as a client does.
            }
        }
        return call.apply(api(token));
    }

    private <T> Future<T> later(ScheduledExecutorService threads, Callable<T> task) {
        return threads.schedule(task, random.nextInt(3_000), TimeUnit.MILLISECONDS);
    }

    private static void end(List<Future<?>> work) throws Exception {
        for (var one : work) {
            one.get();
        }
    }

    private void settled(String event) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            var ledger = ledgers.find(event).orElseThrow();
            assertThat(ledger.pending()).isEmpty();
            assertThat(ledger.hasSeatsToGive(Instant.now())).isFalse();
            assertThat(ledger.seats().capacity()).isEqualTo(capacity(event));
            assertThat((long) ledger.seats().confirmed()).isEqualTo(registrations.count(event, Status.CONFIRMED));
            assertThat((long) ledger.seats().held()).isEqualTo(registrations.count(event, Status.OFFERED));
            assertThat((long) ledger.list().waiting()).isEqualTo(registrations.count(event, Status.WAITLISTED));
        });
    }

    private int capacity(String event) {
        return get(TestTokens.person("two"), "/events/" + event)
                .body()
                .at("/seats/capacity")
                .asInt();
    }

    private List<JsonNode> rows(String event) {
        var host = TestTokens.person("two");
        var rows = new ArrayList<JsonNode>();
        var next = "/events/" + event + "/registrations?limit=100";
        while (next != null) {
            var page = get(host, next).expect(200).body();
            page.path("items").forEach(rows::add);
            var cursor = page.path("nextCursor").asString("");
            next = cursor.isEmpty() ? null : "/events/" + event + "/registrations?limit=100&cursor=" + cursor;
        }
        return rows;
    }

    private static void assertPublished(String registration, long version) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Topics.messages("maydan.registrations", registration).stream()
                                .map(message -> Long.parseLong(message.sequence()))
                                .distinct()
                                .sorted())
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, version).boxed().toList()));
    }

    private static String messageId(Mail mail) {
        return mail.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase("Message-ID"))
                .map(Mail.Field::value)
                .findFirst()
                .orElseThrow();
    }

    /** Each notice is one mail, however often it was sent. */
    private void assertMailed(String person) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            var notices = get(TestTokens.person(person), "/me/notices/events")
                    .body()
                    .path("items")
                    .size();
            assertThat(notices).isPositive();
            assertThat(TestBackends.mailbox().mails(person + "@example.org").stream()
                            .map(TwoInstancesIT::messageId)
                            .distinct())
                    .hasSize(notices);
        });
    }
}
