package ma.maydan.events.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import ma.maydan.events.event.Event;
import ma.maydan.events.event.EventService;
import ma.maydan.events.question.AnswerSheet;
import ma.maydan.events.question.AnswerStore;
import ma.maydan.events.question.Question;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.web.ExpectedVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What who registers answers to the host's questions. It is kept beside the registration, under its id, and written
 * before it, so that nobody is registered without what they had to answer.
 */
@Component
class RegistrationAnswers {

    private final AnswerStore answers;
    private final RegistrationStore registrations;
    private final RegistrationChanges changes;
    private final Choosing choosing;
    private final EventService events;
    private final Clock clock;

    RegistrationAnswers(
            AnswerStore answers,
            RegistrationStore registrations,
            RegistrationChanges changes,
            Choosing choosing,
            EventService events,
            Clock clock) {
        this.answers = answers;
        this.registrations = registrations;
        this.changes = changes;
        this.choosing = choosing;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Keeps what is answered by a registration that is going to be made.
     *
     * @return the options that are chosen
     * @throws ProblemException 422 with all answers that are wrong
     */
    List<String> keep(String id, Event event, Map<String, List<String>> given, String person) {
        var checked = AnswerSheet.first(event.content().questions(), given);
        if (!checked.isEmpty() && registrations.find(id).isEmpty()) {
            var end = event.schedule().endsAt();
            answers.keep(new AnswerSheet(id, 1, event.id(), person, checked, end, clock.instant()));
        }
        return AnswerSheet.options(checked);
    }

    /**
     * Looks at answers before it is known whose they are.
     *
     * @throws ProblemException 422 with all answers that are wrong, or where an option is full
     */
    void requireRight(Event event, Map<String, List<String>> given) {
        var right = AnswerSheet.first(event.content().questions(), given);
        choosing.requireFreeWithSeat(event.id(), AnswerSheet.options(right));
    }

    /** Lets go of what was kept, where nothing was made. */
    void dropUnlessMade(String id) {
        if (registrations.find(id).isEmpty()) {
            answers.drop(id);
        }
    }

    /**
     * The caller answers otherwise.
     *
     * @throws ProblemException 404 for what the caller does not see, 403 for who does not hold it, 409
     *     {@code answers-closed}, 412, or 422 with all answers that are wrong
     */
    Registration change(String id, ExpectedVersion expected, Map<String, List<String>> given, Caller caller) {
        var registration = changes.require(id, caller);
        if (!registration.personId().equals(caller.id())) {
            throw ProblemException.forbidden();
        }
        change(registration, expected, given);
        return changes.require(id, caller);
    }

    /** The same for who holds it. */
    void change(Registration registration, ExpectedVersion expected, Map<String, List<String>> given) {
        expected.require(registration.version());
        var id = registration.id();
        var now = clock.instant();
        var event = events.find(registration.eventId()).orElse(null);
        if (event == null || !isOpen(registration, event, now)) {
            throw ProblemException.conflict("answers-closed");
        }
        var before = answers.find(id).filter(sheet -> sheet.isOf(registration.personId()));
        var changed = before.orElseGet(() -> nothing(registration, event, now))
                .answer(event.content().questions(), given, now);
        choosing.change(registration, changed.options());
        if (before.isEmpty()) {
            answers.keep(changed);
        } else if (!answers.tryUpdate(changed)) {
            throw ProblemException.stale();
        }
    }

    private static AnswerSheet nothing(Registration registration, Event event, Instant now) {
        return new AnswerSheet(
                registration.id(),
                0,
                event.id(),
                registration.personId(),
                Map.of(),
                event.schedule().endsAt(),
                now);
    }

    /** Whether who holds it may answer otherwise: until the host's time, while it holds something or waits. */
    static boolean areChangeable(Registration registration, Event event, Instant now) {
        return !event.content().questions().isEmpty() && isOpen(registration, event, now);
    }

    private static boolean isOpen(Registration registration, Event event, Instant now) {
        return Registration.Status.ACTIVE.contains(registration.statusAt(now))
                && event.givesSeats(now)
                && event.content().answersUntil().isAfter(now);
    }

    /** Those of these registrations whose holders have given some: who was replaced may have left theirs. */
    Map<String, AnswerSheet> of(Collection<Registration> some) {
        var holders = some.stream().collect(Collectors.toMap(Registration::id, Registration::personId));
        var given = answers.findAll(holders.keySet());
        given.values().removeIf(sheet -> !sheet.isOf(Objects.requireNonNull(holders.get(sheet.id()))));
        return given;
    }

    /** Of one that was just made; nothing is read where nothing is asked. */
    @Nullable
    AnswerSheet firstOf(Registration made, @Nullable Event event) {
        return event == null || event.content().questions().isEmpty()
                ? null
                : answers.find(made.id())
                        .filter(sheet -> sheet.isOf(made.personId()))
                        .orElse(null);
    }

    /** What who holds it has answered, and whether they may otherwise. */
    AnsweredView ofHolder(Registration registration, @Nullable Event event) {
        var changeable = event != null && areChangeable(registration, event, clock.instant());
        return AnsweredView.of(firstOf(registration, event), event, true, changeable);
    }

    /** Whether the caller reads all that others answered for an event. */
    boolean readsAll(@Nullable Event event, Caller caller) {
        return event != null && events.isHostedBy(event, caller);
    }

    /** As it is answered to who may read all, or only what is asked for the cluster too. */
    static boolean isShown(Question.VisibleTo visibleTo, boolean readsAll) {
        return readsAll || visibleTo == Question.VisibleTo.HOST_AND_CLUSTER;
    }
}
