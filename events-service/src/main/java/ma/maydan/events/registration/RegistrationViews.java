package ma.maydan.events.registration;

import java.time.Clock;
import java.util.List;
import ma.maydan.events.event.Event;
import ma.maydan.events.registration.RegistrationView.About;
import ma.maydan.events.registration.RegistrationView.EventNow;
import ma.maydan.events.registration.RegistrationView.Own;
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
        return page.map(registration -> {
            var event = events.get(registration.eventId());
            var place = registration.place(ledgers.get(registration.eventId()));
            var concerned = registration.isActive() || !isHolder(registration, caller);
            var over = event != null && event.isOver(now);
            return view(
                    registration, event, EventNow.of(event, concerned, now), own(registration, place, over, caller));
        });
    }

    /** As it was when it was made, which a repetition of the request is answered with too. */
    RegistrationView made(Registration registration, @Nullable Event event, Caller caller) {
        return view(
                registration,
                event,
                EventNow.TAKES_REGISTRATIONS,
                own(registration, registration.origin().firstPlace(), false, caller));
    }

    private static RegistrationView view(Registration registration, @Nullable Event event, EventNow now, Own own) {
        return new RegistrationView(
                registration.id(), registration.version(), registration.eventId(), About.of(event), now, own);
    }

    private static Own own(Registration registration, @Nullable Long place, boolean over, Caller caller) {
        return new Own(
                registration.holder().personName(),
                registration.status(),
                place,
                registration.registeredAt(),
                isHolder(registration, caller) ? registration.allowedTransitions(over) : List.of());
    }

    private static boolean isHolder(Registration registration, Caller caller) {
        return registration.personId().equals(caller.id());
    }
}
