package ma.maydan.events.registration;

import static com.mongodb.client.model.Filters.eq;
import static ma.maydan.testkit.api.Parallel.atOnce;
import static ma.maydan.testkit.builders.RegisteredOrganization.anOrganization;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import ma.maydan.events.EventsIT;
import ma.maydan.events.registration.Registration.Status;
import ma.maydan.events.seats.SeatLedgerStore;
import ma.maydan.events.seats.Seats;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.api.Api;
import ma.maydan.testkit.backends.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** What an organization holds while its event moves, its offer ends, and somebody else is named. */
class ColleaguesInTimeIT extends EventsIT {

    private static final String ASKING = """
        "leftOut":["ar"],"questions":[{"id":"diet","kind":"TEXT","label":{"fr":"Régime"},"purpose":{"fr":"Repas"},"required":false,
         "visibleTo":"HOST"}],""";

    @Autowired
    private SeatLedgerStore ledgers;

    @Autowired
    private RegistrationStore registrations;

    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final String editor = "editor-" + unique;
    private final String host = "host-" + unique;
    private String organization = "";

    @BeforeEach
    void anOrganizationWithAnEditor() {
        organization = tell(anOrganization().ownedBy("owner-" + unique).with(editor, "EDITOR"))
                .id();
    }

    @Test
    void aMovedEventMovesUntilWhenANameIsNeeded() {
        var event = publishedEvent(host, 1, "\"perOrganization\":2");
        var seat = taken(event, null).expect(201);
        var first = nameUntil(seat);

        var changed = api(TestTokens.person(host))
                .put("/api/v1/events/" + event.id(), moved(event), event.version())
                .expect(200);
        transition(OFFICER, changed, "/events/" + event.id() + "/accept-change", "")
                .expect(200);

        var later = first.plus(Duration.ofDays(5));
        await().atMost(Duration.ofSeconds(20)).until(() -> nameUntil(own(seat)).equals(later));
        clock.moveTo(first);
        assertThat(own(seat).text("status")).isEqualTo("CONFIRMED");
        clock.moveTo(later);
        await().atMost(Duration.ofSeconds(20)).until(() -> row(seat).status() == Status.CANCELLED);
    }

    @Test
    void anOfferThatEndsWhileSomebodyElseIsNamedLeavesLedgerAndRowsAlike() {
        for (var round = 0; round < 2; round++) {
            var event = publishedEvent(host + round, 1, "\"perOrganization\":2,\"offerHours\":24");
            var seat = register(event, "ann-" + unique).expect(201);
            var waiting = taken(event, "first" + round).expect(201);
            transition(TestTokens.person("ann-" + unique), seat, "/registrations/" + seat.id() + "/cancel", "")
                    .expect(200);
            await().atMost(Duration.ofSeconds(20)).until(() -> row(waiting).status() == Status.OFFERED);
            var shown = own(waiting);
            var until = Objects.requireNonNull(row(waiting).stage().offeredUntil());
            var second = "second" + round;

            var answers = atOnce(List.<Callable<Answer>>of(() -> name(shown, second), () -> {
                clock.moveTo(until);
                return event;
            }));

            assertThat(answers.getFirst().status()).isIn(200, 409, 412);
            await().atMost(Duration.ofSeconds(20)).until(() -> row(waiting).status() == Status.DECLINED);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> ledgers.find(event.id()).orElseThrow().seats().equals(new Seats(1, 0, 0, 1)));
            assertThat(row(waiting).holder().slotKey()).isNull();
            clock.moveBack();
        }
    }

    @Test
    void whoIsNamedNextReadsNothingOfWhatTheFirstAnswered() {
        var event = publishedEvent(host, 5, ASKING + "\"perOrganization\":2");
        var first = account("first");
        var seat = taken(event, "first").expect(201);
        var path = "/registrations/" + seat.id();
        var mine = get(first, path).expect(200);
        api(first)
                .put("/api/v1" + path + "/answers", body("{\"answers\":{\"diet\":[\"Nothing\"]}}"), mine.version())
                .expect(200);
        var second = account("second");

        // As when the process dies between the name and the answers.
        var given = database.getCollection("registration_answers");
        var sheet = Objects.requireNonNull(given.find(eq("_id", seat.id())).first());
        name(own(seat), "second").expect(200);
        given.insertOne(sheet);

        assertThat(get(second, path).expect(200).body().path("answers")).isEmpty();
        assertThat(get(TestTokens.person(host), "/events/" + event.id() + "/registrations")
                        .body()
                        .toString())
                .doesNotContain("Nothing");
        var shown = get(second, path);
        var answered = api(second)
                .put("/api/v1" + path + "/answers", body("{\"answers\":{\"diet\":[\"Mine\"]}}"), shown.version());
        assertThat(answered.expect(200).at("/answers/0/values/0")).isEqualTo("Mine");
    }

    @Test
    void aColleagueOfNoOrganizationAndAnswersForAColleagueAreRefused() {
        var event = publishedEvent(host, 5, "\"perOrganization\":2");
        var colleague = "\"colleague\":{\"name\":\"A\",\"email\":\"a@example.org\"}";

        var nobodys = post(TestTokens.person(editor), path(event), "{" + colleague + "}");
        assertThat(nobodys.status()).isEqualTo(422);
        assertThat(nobodys.at("/errors/0/pointer")).isEqualTo("/organizationId");
        var answering = post(
                TestTokens.person(editor),
                path(event),
                "{\"organizationId\":\"" + organization + "\",\"answers\":{\"x\":[\"y\"]}," + colleague + "}");
        assertThat(answering.status()).isEqualTo(422);
        assertThat(answering.at("/errors/0/pointer")).isEqualTo("/answers");
        assertThat(ledgers.find(event.id()).orElseThrow().seats().taken()).isZero();
    }

    @Test
    void theSeatsAtOneEventAreReadAlone() {
        var event = publishedEvent(host, 5, "\"perOrganization\":2");
        var other = publishedEvent(host + "-other", 5, "\"perOrganization\":2");
        var seat = taken(event, "one").expect(201);
        taken(other, "one").expect(201);

        var path = "/me/registrations/colleagues";
        assertThat(get(TestTokens.person(editor), path + "?eventId=" + event.id())
                        .ids())
                .containsExactly(seat.id());
        assertThat(get(TestTokens.person(editor), path).ids()).hasSize(2);
        assertThat(get(TestTokens.person(editor), path + "?eventId=x").ids()).isEmpty();
    }

    private ObjectNode moved(Answer event) {
        var body = body(eventBody(event.text("hostOrganizationId"), 1));
        body.put("perOrganization", 2);
        for (var field : List.of("startsAtLocal", "endsAtLocal")) {
            body.put(field, LocalDateTime.parse(event.text(field)).plusDays(5).toString());
        }
        return body;
    }

    private static ObjectNode body(String json) {
        return (ObjectNode) Api.JSON.readTree(json);
    }

    /** Somebody who has shown their address here. */
    private String account(String name) {
        var token = TestTokens.person(name + "-" + unique);
        post(token, "/me/notices/events/read", "{\"upTo\":\"2020-01-01T00:00:00Z\"}");
        return token;
    }

    private Answer register(Answer event, String person) {
        return post(TestTokens.person(person), path(event), "{}");
    }

    /** @param name null for one who is named later */
    private Answer taken(Answer event, @Nullable String name) {
        var colleague = name == null ? "" : ",\"colleague\":" + colleague(name);
        return post(
                TestTokens.person(editor),
                path(event),
                "{\"organizationId\":\"" + organization + "\"" + colleague + "}");
    }

    private Answer name(Answer seat, String name) {
        return transition(TestTokens.person(editor), seat, "/registrations/" + seat.id() + "/name", colleague(name));
    }

    private String colleague(String name) {
        return "{\"name\":\"%s\",\"email\":\"%s-%s@example.org\"}".formatted(name, name, unique);
    }

    private static String path(Answer event) {
        return "/events/" + event.id() + "/registrations";
    }

    private Answer own(Answer seat) {
        return get(TestTokens.person(editor), "/registrations/" + seat.id()).expect(200);
    }

    private static Instant nameUntil(Answer seat) {
        return Instant.parse(seat.at("/organization/nameUntil"));
    }

    private Registration row(Answer seat) {
        return registrations.find(seat.id()).orElseThrow();
    }
}
