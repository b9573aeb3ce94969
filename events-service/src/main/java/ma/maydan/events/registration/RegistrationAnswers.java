package ma.maydan.events.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import ma.maydan.events.event.Event;
import ma.maydan.events.event.EventService;
import ma.maydan.events.question.AnswerFile;
import ma.maydan.events.question.AnswerFileStore;
import ma.maydan.events.question.AnswerSheet;
import ma.maydan.events.question.AnswerStore;
import ma.maydan.events.question.Question;
import ma.maydan.starter.notice.Guest;
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
    private final AnswerFileStore files;
    private final RegistrationStore registrations;
    private final RegistrationChanges changes;
    private final Choosing choosing;
    private final EventService events;
    private final Clock clock;

    RegistrationAnswers(
            AnswerStore answers,
            AnswerFileStore files,
            RegistrationStore registrations,
            RegistrationChanges changes,
            Choosing choosing,
            EventService events,
            Clock clock) {
        this.answers = answers;
        this.files = files;
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
        var checked = AnswerSheet.first(asked(event, person), given, files(event, person, given));
        if (!checked.isEmpty() && registrations.find(id).isEmpty()) {
            var end = event.schedule().endsAt();
            answers.keep(new AnswerSheet(id, 1, event.id(), person, checked, end, clock.instant()));
        }
        return AnswerSheet.options(checked);
    }

    /**
     * Looks at a guest's answers before it is known whether they are registered.
     *
     * @throws ProblemException 422 with all answers that are wrong, or where an option is full
     */
    void requireRight(Event event, Map<String, List<String>> given, String guest) {
        var right = AnswerSheet.first(asked(event, guest), given, Set.of());
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
                .answer(
                        asked(event, registration.personId()),
                        given,
                        files(event, registration.personId(), given),
                        now);
        choosing.change(registration, changed.options());
        if (before.isEmpty()) {
            answers.keep(changed);
        } else if (!answers.tryUpdate(before.get(), changed)) {
            throw ProblemException.stale();
        }
    }

    /** A guest is asked for no file: nobody sends us one who has no account. */
    private static List<Question> asked(Event event, String person) {
        var questions = event.content().questions();
        return Guest.is(person)
                ? questions.stream()
                        .filter(question -> question.kind() != Question.Kind.FILE)
                        .toList()
                : questions;
    }

    /** Those that are given and can be answered with; none is read where none is asked for. */
    private Set<String> files(Event event, String person, Map<String, List<String>> given) {
        var ids = event.content().questions().stream()
                .filter(question -> question.kind() == Question.Kind.FILE)
                .flatMap(question ->
                        given.getOrDefault(question.id(), List.of()).stream().limit(1))
                .toList();
        return files.use(event.id(), person, ids);
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

    /** What these answers name, without the content; nothing is read where they name none. */
    Map<String, AnswerFile> filesOf(Collection<AnswerSheet> sheets) {
        return files.findAll(
                sheets.stream().flatMap(sheet -> sheet.files().stream()).toList());
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
        var sheet = firstOf(registration, event);
        return AnsweredView.of(sheet, filesOf(sheet), event, true, changeable);
    }

    Map<String, AnswerFile> filesOf(@Nullable AnswerSheet sheet) {
        return sheet == null ? Map.of() : filesOf(List.of(sheet));
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
