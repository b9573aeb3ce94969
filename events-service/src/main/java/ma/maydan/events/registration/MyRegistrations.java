package ma.maydan.events.registration;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.maydan.events.event.Event;
import ma.maydan.events.event.MyRegistration;
import ma.maydan.events.seats.SeatLedger;
import ma.maydan.starter.lifecycle.Actor;
import org.springframework.stereotype.Component;

/** What a person holds, for the pages of events. */
@Component
class MyRegistrations implements MyRegistration.Finder {

    /** Whoever asks for their own. */
    private static final Actor HOLDER = new Actor("", false, false).of("");

    private final RegistrationStore registrations;
    private final Clock clock;

    MyRegistrations(RegistrationStore registrations, Clock clock) {
        this.registrations = registrations;
        this.clock = clock;
    }

    @Override
    public Map<String, MyRegistration> byEvent(
            Collection<Event> events, String personId, Map<String, SeatLedger> ledgers) {
        var now = clock.instant();
        var byId = events.stream().collect(Collectors.toMap(Event::id, Function.identity(), (one, same) -> one));
        var mine = new HashMap<String, MyRegistration>();
        for (var one : registrations.active(byId.keySet(), personId)) {
            var event = byId.get(one.eventId());
            if (!one.isOfferOver(now)) {
                var may = one.offer(HOLDER, false, event, now);
                mine.put(
                        one.eventId(),
                        new MyRegistration(
                                one.id(),
                                one.version(),
                                one.status().name(),
                                one.inList(ledgers.get(one.eventId())),
                                may.has(RegistrationTransition.ACCEPT) ? one.offeredUntil() : null,
                                may.has(RegistrationTransition.CANCEL)));
            }
        }
        return mine;
    }

    @Override
    public boolean holdsOne(String eventId, String personId) {
        return registrations.active(eventId, personId).isPresent();
    }
}
