package ma.maydan.events.registration;

import static ma.maydan.testkit.api.Parallel.atOnce;
import static ma.maydan.testkit.builders.RegisteredOrganization.anOrganization;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.maydan.events.EventsIT;
import ma.maydan.events.seats.Part;
import ma.maydan.events.seats.SeatLedger;
import ma.maydan.events.seats.SeatLedgerStore;
import ma.maydan.events.seats.Taking;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.backends.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Seats that a host keeps for an organization until a time. */
class AllotmentsIT extends EventsIT {

    @Autowired
    private SeatLedgerStore ledgers;

    @Autowired
    private RegistrationCountStore counts;

    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final LocalDateTime release =
            LocalDateTime.now(ZoneOffset.UTC).plusDays(3).withSecond(0).withNano(0);
    private String host = "";
    private String partner = "";

    @BeforeEach
    void aHostAndAPartner() {
        host = tell(anOrganization().ownedBy("host-" + unique)).id();
        partner = tell(anOrganization()
                        .ownedBy("pam-" + unique)
                        .with("pia-" + unique, "VIEWER")
                        .with("pol-" + unique, "VIEWER"))
                .id();
    }

    @Test
    void membersHaveTheSeatsThatAreKeptForThemAndNobodyElseHas() {
        var event = keeping(3, 2);

        assertThat(status(event, "ann")).isEqualTo("CONFIRMED");
        assertThat(status(event, "ben")).isEqualTo("WAITLISTED");
        assertThat(get(null, "/events/" + event).at("/seats/free")).isEqualTo("0");
        assertThat(get(null, "/events/" + event).at("/seats/kept")).isEqualTo("2");
        assertThat(status(event, "pam")).as("whoever waits").isEqualTo("CONFIRMED");
        assertThat(status(event, "pia")).isEqualTo("CONFIRMED");
        assertThat(status(event, "pol")).isEqualTo("WAITLISTED");

        assertTaken(event, 2);
        assertThat(get(null, "/events/" + event).body().at("/seats/allotments").isEmpty())
                .isTrue();
        for (var one : new String[] {"host", "pol"}) {
            var seen = get(person(one), "/events/" + event);
            assertThat(seen.at("/seats/allotments/0/taken")).isEqualTo("2");
            assertThat(seen.at("/seats/allotments/0/releasesAtLocal")).startsWith(release.toString());
        }
    }

    @Test
    void aSeatThatAMemberGivesUpIsKeptForTheNextUntilItsTime() {
        var event = keeping(1, 1);
        status(event, "pam");
        assertThat(status(event, "ben")).isEqualTo("WAITLISTED");

        cancel(event, "pam");

        assertThat(ledger(event).room().kept(clock.instant())).isEqualTo(1);
        assertThat(status(event, "pia")).isEqualTo("CONFIRMED");
        assertTaken(event, 1);
    }

    @Test
    void aSeatThatAMemberGivesUpIsTheNextMembersWhoWaits() {
        var event = keeping(2, 1);
        status(event, "ann");
        status(event, "pam");
        status(event, "ben");
        assertThat(status(event, "pia")).isEqualTo("WAITLISTED");
        assertThat(status(event, "pol")).isEqualTo("WAITLISTED");

        cancel(event, "pam");

        await().atMost(Duration.ofSeconds(20))
                .until(() -> standing(event, "pia").equals("CONFIRMED"));
        assertThat(List.of(standing(event, "ben"), standing(event, "pol"))).containsOnly("WAITLISTED");
        assertTaken(event, 1);
        assertThat(ledger(event).list().waiting()).isEqualTo(2);
        var id = get(person("pia"), "/events/" + event).at("/myRegistration/id");
        assertThat(get(person("pia"), "/registrations/" + id).at("/moves/0/kept"))
                .isEqualTo("true");
        WaitingOrder.assertKept(get(person("host"), "/events/" + event + "/registrations")
                .body()
                .path("items")
                .valueStream()
                .toList());

        cancel(event, "ann");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> standing(event, "ben").equals("CONFIRMED"));
        cancel(event, "pia");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> standing(event, "pol").equals("CONFIRMED"));
        assertTaken(event, 1);
    }

    @Test
    void aKeptSeatThatWasTakenForSomebodyAndLeftHalfWayIsTheirsOrKeptAgain() {
        var event = keeping(1, 1);
        status(event, "pam");
        status(event, "pia");
        var id = get(person("pia"), "/events/" + event).at("/myRegistration/id");
        assertThat(ledgers.takeKept(event, id, partner)).get().isInstanceOf(Taking.Closed.class);
        cancel(event, "pam");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> standing(event, "pia").equals("CONFIRMED"));
        cancel(event, "pia");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> ledger(event).pending().isEmpty());
        assertThat(ledgers.takeKept(event, id, partner)).get().isInstanceOf(Taking.Given.class);

        clock.moveTo(clock.instant().plusSeconds(20));

        await().atMost(Duration.ofSeconds(20)).until(() -> ledger(event).room().kept(clock.instant()) == 1);
        assertTaken(event, 0);
    }

    @Test
    void whatIsKeptLaterIsForTheMembersWhoWait() {
        var event = keeping(2, 1);
        status(event, "pam");
        status(event, "ann");
        status(event, "ben");
        assertThat(status(event, "pia")).isEqualTo("WAITLISTED");

        change(event, 3, 2).expect(200);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> standing(event, "pia").equals("CONFIRMED"));
        assertThat(standing(event, "ben")).isEqualTo("WAITLISTED");
        assertTaken(event, 2);
    }

    @Test
    void whoWaitsAndJoinsTheOrganizationHasWhatIsKeptForIt() {
        var event = keeping(2, 1);
        status(event, "ann");
        status(event, "ben");
        assertThat(status(event, "zoe")).isEqualTo("WAITLISTED");

        tell(anOrganization()
                .withId(partner)
                .ownedBy("pam-" + unique)
                .with("zoe-" + unique, "VIEWER")
                .at(2, "VERIFIED"));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> standing(event, "zoe").equals("CONFIRMED"));
        assertThat(standing(event, "ben")).isEqualTo("WAITLISTED");
        assertTaken(event, 1);
    }

    private String standing(String event, String name) {
        return get(person(name), "/events/" + event).at("/myRegistration/status");
    }

    @Test
    void whatIsLeftAtItsTimeIsForThoseWhoWaitAndThenForEverybody() {
        var event = keeping(3, 2);
        status(event, "ann");
        status(event, "ben");

        clock.moveTo(release.plusMinutes(1).toInstant(ZoneOffset.UTC));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(get(person("ben"), "/events/" + event).at("/myRegistration/status"))
                                .isEqualTo("CONFIRMED"));
        assertThat(status(event, "cam")).isEqualTo("CONFIRMED");
        assertThat(status(event, "pam")).isEqualTo("WAITLISTED");
        assertTaken(event, 0);
    }

    @Test
    void ofManyAtOnceNobodyTakesWhatIsKept() {
        var event = keeping(6, 2);

        var made = atOnce(12, i -> status(event, i == 5 ? "pam" : i == 9 ? "pia" : "p" + i));

        assertThat(made.stream().filter("CONFIRMED"::equals)).hasSize(6);
        assertTaken(event, 2);
        assertThat(ledger(event).seats().free()).isZero();
    }

    @Test
    void neitherFewerSeatsNorMoreOfThemForSomeTakeWhatOthersHave() {
        var event = keeping(4, 1);
        status(event, "ann");
        status(event, "ben");

        var fewer = change(event, 2, 1);
        assertThat(fewer.expect(409).code()).isEqualTo("capacity-taken");
        assertThat(fewer.text("detail")).contains("3");
        assertThat(change(event, 4, 3).expect(409).code()).isEqualTo("capacity-taken");
        change(event, 4, 2).expect(200);

        assertThat(status(event, "cam")).isEqualTo("WAITLISTED");
        change(event, 4, 1).expect(200);
        await().untilAsserted(
                        () -> assertThat(get(person("cam"), "/events/" + event).at("/myRegistration/status"))
                                .isEqualTo("CONFIRMED"));
    }

    @Test
    void membersOfAnOrganizationThatIsSuspendedHaveNoMoreThanOthers() {
        var event = keeping(2, 1);
        tell(anOrganization().withId(partner).ownedBy("pam-" + unique).at(2, "SUSPENDED"));

        assertThat(status(event, "ann")).isEqualTo("CONFIRMED");
        assertThat(status(event, "pam")).isEqualTo("WAITLISTED");
    }

    @Test
    void moreThanThereIsCannotBeKept() {
        assertThat(post(person("host"), "/events", body(2, 3)).expect(422).at("/errors/0/pointer"))
                .isEqualTo("/capacity");
    }

    private void assertTaken(String event, int taken) {
        var parts = taken == 0 ? Map.<String, Integer>of() : Map.of(Part.allotment(partner), taken);
        assertThat(ledger(event).seats().parts()).isEqualTo(parts);
        assertThat(counts.parts(event)).isEqualTo(parts);
    }

    private SeatLedger ledger(String event) {
        return ledgers.find(event).orElseThrow();
    }

    private String keeping(int seats, int kept) {
        return published("host-" + unique, body(seats, kept)).id();
    }

    private String body(int seats, int kept) {
        return eventBody(host, seats)
                .stripTrailing()
                .replaceFirst(
                        "}$",
                        ",\"allotments\":[{\"organizationId\":\"%s\",\"seats\":%d,\"releasesAtLocal\":\"%s\"}]}"
                                .formatted(partner, kept, release));
    }

    /** By a host that may take seats away by itself. */
    private Answer change(String event, int seats, int kept) {
        tell(anOrganization()
                .withId(host)
                .ownedBy("host-" + unique)
                .asTrusted(true)
                .at(sequence++, "VERIFIED"));
        var path = "/api/v1/events/" + event;
        return api(person("host"))
                .put(path, body(seats, kept), api(person("host")).get(path).version());
    }

    private long sequence = 2;

    private String person(String name) {
        return TestTokens.person(name + "-" + unique);
    }

    private String status(String event, String name) {
        return post(person(name), "/events/" + event + "/registrations", "{}")
                .expect(201)
                .text("status");
    }

    private void cancel(String event, String name) {
        var id = get(person(name), "/events/" + event).at("/myRegistration/id");
        var now = get(person(name), "/registrations/" + id);
        transition(person(name), now, "/registrations/" + id + "/cancel", "").expect(200);
    }
}
