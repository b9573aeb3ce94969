package ma.maydan.events.registration;

import static ma.maydan.testkit.api.Parallel.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.maydan.events.EventsIT;
import ma.maydan.events.seats.SeatLedger;
import ma.maydan.events.seats.SeatLedgerStore;
import ma.maydan.events.seats.Step;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.backends.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What can be chosen with a seat may be had by so many alone, and is a part of the step that takes the seat. */
class OptionLimitsIT extends EventsIT {

    private static final String A = "shop:a";
    private static final String B = "shop:b";

    @Autowired
    private SeatLedgerStore ledgers;

    @Autowired
    private RegistrationStore registrations;

    @Autowired
    private RegistrationCountStore counts;

    @Autowired
    private SeatSweeper sweeper;

    private final String unique = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void ofManyWhoChooseTheSameAtOnceNoMoreHaveItThanThereIsRoom() {
        var event = asking(40, 3, 30, "");

        var made = atOnce(12, i -> register(event, "p" + i, "a"));

        assertThat(made.stream().filter(answer -> answer.status() == 201)).hasSize(3);
        assertThat(made.stream().filter(answer -> answer.status() == 422))
                .hasSize(9)
                .allSatisfy(refused -> {
                    assertThat(refused.at("/errors/0/pointer")).isEqualTo("/answers/shop");
                    assertThat(refused.at("/errors/0/code")).isEqualTo("option-full");
                });
        assertCounted(event, Map.of(A, 3));
        assertThat(ledger(event).seats().confirmed()).isEqualTo(3);
        var seen = get(null, "/events/" + event);
        assertThat(seen.at("/seats/options/0/taken")).isEqualTo("3");
        assertThat(seen.at("/seats/options/0/limit")).isEqualTo("3");
    }

    @Test
    void anotherChoiceMovesThePlaceAndASeatThatIsGivenUpFreesIt() {
        var event = asking(5, 1, 1, "");
        var ann = register(event, "ann", "a").expect(201);
        register(event, "ben", "b").expect(201);
        assertThat(answer("ann", ann, "b").expect(422).at("/errors/0/code")).isEqualTo("option-full");
        assertCounted(event, Map.of(A, 1, B, 1));

        cancel("ben", event);
        assertThat(answer("ann", ann, "b").expect(200).at("/answers/0/values/0"))
                .isEqualTo("b");

        assertCounted(event, Map.of(B, 1));
        register(event, "cam", "a").expect(201);
    }

    @Test
    void ofTwoWhoMoveToTheLastPlaceOneHasIt() {
        var event = asking(10, 9, 1, "");
        var all = List.of("r0", "r1", "r2", "r3");
        var made =
                all.stream().map(one -> register(event, one, "a").expect(201)).toList();

        var moved = atOnce(4, i -> answer(all.get(i), made.get(i), "b"));

        assertThat(moved.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertCounted(event, Map.of(A, 3, B, 1));
    }

    @Test
    void whoComesToASeatFromTheListHasWhatTheyChoseOrIsToldToChooseAgain() {
        var event = asking(2, 1, 1, "");
        register(event, "ann", "a").expect(201);
        register(event, "ben", "b").expect(201);
        var cam = register(event, "cam", "b").expect(201);
        var dia = register(event, "dia", "a").expect(201);
        assertThat(cam.text("status")).isEqualTo("WAITLISTED");
        assertCounted(event, Map.of(A, 1, B, 1));

        cancel("ben", event);
        await().untilAsserted(() -> assertCounted(event, Map.of(A, 1, B, 1)));
        answer("ann", registrationOf("ann", event), "b").expect(422);
        cancel("cam", event);

        await().untilAsserted(() -> {
            var now = get(person("dia"), "/registrations/" + dia.id());
            assertThat(now.text("status")).isEqualTo("CONFIRMED");
            assertThat(now.body().path("answers").isEmpty())
                    .as("its option is full")
                    .isTrue();
        });
        assertCounted(event, Map.of(A, 1));
        await().untilAsserted(() -> assertThat(
                        get(person("dia"), "/me/notices/events?limit=10").body().toString())
                .contains("registration.choose-again"));
        answer("dia", registrationOf("dia", event), "b").expect(200);
    }

    @Test
    void whoIsOfferedASeatChoosesAgainBeforeTakingItWhenTheirOptionIsFull() {
        var event = asking(2, 1, 5, ",\"offerHours\":24");
        register(event, "ann", "a").expect(201);
        register(event, "ben", "b").expect(201);
        var cam = register(event, "cam", "a").expect(201);
        cancel("ben", event);
        await().untilAsserted(() ->
                assertThat(registrationOf("cam", event).text("status")).isEqualTo("OFFERED"));

        var refused = accept("cam", registrationOf("cam", event));
        assertThat(refused.expect(409).code()).isEqualTo("option-full");
        answer("cam", registrationOf("cam", event), "a").expect(422);
        answer("cam", registrationOf("cam", event), "b").expect(200);
        assertThat(accept("cam", registrationOf("cam", event)).expect(200).text("status"))
                .isEqualTo("CONFIRMED");

        assertThat(cam.id()).isNotEmpty();
        assertCounted(event, Map.of(A, 1, B, 1));
    }

    @Test
    void aLimitBelowWhatIsTakenIsRefusedWithTheNumber() {
        var event = asking(9, 5, 5, "");
        register(event, "ann", "a").expect(201);
        register(event, "ben", "a").expect(201);

        var refused = limit(event, 1);
        assertThat(refused.expect(409).code()).isEqualTo("option-taken");
        assertThat(refused.text("detail")).contains("2");
        limit(event, 2).expect(200);

        register(event, "cam", "a").expect(422);
    }

    @Test
    void aChoiceThatWasLeftHalfWayTakesNothing() {
        var event = asking(9, 2, 2, "");
        var ann = register(event, "ann", "a").expect(201);
        assertThat(ledgers.begin(Step.Kind.CHOOSE, event, ann.id(), List.of(B))).isPresent();
        assertThat(ledger(event).seats().parts()).isEqualTo(Map.of(A, 1, B, 1));

        clock.moveTo(clock.instant().plusSeconds(20));
        sweeper.sweep();

        assertCounted(event, Map.of(A, 1));
        assertThat(ledger(event).pending()).isEmpty();
    }

    private void assertCounted(String event, Map<String, Integer> parts) {
        assertThat(ledger(event).seats().parts()).isEqualTo(parts);
        assertThat(counts.parts(event)).isEqualTo(parts);
    }

    private SeatLedger ledger(String event) {
        return ledgers.find(event).orElseThrow();
    }

    private String asking(int seats, int a, int b, String more) {
        return publishedEvent("host-" + unique, seats, question(a, b) + more).id();
    }

    private static String question(int a, int b) {
        return """
            "leftOut":["ar"],"questions":[{"id":"shop","kind":"CHOICE","label":{"fr":"Atelier"},"purpose":{"fr":"Salles"},"required":true,
             "visibleTo":"HOST","options":[{"id":"a","label":{"fr":"A"},"limit":%d},
             {"id":"b","label":{"fr":"B"},"limit":%d}]}]""".formatted(a, b);
    }

    private Answer limit(String event, int limit) {
        var path = "/api/v1/events/" + event;
        var now = api(person("host")).get(path);
        var body = eventBody(now.text("hostOrganizationId"), 9)
                .stripTrailing()
                .replaceFirst("}$", "," + question(limit, 5) + "}")
                .replaceAll(
                        "\"startsAtLocal\":\"[^\"]*\",\"endsAtLocal\":\"[^\"]*\"",
                        "\"startsAtLocal\":\"%s\",\"endsAtLocal\":\"%s\""
                                .formatted(now.text("startsAtLocal"), now.text("endsAtLocal")));
        return api(person("host")).put(path, body, now.version());
    }

    private String person(String name) {
        return TestTokens.person(name + "-" + unique);
    }

    private Answer register(String event, String name, String option) {
        return post(
                person(name), "/events/" + event + "/registrations", "{\"answers\":{\"shop\":[\"" + option + "\"]}}");
    }

    private Answer registrationOf(String name, String event) {
        var id = get(person(name), "/events/" + event).at("/myRegistration/id");
        return get(person(name), "/registrations/" + id);
    }

    private Answer answer(String name, Answer of, String option) {
        var path = "/api/v1/registrations/" + of.id();
        var now = api(person(name)).get(path);
        return api(person(name)).put(path + "/answers", "{\"answers\":{\"shop\":[\"" + option + "\"]}}", now.version());
    }

    private void cancel(String name, String event) {
        var now = registrationOf(name, event);
        transition(person(name), now, "/registrations/" + now.id() + "/cancel", "")
                .expect(200);
    }

    private Answer accept(String name, Answer now) {
        return transition(person(name), now, "/registrations/" + now.id() + "/accept", "");
    }
}
