package ma.maydan.events.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import ma.maydan.events.event.Event;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what a registration, its event and its place in the waiting list say; one query each for a list. */
@Component
class RegistrationViews {

    private final RegistrationService service;
    private final Clock clock;

    RegistrationViews(RegistrationService service, Clock clock) {
        this.service = service;
        this.clock = clock;
    }

    RegistrationView of(Registration registration, Caller caller) {
        return of(new Page<>(List.of(registration), null), caller).items().getFirst();
    }

    Page<RegistrationView> of(Page<Registration> page, Caller caller) {
        var events = service.eventsOf(page.items());
        var ledgers = service.ledgersOf(page.items());
        var now = clock.instant();
        return page.map(registration -> view(
                registration,
                events.get(registration.eventId()),
                registration.place(ledgers.get(registration.eventId())),
                EventNow.of(events.get(registration.eventId()), now),
                caller));
    }

    /** As it was when it was made, which a repetition of the request is answered with too. */
    RegistrationView made(Registration registration, @Nullable Event event, Caller caller) {
        return view(registration, event, registration.firstPlace(), EventNow.TAKES_REGISTRATIONS, caller);
    }

    /** What changes of an event that took registrations. */
    private record EventNow(
            Event.@Nullable Status status,
            Event.@Nullable Decision decision,
            @Nullable Boolean open,
            boolean over) {

        static final EventNow TAKES_REGISTRATIONS = new EventNow(Event.Status.PUBLISHED, null, true, false);

        static EventNow of(@Nullable Event event, Instant now) {
            if (event == null) {
                return new EventNow(null, null, null, false);
            }
            var status = event.statusAt(now);
            var gone = status == Event.Status.CANCELLED || status == Event.Status.SUSPENDED;
            return new EventNow(
                    status, gone ? event.decisionAt(now) : null, event.takesRegistrations(now), event.isOver(now));
        }
    }

    private static RegistrationView view(
            Registration registration, @Nullable Event event, @Nullable Long place, EventNow eventNow, Caller caller) {
        var own = registration.personId().equals(caller.id());
        var concerned = registration.isActive() || !own;
        return new RegistrationView(
                registration.id(),
                registration.version(),
                registration.eventId(),
                event == null ? null : event.title(),
                event == null ? null : event.startsAt(),
                event == null ? null : event.startsAtLocal(),
                event == null ? null : event.endsAt(),
                event == null ? null : event.zone().getId(),
                eventNow.status,
                concerned ? eventNow.decision : null,
                eventNow.open,
                registration.personName(),
                registration.status(),
                place,
                registration.registeredAt(),
                own ? registration.allowedTransitions(eventNow.over) : List.of());
    }
}
