package ma.maydan.events.registration;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import ma.maydan.events.registration.Registration.Status;
import ma.maydan.events.seats.Claimant;
import ma.maydan.events.seats.Spot;
import ma.maydan.events.seats.Step;
import ma.maydan.events.seats.Step.Kind;
import ma.maydan.events.seats.Wish;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.vocabulary.MemberRole;
import ma.maydan.testkit.rules.LifeCycleTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegistrationTest {

    private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");
    private static final Instant UNTIL = NOW.plus(Duration.ofHours(24));
    private static final ForEvent EVENT =
            new ForEvent("event", NOW.plus(Duration.ofDays(9)), NOW.plus(Duration.ofDays(10)));
    private static final Claimant ANN = new Claimant("of-ann", "ann", "Ann", "hash");
    private static final Actor OFFICER = new Actor("officer", true, false);
    private static final Map<String, Actor> ACTORS = Map.of(
            "holder", new Actor("ann", false, false).of("ann"),
            "stranger", new Actor("stranger", false, false),
            "viewer", new Actor("viewer", false, false).with(MemberRole.VIEWER),
            "editor", new Actor("editor", false, false).with(MemberRole.EDITOR),
            "officer", OFFICER,
            "officer*", OFFICER.with(MemberRole.VIEWER),
            "machine", new Actor(null, false, false));

    @Test
    void theLifeCycleIsTheOneThatIsWritten() {
        LifeCycleTable.assertHeld(
                RegistrationTest.class,
                "registration-life-cycle.txt",
                RegistrationTransition.values(),
                RegistrationTransition::code,
                List.of("PENDING_APPROVAL", "CONFIRMED", "WAITLISTED", "OFFERED", "CANCELLED", "DECLINED"),
                (transition, state, actor) -> RegistrationTransition.LIFE_CYCLE.require(
                        transition,
                        new RegistrationSituation(
                                in(state),
                                PublishedEvent.beginning(NOW.plus(Duration.ofDays(9))),
                                requireNonNull(ACTORS.get(actor)),
                                false,
                                NOW)));
    }

    @Test
    void anOfferIsOverAtItsTimeAlsoBeforeSomebodyHasEndedIt() {
        var offered = in("OFFERED");

        assertThat(offered.statusAt(UNTIL.minusMillis(1))).isEqualTo(Status.OFFERED);
        assertThat(offered.statusAt(UNTIL)).isEqualTo(Status.DECLINED);
        assertThat(offered.accept(step(Kind.ACCEPT, UNTIL), UNTIL)).isNull();
        assertThat(offered.expire(step(Kind.EXPIRE, NOW), UNTIL.minusMillis(1))).isNull();
    }

    @Test
    void whoAcceptedInTimeHasTheSeatAlsoWhenItIsWrittenLater() {
        var accepted = in("OFFERED").accept(step(Kind.ACCEPT, UNTIL.minusMillis(1)), UNTIL.plusSeconds(5));

        assertThat(requireNonNull(accepted).state().status()).isEqualTo(Status.CONFIRMED);
        assertThat(accepted.eventType()).isEqualTo("registration.accepted");
    }

    @Test
    void whatHappenedToItIsKeptInOrder() {
        var cancel = step(Kind.CANCEL, NOW);
        var gone = requireNonNull(in("OFFERED").cancel(cancel, NOW)).state();

        assertThat(gone.status()).isEqualTo(Status.DECLINED);
        assertThat(gone.stage().moves())
                .extracting(Stage.Move::from, Stage.Move::to)
                .containsExactly(tuple(Status.WAITLISTED, Status.OFFERED), tuple(Status.OFFERED, Status.DECLINED));
        assertThat(gone.movedBy(cancel)).isEqualTo(gone.stage().moves().getLast());
        assertThat(gone.cancel(cancel, NOW)).as("nothing is given up twice").isNull();
        assertThat(gone.stage().activeKey()).isNull();
    }

    @Test
    void whoWasApprovedIsAnsweredAgainAsBefore() {
        var approved = in("CONFIRMED-BY-APPROVAL");

        assertThat(approved.status()).isEqualTo(Status.CONFIRMED);
        assertThat(approved.asMade().status()).isEqualTo(Status.PENDING_APPROVAL);
        assertThat(approved.asMade().version()).isEqualTo(1);
    }

    private static Registration in(String state) {
        return switch (state) {
            case "PENDING_APPROVAL" -> Registration.asked(EVENT, ANN, NOW).state();
            case "CONFIRMED-BY-APPROVAL" ->
                requireNonNull(in("PENDING_APPROVAL").approve(claim(null), NOW)).state();
            case "CONFIRMED" -> Registration.made(EVENT, claim(null), NOW).state();
            case "WAITLISTED" ->
                Registration.made(EVENT, claim(new Spot(3, 2L, 1)), NOW).state();
            case "OFFERED" ->
                in("WAITLISTED").offer(step(Kind.OFFER, NOW), UNTIL, NOW).state();
            case "CANCELLED" ->
                requireNonNull(in("CONFIRMED").cancel(step(Kind.CANCEL, NOW), NOW))
                        .state();
            default ->
                requireNonNull(in("OFFERED").expire(step(Kind.EXPIRE, UNTIL), UNTIL))
                        .state();
        };
    }

    private static Step claim(@Nullable Spot spot) {
        return new Step("claim", spot == null ? Kind.CLAIM : Kind.QUEUE, "of-ann", spot, ANN, Wish.NOTHING, NOW);
    }

    private static Step step(Kind kind, Instant at) {
        return new Step("by-" + kind, kind, "of-ann", new Spot(3, null, 2), null, Wish.NOTHING, at);
    }
}
