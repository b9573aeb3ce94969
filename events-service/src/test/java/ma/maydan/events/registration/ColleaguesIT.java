package ma.maydan.events.registration;

import static ma.maydan.testkit.api.Parallel.atOnce;
import static ma.maydan.testkit.builders.RegisteredOrganization.anOrganization;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import ma.maydan.events.EventsIT;
import ma.maydan.events.seats.SeatLedgerStore;
import ma.maydan.starter.notice.Guest;
import ma.maydan.starter.notice.Guests;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.backends.TestBackends;
import ma.maydan.testkit.backends.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An organization takes seats for people whom it names, now or later. */
class ColleaguesIT extends EventsIT {

    @Autowired
    private SeatLedgerStore ledgers;

    @Autowired
    private RegistrationStore registrations;

    @Autowired
    private Guests guests;

    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final String editor = "editor-" + unique;

    @Test
    void aColleagueHasASeatHearsByWhomAndMayRefuseByTheLinkOfTheMail() {
        var event = event(10, 3);
        var organization = organization();
        var address = "sara-" + unique + "@example.org";

        var seat = named(event, organization, "Sara", address).expect(201);

        assertThat(seat.text("status")).isEqualTo("CONFIRMED");
        assertThat(seat.body().at("/organization/named").asBoolean()).isTrue();
        assertThat(seat.allowedTransitions()).containsExactly("name", "cancel");
        assertThat(seat.body().toString()).doesNotContain(address);
        var key = key(event, address);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(TestBackends.mailbox().mails(address))
                        .hasSize(1)
                        .allSatisfy(mail -> assertThat(mail.toString()).isNotBlank()));
        var shown = get(null, "/seats/" + key).expect(200);
        assertThat(shown.body().at("/seat/personName").asString()).isEqualTo("Sara");
        assertThat(shown.response().headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(shown.allowedTransitions()).containsExactly("refuse");

        transition(null, shown, "/seats/" + key + "/refuse", "").expect(204);

        get(null, "/seats/" + key).expect(404);
        assertThat(guests.keyOf(Guest.idOf(event.id(), address))).isEmpty();
        var held = own(seat);
        assertThat(held.text("status")).isEqualTo("CONFIRMED");
        assertThat(held.body().at("/organization/named").asBoolean()).isFalse();
        assertThat(held.text("personName")).isEmpty();
        assertThat(taken(event)).isEqualTo(1);
    }

    @Test
    void aSeatGoesToSomebodyElseAlsoWhenTheEventIsFull() {
        var event = event(1, 3);
        var organization = organization();
        var first = "first-" + unique + "@example.org";
        var second = "second-" + unique + "@example.org";
        var seat = named(event, organization, "First", first).expect(201);
        register(event, "waiting-" + unique);

        var substituted = name(seat, "Second", second).expect(200);

        assertThat(substituted.text("status")).isEqualTo("CONFIRMED");
        assertThat(substituted.text("personName")).isEqualTo("Second");
        assertThat(name(seat, "Third", "third-" + unique + "@example.org").status())
                .isEqualTo(412);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(TestBackends.mailbox().mails(first)).hasSize(2));
        get(null, "/seats/" + key(event, second)).expect(200);
        get(null, "/seats/" + key(event, first)).expect(404);
        assertThat(named(event, organization, "First", first).text("status")).isEqualTo("WAITLISTED");
    }

    @Test
    void tenAtOnceOfOneOrganizationTakeNoMoreThanItsSeats() {
        var event = event(20, 3);
        var organization = organization();

        var answers = atOnce(10, i -> named(event, organization, "N", "n" + i + "-" + unique + "@example.org"));

        assertThat(answers.stream().filter(one -> one.status() == 201)).hasSize(3);
        assertThat(answers.stream().filter(one -> one.status() != 201))
                .allMatch(one -> one.code().equals("organization-cap"));
        settled(event);
        assertThat(taken(event)).as("no seat leaks").isEqualTo(3);
        assertThat(registrations.count(event.id(), Registration.Status.CONFIRMED))
                .isEqualTo(3);
    }

    /** The control of the test above: each has its own organization, and nothing holds them back. */
    @Test
    void tenAtOnceOfTenOrganizationsTakeTenSeats() {
        var event = event(20, 3);
        var organizations = IntStream.range(0, 10).mapToObj(i -> organization()).toList();

        var answers = atOnce(10, i -> named(event, organizations.get(i), "N", "m" + i + "-" + unique + "@example.org"));

        assertThat(answers).allMatch(one -> one.status() == 201);
        settled(event);
        assertThat(taken(event)).isEqualTo(10);
    }

    @Test
    void aCancelledSeatIsTheOrganizationsToTakeAgain() {
        var event = event(5, 1);
        var organization = organization();
        var seat =
                named(event, organization, "A", "a-" + unique + "@example.org").expect(201);
        assertThat(named(event, organization, "B", "b-" + unique + "@example.org")
                        .code())
                .isEqualTo("organization-cap");

        transition(TestTokens.person(editor), seat, "/registrations/" + seat.id() + "/cancel", "{}")
                .expect(200);

        named(event, organization, "B", "b-" + unique + "@example.org").expect(201);
    }

    @Test
    void thePersonWithThatAddressIsTheSamePersonBothWays() {
        var event = event(5, 3);
        var organization = organization();
        var ann = "ann-" + unique;
        register(event, ann).expect(201);
        assertThat(named(event, organization, "Ann", ann.toUpperCase(Locale.ROOT) + "@example.org")
                        .code())
                .isEqualTo("already-registered");

        var ben = "ben-" + unique;
        named(event, organization, "Ben", ben + "@example.org").expect(201);
        assertThat(named(event, organization, "Ben", ben + "@example.org").code())
                .isEqualTo("already-registered");
        assertThat(register(event, ben).code()).isEqualTo("already-registered");
    }

    @Test
    void whoHasAnAccountHasTheSeatThereAndGivesItBackToTheOrganization() {
        var event = event(5, 3);
        var organization = organization();
        var cam = "cam-" + unique;
        post(TestTokens.person(cam), "/me/notices/events/read", "{\"upTo\":\"2020-01-01T00:00:00Z\"}");
        var seat = named(event, organization, "Cam", cam + "@example.org").expect(201);
        var mine = get(TestTokens.person(cam), "/registrations/" + seat.id()).expect(200);
        assertThat(mine.body().at("/mine").asBoolean()).isTrue();
        assertThat(mine.allowedTransitions()).containsExactly("cancel");

        transition(TestTokens.person(cam), mine, "/registrations/" + seat.id() + "/cancel", "{}")
                .expect(200);

        assertThat(own(seat).text("status")).isEqualTo("CONFIRMED");
        assertThat(own(seat).body().at("/organization/named").asBoolean()).isFalse();
    }

    @Test
    void aSeatWithoutANameIsGivenBackAtItsTime() {
        var event = event(1, 3);
        var organization = organization();
        var seat = held(event, organization).expect(201);
        var until = Instant.parse(seat.body().at("/organization/nameUntil").asString());
        assertThat(until).isEqualTo(Instant.parse(event.text("startsAt")).minus(Holder.NAMED_BEFORE));
        var waiting = register(event, "next-" + unique);
        assertThat(waiting.text("status")).isEqualTo("WAITLISTED");

        clock.moveTo(until);

        assertThat(own(seat).text("status")).isEqualTo("CANCELLED");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> registrations.find(waiting.id()).orElseThrow().status() == Registration.Status.CONFIRMED);
        assertThat(held(event, organization).code()).isEqualTo("names-due");
        settled(event);
        assertThat(taken(event)).isEqualTo(1);
    }

    @Test
    void aSeatThatGotANameInTimeStays() {
        var event = event(1, 3);
        var seat = held(event, organization()).expect(201);
        name(seat, "Dia", "dia-" + unique + "@example.org").expect(200);

        clock.moveTo(Instant.parse(seat.body().at("/organization/nameUntil").asString()));

        assertThat(own(seat).text("status")).isEqualTo("CONFIRMED");
        assertThat(registrations.find(seat.id()).orElseThrow().isLapsed(clock.instant()))
                .isFalse();
    }

    @Test
    void theSameRequestAgainIsAnsweredAgain() {
        var event = event(5, 3);
        var organization = organization();
        var key = UUID.randomUUID().toString();
        var body = body(organization, "Eli", "eli-" + unique + "@example.org");

        var first = post(TestTokens.person(editor), path(event), body, key).expect(201);
        var again = post(TestTokens.person(editor), path(event), body, key).expect(201);

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(post(TestTokens.person(editor), path(event), body.replace("Eli", "Eve"), key)
                        .status())
                .isEqualTo(422);
        assertThat(taken(event)).isEqualTo(1);
    }

    @Test
    void whatDoesNotGoIsSaid() {
        var none = publishedEvent("host-" + unique, 5);
        var event = event(5, 3);
        var organization = organization();
        assertThat(named(none, organization, "A", "a@example.org").code()).isEqualTo("no-colleagues");
        assertThat(post(TestTokens.person("stranger"), path(event), body(organization, "A", "a@example.org"))
                        .status())
                .isEqualTo(404);
        assertThat(named(event, organization, "A", "not an address").status()).isEqualTo(422);
        assertThat(named(event, organization, " ", "a@example.org").status()).isEqualTo(422);
        var draft = anOrganization().ownedBy(editor).at(1, "DRAFT");
        tell(draft);
        assertThat(named(event, draft.id(), "A", "a@example.org").code()).isEqualTo("organization-not-verified");
        var startups = publishedEvent("host-" + unique, 5, "\"perOrganization\":2,\"audience\":\"STARTUPS\"");
        assertThat(named(startups, organization, "A", "a@example.org").code()).isEqualTo("not-in-audience");
    }

    @Test
    void theOrganizationSeesItsSeatsAndTheHostNamesAlone() {
        var event = event(5, 3);
        var organization = organization();
        var address = "fay-" + unique + "@example.org";
        var seat = named(event, organization, "Fay", address).expect(201);
        held(event, organization).expect(201);

        var own = get(TestTokens.person(editor), "/me/registrations/colleagues").expect(200);
        assertThat(own.body().path("items")).hasSize(2);
        var hosts = get(TestTokens.person("host-" + unique), path(event)).expect(200);
        assertThat(hosts.body().at("/items/0/personName").asString()).isEqualTo("Fay");
        assertThat(hosts.body().at("/items/0/organization/id").asString()).isEqualTo(organization);
        assertThat(hosts.body().toString()).doesNotContain(address);
        get(TestTokens.person("stranger"), "/registrations/" + seat.id()).expect(404);
        assertThat(get(TestTokens.person("stranger"), "/me/registrations/colleagues")
                        .body()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void refusedWhileSubstitutedOneOfBothCounts() {
        for (var i = 0; i < 5; i++) {
            var event = event(1, 3);
            var first = "first-" + i + unique + "@example.org";
            var seat = named(event, organization(), "First", first).expect(201);
            var key = key(event, first);
            var shown = get(null, "/seats/" + key).expect(200);
            var second = "second-" + i + unique + "@example.org";

            var answers = atOnce(
                    2,
                    who -> who == 0
                            ? transition(null, shown, "/seats/" + key + "/refuse", "")
                            : name(seat, "Second", second));

            assertThat(answers.stream().filter(one -> one.status() / 100 == 2)).hasSize(1);
            settled(event);
            assertThat(taken(event)).isEqualTo(1);
            assertThat(own(seat).text("status")).isEqualTo("CONFIRMED");
        }
    }

    @Test
    void theLastSeatGoesToAColleagueOrToAPerson() {
        for (var i = 0; i < 5; i++) {
            var event = event(1, 3);
            var organization = organization();
            var turn = i;

            var answers = atOnce(
                    2,
                    who -> who == 0
                            ? named(event, organization, "C", "c" + turn + unique + "@example.org")
                            : register(event, "p" + turn + unique));

            assertThat(answers.stream().map(one -> one.text("status")))
                    .containsExactlyInAnyOrder("CONFIRMED", "WAITLISTED");
            settled(event);
            assertThat(taken(event)).isEqualTo(1);
        }
    }

    private Answer event(int seats, int perOrganization) {
        return publishedEvent("host-" + unique, seats, "\"perOrganization\":" + perOrganization);
    }

    private String organization() {
        return tell(anOrganization().ownedBy("owner-" + unique).with(editor, "EDITOR"))
                .id();
    }

    private Answer register(Answer event, String person) {
        return post(TestTokens.person(person), path(event), "{}");
    }

    private Answer named(Answer event, String organization, String name, String address) {
        return post(TestTokens.person(editor), path(event), body(organization, name, address));
    }

    private Answer held(Answer event, String organization) {
        return post(TestTokens.person(editor), path(event), "{\"organizationId\":\"" + organization + "\"}");
    }

    private Answer name(Answer seat, String name, String address) {
        return transition(
                TestTokens.person(editor),
                seat,
                "/registrations/" + seat.id() + "/name",
                "{\"name\":\"%s\",\"email\":\"%s\"}".formatted(name, address));
    }

    private static String body(String organization, String name, String address) {
        return "{\"organizationId\":\"%s\",\"colleague\":{\"name\":\"%s\",\"email\":\"%s\"}}"
                .formatted(organization, name, address);
    }

    private static String path(Answer event) {
        return "/events/" + event.id() + "/registrations";
    }

    private Answer own(Answer seat) {
        return get(TestTokens.person(editor), "/registrations/" + seat.id()).expect(200);
    }

    private String key(Answer event, String address) {
        return guests.keyOf(Guest.idOf(event.id(), address)).orElseThrow();
    }

    private int taken(Answer event) {
        return ledgers.find(event.id()).orElseThrow().seats().taken();
    }

    private void settled(Answer event) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> ledgers.find(event.id()).orElseThrow().pending().isEmpty());
    }
}
