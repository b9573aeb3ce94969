package ma.maydan.events.registration;

import static ma.maydan.testkit.api.Parallel.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import ma.maydan.events.EventsIT;
import ma.maydan.events.registration.Registration.Status;
import ma.maydan.events.seats.SeatLedgerStore;
import ma.maydan.events.seats.Seats;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.backends.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Of an event that asks for it, the host approves who comes. */
class ApprovalsIT extends EventsIT {

    private static final String APPROVAL = "\"admission\":\"APPROVAL\"";
    private static final String REASON =
            "{\"reasonCode\":\"OTHER\",\"reasonText\":{\"fr\":\"Complet pour votre secteur\",\"ar\":\"اكتمل\"}}";

    @Autowired
    private SeatLedgerStore ledgers;

    @Autowired
    private RegistrationStore registrations;

    @Test
    void whoAsksHoldsNothingUntilTheHostApproves() {
        var event = publishedEvent("approve-1", 1, APPROVAL).id();
        var asked = register(event, "ann").expect(201);
        assertThat(asked.text("status")).isEqualTo("PENDING_APPROVAL");
        assertThat(asked.allowedTransitions()).containsExactly("cancel");
        assertThat(seats(event).free()).isEqualTo(1);

        var approved = step("approve-1", asked, "approve", "").expect(200);

        assertThat(approved.text("status")).isEqualTo("CONFIRMED");
        assertThat(settled(event).confirmed()).isEqualTo(1);
        assertThat(step("approve-1", asked, "approve", "").code()).isEqualTo("invalid-transition");
    }

    @Test
    void approvedWhenAllSeatsAreTakenOneWaits() {
        var event = publishedEvent("approve-2", 1, APPROVAL).id();
        step("approve-2", register(event, "ann"), "approve", "").expect(200);

        var second = step("approve-2", register(event, "ben"), "approve", "").expect(200);

        assertThat(second.text("status")).isEqualTo("WAITLISTED");
        assertThat(second.text("position")).isEqualTo("1");
    }

    @Test
    void whoIsDeclinedIsToldWhyAndCanAskAgain() {
        var event = publishedEvent("approve-3", 1, APPROVAL).id();
        var asked = register(event, "ann");

        step("approve-3", asked, "decline", REASON).expect(200);

        var own = get(TestTokens.person("ann"), "/registrations/" + asked.id());
        assertThat(own.text("status")).isEqualTo("DECLINED");
        assertThat(own.body().at("/reason/text/fr").asString()).isEqualTo("Complet pour votre secteur");
        assertThat(register(event, "ann").expect(201).id()).isNotEqualTo(asked.id());
    }

    @Test
    void theSameRequestGetsItsAnswerAgainAfterItsApproval() {
        var event = publishedEvent("approve-4", 1, APPROVAL).id();
        var key = UUID.randomUUID().toString();
        var path = "/events/" + event + "/registrations";
        var ann = TestTokens.person("ann");
        var first = post(ann, path, "{}", key).expect(201);
        step("approve-4", first, "approve", "").expect(200);

        var again = post(ann, path, "{}", key).expect(201);

        assertThat(again.body().path("status").asString()).isEqualTo("PENDING_APPROVAL");
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(post(ann, path, "{}").code()).isEqualTo("already-registered");
    }

    @Test
    void othersNeitherApproveNorSeeThatSomebodyAsked() {
        var event = publishedEvent("approve-5", 1, APPROVAL).id();
        var asked = register(event, "ann");

        assertThat(step("approve-4", asked, "approve", "").status()).isEqualTo(404);
        assertThat(step("ann", asked, "approve", "").status()).isEqualTo(403);
        assertThat(step("ann", asked, "decline", REASON).status()).isEqualTo(403);
        assertThat(step("approve-5", asked, "cancel", "").status()).isEqualTo(403);
        assertThat(step("approve-5", asked, "decline", "{}").status()).isEqualTo(422);
    }

    @Test
    void whoGivesUpWhileTheHostApprovesLeavesLedgerAndRowsAlike() {
        for (var round = 0; round < 10; round++) {
            var owner = "approve-6-" + round;
            var event = publishedEvent(owner, 1, APPROVAL).id();
            var asked = register(event, "ann");

            atOnce(List.<Callable<Answer>>of(
                    () -> transition(TestTokens.person("ann"), asked, path(asked, "cancel"), ""),
                    () -> transition(TestTokens.person(owner), asked, path(asked, "approve"), ""),
                    () -> transition(TestTokens.person(owner), asked, path(asked, "approve"), ""),
                    () -> transition(TestTokens.person(owner), asked, path(asked, "decline"), REASON)));

            settled(event);
        }
    }

    @Test
    void onceRegistrationIsClosedASeatCanBeGivenAndNoPlaceInAList() {
        var published =
                publishedEvent("approve-7", 1, APPROVAL + ",\"registrationClosesAtLocal\":\"%s\"".formatted(inDays(5)));
        var ann = register(published.id(), "ann");
        var ben = register(published.id(), "ben");
        clock.moveTo(Instant.parse(published.text("registrationClosesAt")));
        assertThat(register(published.id(), "cam").code()).isEqualTo("registration-closed");

        step("approve-7", ann, "approve", "").expect(200);

        assertThat(step("approve-7", ben, "approve", "").code()).isEqualTo("registration-closed");
        clock.moveTo(Instant.parse(published.text("startsAt")));
        assertThat(step("approve-7", ben, "approve", "").code()).isEqualTo("invalid-transition");
    }

    @Test
    void nobodyRegistersBeforeRegistrationOpens() {
        var published = publishedEvent("approve-8", 1, "\"registrationOpensAtLocal\":\"%s\"".formatted(inDays(2)));

        assertThat(published.body().path("registrationOpen").asBoolean()).isFalse();
        assertThat(register(published.id(), "ann").code()).isEqualTo("registration-not-open");

        clock.moveTo(Instant.parse(published.text("registrationOpensAt")));
        assertThat(register(published.id(), "ann").text("status")).isEqualTo("CONFIRMED");
    }

    @Test
    void whoIsNotMeantGetsNoSeat() {
        var startup = UUID.randomUUID().toString();
        organization(startup, 1, "VERIFIED", "member-of-a-startup", false);
        var named = publishedEvent(
                        "approve-9",
                        5,
                        "\"audience\":\"ORGANIZATIONS\",\"audienceOrganizations\":[\"%s\"]".formatted(startup))
                .id();
        var members =
                publishedEvent("approve-10", 5, "\"audience\":\"MEMBERS\"").id();

        assertThat(register(named, "member-of-a-startup").status()).isEqualTo(201);
        assertThat(register(members, "member-of-a-startup").status()).isEqualTo(201);
        for (var event : List.of(named, members)) {
            var refused = register(event, "member-of-nothing");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.code()).isEqualTo("not-in-audience");
        }
        organization(startup, 2, "SUSPENDED", "member-of-a-startup", false);
        assertThat(register(named, "member-of-nothing").code()).isEqualTo("not-in-audience");
    }

    @Test
    void registrationOpensBeforeItClosesAndClosesBeforeTheEventBegins() {
        var late = post(
                TestTokens.person("approve-1"),
                "/events",
                eventBody(UUID.randomUUID().toString(), 1)
                        .stripTrailing()
                        .replaceFirst(
                                "}$",
                                ",\"registrationOpensAtLocal\":\"%s\",\"registrationClosesAtLocal\":\"%s\",\"offerHours\":200}"
                                        .formatted(inDays(12), inDays(13))));

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.body().path("errors").findValuesAsString("pointer"))
                .contains("/registrationOpensAtLocal", "/registrationClosesAtLocal", "/offerHours");
    }

    private static String inDays(int days) {
        return LocalDateTime.now(ZoneOffset.UTC)
                .plusDays(days)
                .withNano(0)
                .withSecond(0)
                .toString();
    }

    private Seats settled(String event) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> ledgers.find(event).orElseThrow(),
                        ledger -> ledger.pending().isEmpty()
                                && ledger.seats().confirmed() == registrations.count(event, Status.CONFIRMED)
                                && ledger.list().waiting() == registrations.count(event, Status.WAITLISTED))
                .seats();
    }

    private Seats seats(String event) {
        return ledgers.find(event).orElseThrow().seats();
    }

    private Answer register(String event, String person) {
        return post(TestTokens.person(person), "/events/" + event + "/registrations", "{}");
    }

    private Answer step(String person, Answer registration, String step, String body) {
        var token = TestTokens.person(person);
        var now = get(token, "/registrations/" + registration.id());
        return now.status() == 200 ? transition(token, now, path(registration, step), body) : now;
    }

    private static String path(Answer registration, String step) {
        return "/registrations/" + registration.id() + "/" + step;
    }
}
