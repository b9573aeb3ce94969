package ma.maydan.events.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import ma.maydan.events.event.Event;
import ma.maydan.events.event.EventService;
import ma.maydan.events.question.AnswerSheet;
import ma.maydan.events.question.AnswerStore;
import ma.maydan.events.registration.Registration.Status;
import ma.maydan.events.seats.Booking;
import ma.maydan.events.seats.Part;
import ma.maydan.events.seats.SeatLedgerStore;
import ma.maydan.events.seats.Step;
import ma.maydan.events.seats.Step.Kind;
import ma.maydan.events.seats.Taking;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.problem.FieldProblem;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.schedule.Due;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What somebody who has a seat has chosen is counted by the ledger, and follows from what they answered. */
@Component
class Choosing {

    private final RegistrationStore registrations;
    private final SeatLedgerStore ledgers;
    private final AnswerStore answers;
    private final EventService events;
    private final Clock clock;

    Choosing(
            RegistrationStore registrations,
            SeatLedgerStore ledgers,
            AnswerStore answers,
            EventService events,
            Clock clock) {
        this.registrations = registrations;
        this.ledgers = ledgers;
        this.answers = answers;
        this.events = events;
        this.clock = clock;
    }

    /** Options are taken with a seat: by who comes to one without doing anything, afterwards. */
    static List<Due> following(Registration registration, @Nullable Event event, Instant now) {
        return event != null && event.content().asksForChoices()
                ? List.of(Due.at(Registration.OPTIONS, registration.id(), now))
                : List.of();
    }

    /** What was chosen by answers that are kept. */
    List<String> chosen(Registration registration) {
        return sheet(registration).map(AnswerSheet::options).orElse(List.of());
    }

    /** Not that of somebody who was named before. */
    private Optional<AnswerSheet> sheet(Registration registration) {
        return answers.find(registration.id()).filter(sheet -> sheet.isOf(registration.personId()));
    }

    /**
     * Counts other answers, before they are kept.
     *
     * @throws ProblemException 412 when the registration changed meanwhile, or 422 where an option is full
     */
    void change(Registration registration, List<String> options) {
        var held = held(registration);
        var added = without(options, held);
        if (registration.status() == Status.OFFERED) {
            requireFree(registration.eventId(), added);
        }
        if (registration.status() != Status.CONFIRMED || Set.copyOf(options).equals(Set.copyOf(held))) {
            if (!registrations.touch(registration)) {
                throw ProblemException.stale();
            }
            return;
        }
        var step = switch (ledgers.begin(Kind.CHOOSE, registration.eventId(), registration.id(), added)
                .orElseThrow(ProblemException::notFound)) {
            case Taking.Given(var given) -> given;
            case Taking.Full(var full) -> throw full(full);
            default -> throw ProblemException.stale();
        };
        var change = registration.choose(step, without(held, options), clock.instant());
        if (change == null || !end(step, registration, change)) {
            throw ProblemException.stale();
        }
    }

    /** Refuses a newcomer who chooses what is full, as far as they would have a seat now. */
    void requireFreeWithSeat(String eventId, List<String> options) {
        if (ledgers.find(eventId)
                .filter(ledger -> ledger.seats().free() > 0 && ledger.list().waiting() == 0)
                .isPresent()) {
            requireFree(eventId, options);
        }
    }

    /** @throws ProblemException 422 where an option is full */
    private void requireFree(String eventId, List<String> options) {
        var ledger = ledgers.find(eventId).orElse(null);
        var full = options.stream()
                .filter(option -> ledger != null && ledger.room().isFull(option))
                .toList();
        if (!full.isEmpty()) {
            throw full(full);
        }
    }

    /** 422 by the questions whose options these are. */
    static ProblemException full(List<String> options) {
        return ProblemException.invalidFields(options.stream()
                .map(Part::question)
                .distinct()
                .map(question -> new FieldProblem("/answers/" + question, "option-full", null))
                .toList());
    }

    /** Lets what is counted follow from what was answered. Of what is full, the person hears that they have to choose again. */
    void follow(String id) {
        var followed = false;
        while (!followed) {
            followed = tryFollow(id);
        }
    }

    /** False when something changed meanwhile. */
    private boolean tryFollow(String id) {
        var registration = registrations.find(id).orElse(null);
        if (registration == null || registration.status() != Status.CONFIRMED) {
            return true;
        }
        var sheet = sheet(registration);
        var options = sheet.map(AnswerSheet::options).orElse(List.of());
        var held = held(registration);
        if (Set.copyOf(options).equals(Set.copyOf(held))) {
            return true;
        }
        // Whoever is about to replace them reads again.
        if (sheet.isPresent() && !answers.tryUpdate(sheet.get().without(List.of()))) {
            return false;
        }
        var ledger = ledgers.find(registration.eventId()).orElse(null);
        if (ledger == null) {
            return true;
        }
        var added = without(options, held);
        var full = added.stream().filter(ledger.room()::isFull).toList();
        if (!(ledgers.begin(Kind.CHOOSE, registration.eventId(), id, without(added, full))
                        .orElse(null)
                instanceof Taking.Given(var step))) {
            return false;
        }
        var change = registration.choose(step, without(held, options), clock.instant());
        if (change == null || !end(step, registration, told(change, full))) {
            return false;
        }
        return full.isEmpty() || sheet.isEmpty() || forget(full, sheet.get().id());
    }

    private boolean forget(List<String> full, String id) {
        return answers.find(id)
                .map(sheet -> answers.tryUpdate(sheet.without(full)))
                .orElse(true);
    }

    private Change<Registration> told(Change<Registration> change, List<String> full) {
        return full.isEmpty()
                ? change
                : HolderNews.chooseAgain(
                        change, events.find(change.state().eventId()).orElse(null));
    }

    private boolean end(Step step, Registration before, Change<Registration> change) {
        var written = registrations.tryUpdate(change);
        var given = written
                ? change.state().stage().moves().getLast().given()
                : step.wish().parts();
        ledgers.end(before.eventId(), step, Booking.NOTHING.giving(given));
        return written;
    }

    /** Where whoever began it was stopped: what it took is given back, unless the registration has it. */
    void takeBack(String eventId, Step step) {
        var id = Objects.requireNonNull(step.registrationId());
        var registration = registrations.find(id).orElse(null);
        // Whoever is on the way to change it finds it changed.
        while (registration != null && registration.movedBy(step) == null && !registrations.touch(registration)) {
            registration = registrations.find(id).orElse(null);
        }
        var move = registration == null ? null : registration.movedBy(step);
        ledgers.end(
                eventId, step, Booking.NOTHING.giving(move == null ? step.wish().parts() : move.given()));
    }

    private static List<String> held(Registration registration) {
        return registration.stage().parts().stream().filter(Part::isOption).toList();
    }

    private static List<String> without(List<String> some, List<String> others) {
        return some.stream().filter(one -> !others.contains(one)).toList();
    }
}
