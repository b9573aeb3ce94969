package ma.maydan.events.event;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import ma.maydan.events.organization.OrganizationReplicas;
import ma.maydan.events.seats.SeatLedger;
import ma.maydan.events.seats.SeatLedgerStore;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what an event, its host, its seats and the caller's registration say; one query each for a list. */
@Component
class EventViews {

    private static final LocalizedText UNKNOWN = new LocalizedText(null, null, null);

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
        var host = hosted.host();
        var insider = caller.isOfficer() || host != null && host.roleOf(caller.id()) != null;
        var status = event.statusAt(now);
        return new EventView(
                event.id(),
                event.version(),
                event.hostOrganizationId(),
                host == null ? UNKNOWN : host.legalName(),
                host != null && host.partner(),
                host == null ? null : host.registrationStatus(),
                event.title(),
                event.description(),
                event.kind(),
                event.format(),
                event.startsAtLocal(),
                event.endsAtLocal(),
                event.zone().getId(),
                event.startsAt(),
                event.endsAt(),
                event.region(),
                event.venue(),
                event.capacity(),
                status,
                event.takesRegistrations(now),
                hosted.isRunBy(caller),
                seats(event, ledger, event.takesRegistrations(now)),
                insider || !event.isPublic() ? event.decisionAt(now) : null,
                mine,
                hosted.allowedTransitions(caller, now),
                hosted.withheld(caller, now),
                event.changedAt());
    }

    private static EventView.Seats seats(Event event, @Nullable SeatLedger ledger, boolean open) {
        return ledger == null
                ? new EventView.Seats(event.capacity(), 0, event.capacity(), 0)
                : new EventView.Seats(
                        ledger.capacity(), ledger.confirmed(), open ? ledger.free() : 0, ledger.waiting());
    }
}
