package ma.maydan.events.event;

import java.time.Clock;
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

    private List<EventView> views(List<Hosted> events, Caller caller) {
        var ids = events.stream().map(hosted -> hosted.event().id()).toList();
        var seats = ledgers.findAll(ids);
        var mine = caller.isPerson()
                ? registrations.byEvent(ids, caller.requireId(), seats)
                : Map.<String, MyRegistration>of();
        return events.stream()
                .map(hosted -> view(
                        hosted,
                        seats.get(hosted.event().id()),
                        mine.get(hosted.event().id()),
                        caller))
                .toList();
    }

    private EventView view(Hosted hosted, @Nullable SeatLedger ledger, @Nullable MyRegistration mine, Caller caller) {
        var event = hosted.event();
        var host = hosted.host();
        var insider = caller.isOfficer() || host != null && host.roleOf(caller.id()) != null;
        return new EventView(
                event.id(),
                event.version(),
                event.hostOrganizationId(),
                host == null ? UNKNOWN : host.legalName(),
                host != null && host.partner(),
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
                event.status(),
                seats(event, ledger),
                insider || event.status() == Event.Status.CANCELLED ? event.decision() : null,
                mine,
                hosted.allowedTransitions(caller, clock.instant()),
                event.updatedAt());
    }

    private static EventView.Seats seats(Event event, @Nullable SeatLedger ledger) {
        return ledger == null
                ? new EventView.Seats(event.capacity(), 0, event.capacity(), 0)
                : new EventView.Seats(ledger.capacity(), ledger.confirmed(), ledger.free(), ledger.waiting());
    }
}
