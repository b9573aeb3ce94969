package ma.maydan.events.event;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import ma.maydan.events.organization.OrganizationReplicas;
import ma.maydan.events.seats.SeatLedger;
import ma.maydan.events.seats.SeatLedgerStore;
import ma.maydan.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what an event, its host, its seats and the caller's registration say; one query each for a list. */
@Component
class EventViews {

    private final Clock clock;
    private final OrganizationReplicas organizations;
    private final SeatLedgerStore ledgers;
    private final MyRegistration.Finder registrations;

    EventViews(
            Clock clock,
            OrganizationReplicas organizations,
            SeatLedgerStore ledgers,
            MyRegistration.Finder registrations) {
        this.clock = clock;
        this.organizations = organizations;
        this.ledgers = ledgers;
        this.registrations = registrations;
    }

    EventView of(Hosted hosted, Caller caller) {
        return views(List.of(hosted), caller).getFirst();
    }

    List<EventView> of(List<Event> events, Caller caller) {
        var hosts = organizations.findAll(
                events.stream().map(Event::hostOrganizationId).distinct().toList());
        return views(
                events.stream()
                        .map(event -> new Hosted(event, hosts.get(event.hostOrganizationId())))
                        .toList(),
                caller);
    }

    /** For a public list: of what went away no more than that it did. */
    List<ListedEvent> listed(List<Event> events, Caller caller) {
        var now = clock.instant();
        var shown = of(events.stream().filter(Event::isPublic).toList(), caller).iterator();
        return events.stream()
                .<ListedEvent>map(event -> event.isPublic() ? shown.next() : gone(event, now))
                .toList();
    }

    private static GoneEvent gone(Event event, Instant now) {
        return new GoneEvent(event.id(), event.version(), event.statusAt(now), event.changedAt());
    }

    private List<EventView> views(List<Hosted> hosted, Caller caller) {
        var events = hosted.stream().map(Hosted::event).toList();
        var seats = ledgers.findAll(events.stream().map(Event::id).toList());
        var mine = caller.isPerson()
                ? registrations.byEvent(events, caller.requireId(), seats)
                : Map.<String, MyRegistration>of();
        var now = clock.instant();
        return hosted.stream()
                .map(one -> view(
                        one, seats.get(one.event().id()), mine.get(one.event().id()), caller, now))
                .toList();
    }

    private static EventView view(
            Hosted hosted, @Nullable SeatLedger ledger, @Nullable MyRegistration mine, Caller caller, Instant now) {
        var event = hosted.event();
        var insider = caller.isOfficer() || hosted.actor(caller).role() != null;
        return new EventView(
                event.id(),
                event.version(),
                EventView.Host.of(event.hostOrganizationId(), hosted.host()),
                new EventView.Said(event.content(), event.image()),
                new EventView.Now(
                        event.statusAt(now),
                        event.takesRegistrations(now),
                        hosted.isRunBy(caller),
                        seats(event, ledger, event.takesRegistrations(now)),
                        insider || !event.isPublic() ? event.decisionAt(now) : null,
                        mine),
                hosted.offer(caller, now),
                event.changedAt());
    }

    private static EventView.Seats seats(Event event, @Nullable SeatLedger ledger, boolean open) {
        return ledger == null
                ? new EventView.Seats(
                        event.content().capacity(), 0, event.content().capacity(), 0)
                : new EventView.Seats(
                        ledger.seats().capacity(),
                        ledger.seats().confirmed(),
                        open ? ledger.seats().free() : 0,
                        ledger.list().waiting());
    }
}
