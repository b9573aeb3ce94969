package ma.maydan.events.event;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import ma.maydan.events.organization.OrganizationReplica;
import ma.maydan.events.organization.OrganizationReplicas;
import ma.maydan.events.seats.SeatLedger;
import ma.maydan.events.seats.SeatLedgerStore;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.vocabulary.MemberRole;
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
        var others = organizations.findAll(events.stream()
                .flatMap(event -> Stream.of(
                                event.content().reach().audienceOrganizations().stream(),
                                others(event),
                                event.content().seating().sharing().organizationIds().stream())
                        .flatMap(ids -> ids))
                .distinct()
                .toList());
        var now = clock.instant();
        return hosted.stream()
                .map(one -> view(
                        one, seats.get(one.event().id()), mine.get(one.event().id()), others, caller, now))
                .toList();
    }

    private static EventView view(
            Hosted hosted,
            @Nullable SeatLedger ledger,
            @Nullable MyRegistration mine,
            Map<String, OrganizationReplica> others,
            Caller caller,
            Instant now) {
        var event = hosted.event();
        var insider = hosted.isInsider(caller);
        return new EventView(
                event.id(),
                event.version(),
                EventView.Host.of(
                        event.hostOrganizationId(),
                        hosted.host(),
                        coHosts(event, others, insider, caller),
                        nextHost(event, others, insider, caller)),
                new EventView.Said(
                        insider ? event.content() : event.content().forEverybody(),
                        named(event, others, insider, caller),
                        event.image(),
                        seriesId(event)),
                new EventView.Now(
                        event.statusAt(now),
                        new EventView.Registering(
                                event.takesRegistrations(now),
                                event.opensLater(now),
                                hosted.showsRegistrations(others.values().stream(), caller)),
                        SeatsView.of(event, ledger, others, insider, caller, now),
                        insider || !event.isPublic() ? event.decisionAt(now) : null,
                        mine,
                        join(event, insider, mine, now)),
                new EventView.Doable(
                        hosted.offer(caller, now),
                        insider ? work(hosted, others, caller, now) : EventView.Work.NOT_YOURS),
                event.changedAt());
    }

    private static List<EventView.CoHosted> coHosts(
            Event event, Map<String, OrganizationReplica> known, boolean insider, Caller caller) {
        return event.ties().coHosts().stream()
                .filter(one -> known.containsKey(one.organizationId()))
                .flatMap(one -> {
                    var organization = Objects.requireNonNull(known.get(one.organizationId()));
                    var role = organization.roleOf(caller.id());
                    var shown = insider || role != null || one.hasAccepted() && organization.isPublic();
                    return shown
                            ? Stream.of(new EventView.CoHosted(
                                    organization.id(),
                                    organization.legalName(),
                                    one.state(),
                                    role != null && role.mayEdit()))
                            : Stream.empty();
                })
                .toList();
    }

    /** Those for whose members it is, without those that this caller does not see. */
    private static List<EventView.NamedOrganization> named(
            Event event, Map<String, OrganizationReplica> known, boolean insider, Caller caller) {
        return event.content().reach().audienceOrganizations().stream()
                .flatMap(id -> Stream.ofNullable(known.get(id)))
                .filter(one -> insider || one.isPublic() || one.roleOf(caller.id()) != null)
                .map(one -> new EventView.NamedOrganization(one.id(), one.legalName()))
                .toList();
    }

    /** Those whose names are shown beside it. */
    private static Stream<String> others(Event event) {
        var proposal = event.stage().proposal();
        return Stream.concat(
                event.ties().otherIds().stream(),
                proposal == null ? Stream.empty() : Stream.ofNullable(proposal.hostOrganizationId()));
    }

    private static EventView.@Nullable NextHosted nextHost(
            Event event, Map<String, OrganizationReplica> known, boolean insider, Caller caller) {
        var next = event.ties().nextHost();
        var organization = next == null ? null : known.get(next.organizationId());
        if (organization == null) {
            return null;
        }
        var role = organization.roleOf(caller.id());
        return insider || role != null
                ? new EventView.NextHosted(organization.id(), organization.legalName(), role == MemberRole.OWNER)
                : null;
    }

    private static EventView.@Nullable NamedOrganization named(
            @Nullable String id, Map<String, OrganizationReplica> known) {
        var one = id == null ? null : known.get(id);
        return one == null ? null : new EventView.NamedOrganization(one.id(), one.legalName());
    }

    private static @Nullable String seriesId(Event event) {
        var occurrence = event.ties().occurrence();
        return occurrence == null ? null : occurrence.seriesId();
    }

    private static EventView.Join join(Event event, boolean insider, @Nullable MyRegistration mine, Instant now) {
        var joining = event.content().place().joining();
        if (joining == null) {
            return EventView.Join.NOWHERE;
        }
        var open = event.statusAt(now) == Event.Status.PUBLISHED && joining.isOpen(event.startsAt(), now);
        var shown = insider || open && mine != null && mine.isAdmitted();
        return new EventView.Join(shown ? joining.link() : null, joining.opensMinutes());
    }

    private static EventView.Work work(
            Hosted hosted, Map<String, OrganizationReplica> known, Caller caller, Instant now) {
        var event = hosted.event();
        var proposal = event.stage().proposal();
        return new EventView.Work(
                event.owner().isVerified() && hosted.actor(caller).mayEdit(),
                new HandingOver(event, hosted.actor(caller), now).isPossible(),
                event.status() == Event.Status.DRAFT ? event.content().missing() : null,
                event.stage().review(),
                proposal == null
                        ? null
                        : new EventView.Proposed(
                                proposal.changed(event.content()),
                                proposal.content(),
                                named(proposal.hostOrganizationId(), known),
                                proposal.at()));
    }
}
