package ma.maydan.events.registration;

import static ma.maydan.testkit.api.Parallel.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import ma.maydan.events.EventsIT;
import ma.maydan.events.registration.Registration.Status;
import ma.maydan.events.seats.SeatLedgerStore;
import ma.maydan.starter.notice.Guest;
import ma.maydan.starter.notice.Guests;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.backends.TestBackends;
import ma.maydan.testkit.backends.TestTokens;
import ma.maydan.testkit.backends.Traces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody without an account registers by an address, which they confirm. */
class GuestRegistrationsIT extends EventsIT {

    private static final String GUESTS = "\"guests\":\"BY_EMAIL\"";
    private static final String ASKING =
            GUESTS + ",\"leftOut\":[\"ar\"],\"questions\":[{\"id\":\"diet\",\"kind\":\"TEXT\",\"required\":true,"
                    + "\"label\":{\"fr\":\"Régime\"},\"purpose\":{\"fr\":\"Repas\"},\"visibleTo\":\"HOST\"}]";

    @Autowired
    private SeatLedgerStore ledgers;

    @Autowired
    private RegistrationStore registrations;

    @Autowired
    private Guests guests;

    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final String host = "host-" + unique;
    private final String address = "ann-" + unique + "@example.org";
    private final String name = "Ann " + unique;

    @Test
    void aGuestHasWhatIsHeldOnceTheyConfirmByTheLinkOfTheMail() {
        var event = publishedEvent(host, 5, GUESTS);

        assertThat(ask(event, address).expect(204).response().body()).isEmpty();

        assertThat(taken(event)).isEqualTo(1);
        mails(1);
        var seat = seat(event, address);
        assertThat(seat.allowedTransitions()).containsExactly("confirm", "refuse");
        assertThat(Instant.parse(seat.at("/seat/confirmUntil"))).isAfter(clock.instant());
        assertThat(seat(event, address).version()).as("to look changes nothing").isEqualTo(seat.version());
        assertThat(ofHost(event).at("/items/0/guest/confirmUntil")).isNotEmpty();
        var confirmed = step(event, seat, "confirm").expect(200);

        assertThat(confirmed.allowedTransitions()).containsExactly("refuse");
        assertThat(step(event, confirmed, "confirm").code()).isEqualTo("invalid-transition");
        mails(2);
        clock.moveTo(clock.instant().plus(Duration.ofHours(1)));
        assertThat(seat(event, address).at("/seat/status")).isEqualTo("CONFIRMED");
        assertThat(ofHost(event).at("/items/0/personName")).isEqualTo(name);
        assertThat(ofHost(event).body().toString()).doesNotContain(address).doesNotContain("confirmUntil");
    }

    @Test
    void whatNobodyConfirmsPassesOnAndNothingOfTheGuestIsKept() {
        var event = publishedEvent(host, 1, ASKING);
        post(null, path(event), body(address, ",\"answers\":{\"diet\":[\"Diet" + unique + "\"]}"))
                .expect(204);
        var key = key(event, address);
        var waiting = register(event, "ben-" + unique, ",\"answers\":{\"diet\":[\"x\"]}");
        assertThat(waiting.text("status")).isEqualTo("WAITLISTED");

        clock.moveTo(clock.instant().plus(Entrance.CONFIRMED_IN));

        becomes(waiting, Status.CONFIRMED);
        settled(event);
        assertThat(taken(event)).isEqualTo(1);
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(2)));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> get(null, "/seats/" + key).status() == 404 && traces().isEmpty());
    }

    @Test
    void afterTheEventAGuestIsForgottenByTheLinkAndTheirSeatCounts() {
        var event = publishedEvent(host, 2, ASKING);
        post(null, path(event), body(address, ",\"answers\":{\"diet\":[\"Diet" + unique + "\"]}"))
                .expect(204);
        var confirmed = step(event, seat(event, address), "confirm").expect(200);
        var key = key(event, address);
        assertThat(step(event, confirmed, "forget").code())
                .as("it can be given up")
                .isEqualTo("invalid-transition");

        clock.moveTo(clock.instant().plus(Duration.ofDays(11)));
        var over = seat(event, address);
        assertThat(over.allowedTransitions()).containsExactly("forget");
        step(event, over, "forget").expect(204);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> get(null, "/seats/" + key).status() == 404 && traces().isEmpty());
        assertThat(taken(event)).isEqualTo(1);
    }

    @Test
    void theSameAddressIsOneWhateverItIsAndNothingTellsWhich() {
        var event = publishedEvent(host, 20, GUESTS);
        register(event, "cam-" + unique, "").expect(201);
        var first = ask(event, address);
        var again = ask(event, address.toUpperCase(Locale.ROOT));
        var account = ask(event, "cam-" + unique + "@example.org");

        assertThat(List.of(first.status(), again.status(), account.status())).containsOnly(204);
        assertThat(again.response().headers().map().keySet())
                .isEqualTo(first.response().headers().map().keySet());
        assertThat(taken(event)).isEqualTo(2);
        for (var i = 0; i < 5; i++) {
            ask(event, address).expect(204);
        }
        mails(GuestMailStore.MOST);
        ask(publishedEvent(host + "-2", 20, GUESTS), address).expect(204);
        mails(GuestMailStore.MOST);
    }

    @Test
    void tenAddressesAtOnceHoldNoMoreThanAFifth() {
        var event = publishedEvent(host, 10, GUESTS);

        var answers = atOnce(10, i -> ask(event, "n" + i + "-" + unique + "@example.org"));

        assertThat(answers.stream().filter(one -> one.status() == 204)).hasSize(2);
        assertThat(answers.stream().filter(one -> one.status() != 204))
                .allMatch(one -> one.code().equals("too-many-guests"));
        settled(event);
        assertThat(taken(event)).isEqualTo(2);
        register(event, "dia-" + unique, "").expect(201);
    }

    /** The control of the test above: they confirm, and nothing holds the next back. */
    @Test
    void thoseWhoConfirmMakeRoomForTheNext() {
        var event = publishedEvent(host, 5, GUESTS);
        for (var i = 0; i < 5; i++) {
            var one = "m" + i + "-" + unique + "@example.org";
            ask(event, one).expect(204);
            step(event, one, seat(event, one), "confirm").expect(200);
        }
        assertThat(taken(event)).isEqualTo(5);
    }

    @Test
    void whatAGuestHasIsTheirAccountsOnceTheyHaveOne() {
        var event = publishedEvent(host, 5, GUESTS);
        ask(event, address).expect(204);
        step(event, seat(event, address), "confirm").expect(200);

        assertThat(register(event, "ann-" + unique, "").code()).isEqualTo("already-registered");

        assertThat(mine("ann-" + unique)).isEqualTo("CONFIRMED");
        assertThat(taken(event)).isEqualTo(1);

        var next = publishedEvent(host + "-2", 5, GUESTS);
        ask(next, address).expect(204);
        assertThat(get(TestTokens.person("ann-" + unique), "/me/registrations").ids())
                .as("a stranger may have typed it")
                .hasSize(1);
        step(next, seat(next, address), "confirm").expect(200);
        assertThat(get(TestTokens.person("ann-" + unique), "/me/registrations").ids())
                .hasSize(2);
    }

    @Test
    void whoGivesUpIsForgotten() {
        var event = publishedEvent(host, 5, GUESTS);
        ask(event, address).expect(204);
        var confirmed = step(event, seat(event, address), "confirm").expect(200);

        step(event, confirmed, "refuse").expect(204);

        settled(event);
        assertThat(taken(event)).isZero();
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(2)));
        await().atMost(Duration.ofSeconds(20)).until(() -> traces().isEmpty());
    }

    @Test
    void theHostApprovesWhoHasConfirmedAndTheirAnswersChange() {
        var event = publishedEvent(host, 5, ASKING + ",\"admission\":\"APPROVAL\"");
        post(null, path(event), body(address, ",\"answers\":{\"diet\":[\"One\"]}"))
                .expect(204);
        assertThat(ofHost(event).body().at("/items/0/allowedTransitions").toString())
                .doesNotContain("approve");
        var confirmed = step(event, seat(event, address), "confirm").expect(200);
        assertThat(confirmed.at("/answers/0/values/0")).isEqualTo("One");

        var key = key(event, address);
        var changed = api(null)
                .send(
                        "PUT",
                        "/api/v1/seats/" + key + "/answers",
                        "{\"answers\":{\"diet\":[\"Two\"]}}",
                        Map.of("If-Match", confirmed.eTag()))
                .expect(200);

        assertThat(changed.at("/answers/0/values/0")).isEqualTo("Two");
        var row = ofHost(event);
        assertThat(row.at("/items/0/answers/0/values/0")).isEqualTo("Two");
        assertThat(row.body().at("/items/0/allowedTransitions").toString()).contains("approve");
    }

    @Test
    void confirmingAtTheInstantOfTheEndLeavesLedgerAndRowsAlike() {
        for (var round = 0; round < 2; round++) {
            var event = publishedEvent(host + round, 1, GUESTS);
            ask(event, address).expect(204);
            var seat = seat(event, address);
            var until = Instant.parse(seat.at("/seat/confirmUntil"));

            var answers = atOnce(List.<Callable<Answer>>of(() -> step(event, seat, "confirm"), () -> {
                clock.moveTo(until);
                return event;
            }));

            var confirmed = answers.getFirst().status() == 200;
            assertThat(answers.getFirst().status()).isIn(200, 404, 409, 412);
            await().atMost(Duration.ofSeconds(20)).until(() -> taken(event) == (confirmed ? 1 : 0));
            assertThat(registrations.count(event.id(), Status.CONFIRMED)).isEqualTo(confirmed ? 1 : 0);
            clock.moveBack();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"name":"A"}                                                                  | /email
        {"name":" ","email":"a@example.org"}                                          | /name
        {"name":"A","email":"a@localhost"}                                            | /email
        {"name":"A","email":"a@example.org,b@example.org"}                            | /email
        {"name":"A","email":"a@example.org\\r\\nBcc: b@example.org"}                  | /email
        {"name":"A\\nB","email":"a@example.org"}                                      | /name
        {"name":"A","email":"a@example.org"}                                          | /answers/diet
        {"name":"A","email":"a@example.org","answers":{"diet":["x"],"other":["y"]}}   | /answers/other
        """)
    void whatIsNoRequestIsRefusedByName(String body, String pointer) {
        var event = publishedEvent(host, 5, ASKING);

        var refused = post(null, path(event), body);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(taken(event)).isZero();
    }

    @Test
    void whereItIsNotForGuestsNobodyComesSo() {
        var none = publishedEvent(host, 5);
        assertThat(ask(none, address).code()).isEqualTo("no-guests");
        assertThat(post(null, "/events/" + UUID.randomUUID() + "/guests", body(address, ""))
                        .status())
                .isEqualTo(404);
        var startups = eventBody(none.text("hostOrganizationId"), 5)
                .stripTrailing()
                .replaceFirst("}$", "," + GUESTS + ",\"audience\":\"STARTUPS\"}");
        var refused = post(TestTokens.person(host), "/events", startups);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/guests");
        var event = publishedEvent(host, 5, GUESTS);
        clock.moveTo(Instant.parse(event.text("startsAt")));
        assertThat(ask(event, address).code()).isEqualTo("registration-closed");
    }

    private Answer ask(Answer event, String email) {
        return post(null, path(event), body(email, ""));
    }

    private String body(String email, String more) {
        return "{\"name\":\"%s\",\"email\":\"%s\",\"language\":\"fr\"%s}".formatted(name, email, more);
    }

    private static String path(Answer event) {
        return "/events/" + event.id() + "/guests";
    }

    private Answer register(Answer event, String person, String more) {
        return post(
                TestTokens.person(person),
                "/events/" + event.id() + "/registrations",
                "{" + more.replaceFirst("^,", "") + "}");
    }

    private String key(Answer event, String email) {
        return guests.keyOf(Guest.idOf(event.id(), email)).orElseThrow();
    }

    private Answer seat(Answer event, String email) {
        return get(null, "/seats/" + key(event, email)).expect(200);
    }

    private Answer step(Answer event, Answer seat, String step) {
        return step(event, address, seat, step);
    }

    private Answer step(Answer event, String email, Answer seat, String step) {
        return transition(null, seat, "/seats/" + key(event, email) + "/" + step, "");
    }

    private Answer ofHost(Answer event) {
        return get(TestTokens.person(host), "/events/" + event.id() + "/registrations")
                .expect(200);
    }

    private String mine(String person) {
        return get(TestTokens.person(person), "/me/registrations").expect(200).at("/items/0/status");
    }

    private List<String> traces() {
        return Stream.of(address, name, "Diet" + unique)
                .flatMap(one -> Traces.in(database, one).stream())
                .toList();
    }

    private void mails(int count) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(TestBackends.mailbox().mails(address)).hasSize(count));
    }

    private void becomes(Answer registration, Status status) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> registrations.find(registration.id()).orElseThrow().status() == status);
    }

    private int taken(Answer event) {
        return ledgers.find(event.id()).orElseThrow().seats().taken();
    }

    private void settled(Answer event) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> ledgers.find(event.id()).orElseThrow().pending().isEmpty());
    }
}
