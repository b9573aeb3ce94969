package ma.maydan.events.registration;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ma.maydan.events.event.Event;
import ma.maydan.events.event.EventService;
import ma.maydan.events.seats.Claimant;
import ma.maydan.events.seats.Taking;
import ma.maydan.starter.idempotency.NewId;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.mongo.DuplicateValueException;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** A person registers for an event; who registered. */
@Service
class RegistrationService {

    private final RegistrationStore registrations;
    private final SeatRequests requests;
    private final SeatSteps steps;
    private final Entrance entrance;
    private final RegistrationAnswers answers;
    private final EventService events;
    private final Clock clock;

    RegistrationService(
            RegistrationStore registrations,
            SeatRequests requests,
            SeatSteps steps,
            Entrance entrance,
            RegistrationAnswers answers,
            EventService events,
            Clock clock) {
        this.registrations = registrations;
        this.requests = requests;
        this.steps = steps;
        this.entrance = entrance;
        this.answers = answers;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What a request made.
     *
     * @param registration as it was when it was made
     * @param repeated it was answered before
     */
    record Made(Registration registration, @Nullable Event event, boolean repeated) {}

    /**
     * Takes a seat, or a place in the waiting list when none is free or others wait.
     *
     * @param key of the request: a repetition is answered from the registration that carries its id
     * @throws ProblemException 404 for an event that the caller does not see, 409 {@code registration-closed} or
     *     {@code already-registered}, 422 {@code idempotency-key-reused}, or with all answers that are wrong
     */
    Made register(NewId key, String eventId, Asked asked, Caller caller) {
        var event = events.find(eventId).orElse(null);
        var id = key;
        while (true) {
            var made = tryRegister(id, eventId, event, asked, caller);
            if (!made.repeated() || id.isKept(made.registration().registeredAt(), clock.instant())) {
                id.requireSameBody(made.registration().origin().bodyHash());
                return made;
            }
            id = id.next();
        }
    }

    private Made tryRegister(NewId id, String eventId, @Nullable Event event, Asked asked, Caller caller) {
        try {
            return attempt(id, eventId, event, asked, caller);
        } catch (ProblemException refused) {
            if (event != null && !event.content().questions().isEmpty()) {
                answers.dropUnlessMade(id.value());
            }
            throw refused;
        }
    }

    private Made attempt(NewId id, String eventId, @Nullable Event event, Asked asked, Caller caller) {
        var person = caller.requireId();
        while (true) {
            var held = entrance.held(eventId, person);
            if (held != null || event == null || !events.takesRegistrations(event)) {
                return repeated(id, held, event).orElseThrow(() -> refusal(event, held, caller));
            }
            var pass = entrance.pass(event, asked.invitation(), caller);
            var options = answers.keep(id.value(), event, asked.answers(), person);
            var claimant = new Claimant(id.value(), person, caller.name(), id.bodyHash());
            try {
                var made = claim(id, event, claimant.with(pass), options);
                if (made != null) {
                    return made;
                }
            } catch (DuplicateValueException e) {
                // Of the person, or of a use of the link: then another one may be free.
                if (pass.inviteKey() == null
                        || registrations.active(eventId, person).isPresent()) {
                    throw alreadyRegistered();
                }
            }
        }
    }

    /**
     * Asks the host, or takes a seat or a place.
     *
     * @return null when an earlier request of the same person had to be ended first
     * @throws DuplicateValueException when the person, the seat of an organization or a use of a link is taken
     */
    @Nullable
    Made claim(NewId id, Event event, Claimant claimant, List<String> options) {
        if (Entrance.asks(event, claimant)) {
            var asked = registrations.insert(HolderNews.of(
                    Registration.asked(ForEvent.of(event.id(), event), claimant, clock.instant()), event));
            return new Made(asked.asMade(), event, asked.version() > 1);
        }
        switch (requests.take(event, claimant, options)) {
            case Taking.Given(var step) -> {
                var written = steps.register(event.id(), event, step);
                return new Made(
                        written.asMade(), event, !written.origin().step().equals(step.id()));
            }
            case Taking.UnderWay(var step) -> {
                var written = steps.register(event.id(), event, step);
                return written.id().equals(id.value()) ? new Made(written.asMade(), event, true) : null;
            }
            case Taking.Full(var full) -> throw Choosing.full(full);
            case Taking.Closed() -> throw RegistrationChanges.closed();
        }
    }

    private Optional<Made> repeated(NewId id, @Nullable Registration active, @Nullable Event event) {
        var found =
                active != null && active.id().equals(id.value()) ? Optional.of(active) : registrations.find(id.value());
        return found.map(registration -> new Made(registration.asMade(), event, true));
    }

    ProblemException refusal(@Nullable Event event, @Nullable Registration active, Caller caller) {
        if (event == null || !events.isVisible(event, caller)) {
            return ProblemException.notFound();
        }
        if (active != null && events.takesRegistrations(event)) {
            return alreadyRegistered();
        }
        return event.opensLater(clock.instant()) ? notOpen() : RegistrationChanges.closed();
    }

    /** Which of a person's registrations: for events that are not over, or for those that are. */
    enum When {
        COMING,
        PAST
    }

    /** @param when null for all, the latest made first; else the next event first, or the latest one */
    Page<Registration> ofCaller(Caller caller, @Nullable When when, Paging paging) {
        var person = caller.requireId();
        if (when == null) {
            return registrations.lists().ofPerson(person, paging);
        }
        addTimes(person);
        return when == When.COMING
                ? registrations.lists().coming(person, clock.instant(), paging)
                : registrations.lists().past(person, clock.instant(), paging);
    }

    /** To registrations from before they kept when their event is. */
    private void addTimes(String person) {
        events.findAll(registrations.eventsWithoutTimes(person))
                .forEach((id, event) -> registrations.addTimes(person, ForEvent.of(id, event)));
    }

    /**
     * @throws ProblemException 404 for who does not run the event
     */
    Page<Registration> ofEvent(String eventId, Wanted wanted, Caller caller, Paging paging) {
        requireRunBy(eventId, caller);
        return registrations.lists().ofEvent(eventId, wanted.status(), wanted.sort(), wanted::found, paging);
    }

    /**
     * @throws ProblemException 404 for who does not run the event
     */
    void requireRunBy(String eventId, Caller caller) {
        if (events.find(eventId)
                .filter(event -> events.showsRegistrations(event, caller))
                .isEmpty()) {
            throw ProblemException.notFound();
        }
    }

    Map<String, Event> eventsOf(Collection<Registration> of) {
        return events.findAll(of.stream().map(Registration::eventId).distinct().toList());
    }

    /** The caller in front of the events at which some of them wait for an approval; no host is read for the others. */
    Map<String, Actor> actors(Collection<Registration> of, Map<String, Event> known, Caller caller) {
        return events.actors(
                of.stream()
                        .filter(one -> one.status() == Registration.Status.PENDING_APPROVAL)
                        .map(Registration::eventId)
                        .distinct()
                        .flatMap(event -> Stream.ofNullable(known.get(event)))
                        .toList(),
                caller);
    }

    private static ProblemException notOpen() {
        return new ProblemException(HttpStatus.CONFLICT, "registration-not-open");
    }

    static ProblemException alreadyRegistered() {
        return new ProblemException(HttpStatus.CONFLICT, "already-registered");
    }
}
