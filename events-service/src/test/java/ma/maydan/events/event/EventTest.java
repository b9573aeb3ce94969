package ma.maydan.events.event;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.ownership.Owner;
import ma.maydan.starter.ownership.Standing;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.vocabulary.MemberRole;
import ma.maydan.starter.vocabulary.ReasonCode;
import ma.maydan.testkit.rules.LifeCycleTable;
import org.junit.jupiter.api.Test;

class EventTest {

    private static final ZoneId MOROCCO = ZoneId.of("Africa/Casablanca");
    private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");
    private static final Instant BEGINS = Instant.parse("2026-12-10T10:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration LASTS = Duration.ofHours(2);
    private static final Instant ENDS = BEGINS.plus(LASTS);
    private static final LocalizedText TEXT = LocalizedText.of("نص", "Texte", "Text");
    private static final Reason REASON = new Reason(ReasonCode.OTHER, TEXT);
    private static final Seating SEATING = new Seating(10, Seating.Admission.OPEN, null, Window.ALWAYS);
    private static final Actor EDITOR = member(MemberRole.EDITOR);
    private static final Actor MANAGER = member(MemberRole.ADMIN);
    private static final Actor OFFICER = new Actor("officer", true, false);
    private static final Actor ADMIN = new Actor("admin", true, true);
    private static final Map<String, Actor> ACTORS = Map.of(
            "stranger",
            new Actor("stranger", false, false),
            "viewer",
            member(MemberRole.VIEWER),
            "editor",
            EDITOR,
            "manager",
            MANAGER,
            "owner",
            member(MemberRole.OWNER),
            "officer",
            OFFICER,
            "admin",
            ADMIN,
            "officer*",
            OFFICER.with(MemberRole.VIEWER),
            "admin*",
            ADMIN.with(MemberRole.VIEWER),
            "machine",
            new Actor(null, false, false));

    @Test
    void theLifeCycleIsTheOneThatIsWritten() {
        LifeCycleTable.assertHeld(
                EventTest.class,
                "event-life-cycle.txt",
                EventTransition.values(),
                EventTransition::code,
                List.of("DRAFT", "SUBMITTED", "PUBLISHED", "CHANGING", "CANCELLED", "COMPLETED"),
                (transition, state, actor) -> EventTransition.LIFE_CYCLE.require(
                        transition, new EventSituation(in(state), requireNonNull(ACTORS.get(actor)), NOW)));
    }

    @Test
    void everyTransitionTellsOfItselfAndRaisesTheVersionByOne() {
        var submitted = draft().take(EventTransition.SUBMIT, EDITOR, NOW);
        assertThat(submitted.eventType()).isEqualTo("event.submitted");
        assertThat(submitted.state().version()).isEqualTo(2);
        var returned = submitted.state().take(EventTransition.RETURN, OFFICER, REASON, NOW);
        assertThat(returned.eventType()).isEqualTo("event.returned");
        assertThat(returned.state().status()).isEqualTo(Event.Status.DRAFT);
        assertThat(requireNonNull(returned.state().stage().decision()).outcome())
                .isEqualTo("RETURNED");
        var again = returned.state().take(EventTransition.SUBMIT, EDITOR, NOW);
        assertThat(again.state().stage().decision()).isNull();
    }

    @Test
    void nothingIsSubmittedOrPublishedOnceItHasBegun() {
        refused("invalid-transition", () -> draft().take(EventTransition.SUBMIT, EDITOR, BEGINS));
        refused("invalid-transition", () -> submitted().take(EventTransition.PUBLISH, OFFICER, BEGINS));
        assertThat(draft().offer(EDITOR, false, BEGINS).allowedTransitions())
                .containsExactly("edit", "image", "delete");
    }

    @Test
    void nothingIsSubmittedOrPublishedForAHostThatIsNotVerified() {
        var suspended = new Standing(false, 2);
        refused("host-not-verified", () -> beside(suspended, draft()).take(EventTransition.SUBMIT, EDITOR, NOW));
        refused("host-not-verified", () -> beside(suspended, submitted()).take(EventTransition.PUBLISH, OFFICER, NOW));
    }

    @Test
    void whatIsOverIsNotCancelled() {
        assertThat(published().offer(MANAGER, false, ENDS.minusMillis(1)).allowedTransitions())
                .containsExactly("image", "cancel");
        assertThat(published().offer(MANAGER, false, ENDS).allowedTransitions()).isEmpty();
        refused("invalid-transition", () -> published().take(EventTransition.CANCEL, MANAGER, REASON, ENDS));
    }

    @Test
    void whatItIsFollowsFromTheClockAndItsHost() {
        assertThat(published().statusAt(ENDS.minusMillis(1))).isEqualTo(Event.Status.PUBLISHED);
        assertThat(published().statusAt(ENDS)).isEqualTo(Event.Status.COMPLETED);
        assertThat(beside(new Standing(false, 2), published()).statusAt(NOW)).isEqualTo(Event.Status.SUSPENDED);
        assertThat(published().complete(ENDS.minusMillis(1))).isNull();
        assertThat(published().takesRegistrations(BEGINS.minusMillis(1))).isTrue();
        assertThat(published().takesRegistrations(BEGINS)).isFalse();
    }

    private static Event beside(Standing standing, Event event) {
        return event.with(event.owner().with(standing));
    }

    private static Event in(String state) {
        if (state.equals("CHANGING")) {
            return changing();
        }
        return switch (Event.Status.valueOf(state)) {
            case DRAFT -> draft();
            case SUBMITTED -> submitted();
            case PUBLISHED -> published();
            case CANCELLED ->
                published().take(EventTransition.CANCEL, MANAGER, REASON, NOW).state();
            case COMPLETED -> requireNonNull(published().complete(ENDS)).state();
            case SUSPENDED -> throw new IllegalArgumentException("Never kept");
        };
    }

    private static Event changing() {
        return published().edit(at(BEGINS.plus(DAY)), EDITOR, false, NOW).state();
    }

    private static Event draft() {
        return Event.draft("event", Owner.of("host", new Standing(true, 1)), at(BEGINS), NOW)
                .state();
    }

    private static EventContent at(Instant begins) {
        var schedule = Schedule.of(
                LocalDateTime.ofInstant(begins, MOROCCO),
                LocalDateTime.ofInstant(begins.plus(LASTS), MOROCCO),
                MOROCCO);
        return new EventContent(
                new Wording(TEXT, null),
                Event.Kind.WORKSHOP,
                Event.Format.IN_PERSON,
                schedule,
                new Place("MA-06", TEXT),
                Reach.EVERYBODY,
                SEATING);
    }

    private static Event submitted() {
        return draft().take(EventTransition.SUBMIT, EDITOR, NOW).state();
    }

    private static Event published() {
        return submitted().take(EventTransition.PUBLISH, OFFICER, NOW).state();
    }

    private static Actor member(MemberRole role) {
        return new Actor(role.name(), false, false).with(role);
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable step) {
        assertThatThrownBy(step).hasMessage(code);
    }
}
