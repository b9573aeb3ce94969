package ma.maydan.events.event;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import ma.maydan.events.organization.OrganizationReplica;
import ma.maydan.events.organization.OrganizationReplicas;
import ma.maydan.events.seats.SeatLedgerStore;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.ownership.Owner;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.vocabulary.MemberRole;
import ma.maydan.starter.web.ExpectedVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What hosts and the cluster do with events. */
@Service
public class EventService {

    private final EventStore events;
    private final OrganizationReplicas organizations;
    private final SeatLedgerStore ledgers;
    private final MyRegistration.Finder registrations;
    private final Clock clock;

    EventService(
            EventStore events,
            OrganizationReplicas organizations,
            SeatLedgerStore ledgers,
            MyRegistration.Finder registrations,
            Clock clock) {
        this.events = events;
        this.organizations = organizations;
        this.ledgers = ledgers;
        this.registrations = registrations;
        this.clock = clock;
    }

    Hosted create(String id, String hostOrganizationId, EventContent content, Caller caller) {
        var host = organizations
                .find(hostOrganizationId)
                .filter(organization -> organization.roleOf(caller.id()) != null)
                .orElseThrow(() -> ProblemException.invalidField("/hostOrganizationId", "not-your-organization"));
        if (host.roleOf(caller.id()) == MemberRole.VIEWER) {
            throw ProblemException.forbidden();
        }
        return drafted(id, host, content, null);
    }

    /** Another draft of the host, of what an event says and shows. */
    Hosted copy(String id, String of, CopyRequest request, Caller caller) {
        var source = require(of, caller);
        var host = source.host();
        if (host == null || !source.actor(caller).mayEdit()) {
            throw ProblemException.forbidden();
        }
        var taken = request.taken();
        var image = taken.contains(CopyRequest.Part.PICTURE) ? source.event().image() : null;
        return drafted(id, host, source.event().content().copy(request.start(), taken), image);
    }

    private Hosted drafted(String id, OrganizationReplica host, EventContent content, Event.@Nullable Image image) {
        if (!host.isVerified()) {
            throw ProblemException.conflict("host-not-verified");
        }
        var owner = Owner.of(host.id(), host.standing());
        var event = events.insert(Event.draft(id, owner, content, image, clock.instant()));
        // The host may have lost its standing between the two, unseen by who told its events.
        organizations.find(host.id()).ifPresent(now -> events.follow(now.id(), now.standing()));
        return new Hosted(event, host);
    }

    /** @param hostOrganizationId null or the event's own: an event keeps its host */
    Hosted edit(
            String id,
            ExpectedVersion expected,
            @Nullable String hostOrganizationId,
            EventContent content,
            Caller caller) {
        return change(id, expected, caller, (hosted, actor) -> {
            var event = hosted.event();
            var edited = event.edit(content, actor, hosted.isTrusted(), clock.instant());
            if (hostOrganizationId != null && !hostOrganizationId.equals(event.hostOrganizationId())) {
                throw ProblemException.invalidField("/hostOrganizationId", "invalid-value");
            }
            seatsFollow(event, edited.state());
            return edited;
        });
    }

    Hosted acceptChange(String id, ExpectedVersion expected, Caller caller) {
        return change(id, expected, caller, (hosted, actor) -> {
            var accepted = revision(hosted).accept(actor);
            seatsFollow(hosted.event(), accepted.state());
            return accepted;
        });
    }

    Hosted returnChange(String id, ExpectedVersion expected, Reason reason, Caller caller) {
        return change(id, expected, caller, (hosted, actor) -> revision(hosted).giveBack(actor, reason));
    }

    Hosted withdrawChange(String id, ExpectedVersion expected, Caller caller) {
        return change(id, expected, caller, (hosted, actor) -> revision(hosted).withdraw(actor));
    }

    private Revision revision(Hosted hosted) {
        return new Revision(hosted.event(), clock.instant());
    }

    /** Before it is seen, as its seats are opened before. */
    private void seatsFollow(Event before, Event after) {
        if (before.status() == Event.Status.PUBLISHED && !before.content().equals(after.content())) {
            ledgers.follow(after.id(), after.content().capacity(), after.startsAt());
        }
    }

    /** See {@link Event#illustrate}. */
    Hosted illustrate(
            String id,
            ExpectedVersion expected,
            Function<@Nullable String, Event.@Nullable Image> picture,
            Caller caller) {
        return change(
                id, expected, caller, (hosted, actor) -> hosted.event().illustrate(picture, actor, clock.instant()));
    }

    Hosted submit(String id, ExpectedVersion expected, Caller caller) {
        return take(EventTransition.SUBMIT, id, expected, caller);
    }

    Hosted publish(String id, ExpectedVersion expected, Caller caller) {
        return publish(EventTransition.PUBLISH, id, expected, caller);
    }

    /** A host that the cluster trusts publishes by itself. */
    Hosted selfPublish(String id, ExpectedVersion expected, Caller caller) {
        return publish(EventTransition.SELF_PUBLISH, id, expected, caller);
    }

    private Hosted publish(EventTransition transition, String id, ExpectedVersion expected, Caller caller) {
        return change(id, expected, caller, (hosted, actor) -> {
            var event = hosted.event();
            var published = event.take(transition, actor, hosted.isTrusted(), clock.instant());
            // Before the event is seen: whoever sees it can register.
            ledgers.open(event.id(), event.content().capacity(), event.startsAt());
            return published;
        });
    }

    Hosted giveBack(String id, ExpectedVersion expected, Reason reason, Caller caller) {
        return take(EventTransition.RETURN, id, expected, reason, caller);
    }

    Hosted cancel(String id, ExpectedVersion expected, Reason reason, Caller caller) {
        var cancelled = take(EventTransition.CANCEL, id, expected, reason, caller);
        ledgers.close(id);
        return cancelled;
    }

    void delete(String id, ExpectedVersion expected, Caller caller) {
        var hosted = require(id, caller);
        expected.require(hosted.event().version());
        events.delete(hosted.event().take(EventTransition.DELETE, hosted.actor(caller), clock.instant()));
    }

    /**
     * An event that this caller may see.
     *
     * @throws ProblemException 404 for every other
     */
    Hosted require(String id, Caller caller) {
        return events.find(id)
                .map(this::hosted)
                .filter(hosted -> isVisible(hosted, caller))
                .orElseThrow(ProblemException::notFound);
    }

    public boolean isVisible(Event event, Caller caller) {
        return event.isPublic() || isVisible(hosted(event), caller);
    }

    /** Who holds a seat or a place goes on seeing what it is for. */
    private boolean isVisible(Hosted hosted, Caller caller) {
        return hosted.isVisible(caller)
                || coHosts(hosted.event(), caller).findAny().isPresent()
                || caller.isPerson() && registrations.holdsOne(hosted.event().id(), caller.requireId());
    }

    /** Those to which the caller belongs, also while they are only invited. */
    private Stream<OrganizationReplica> coHosts(Event event, Caller caller) {
        return caller.isPerson()
                ? organizations.findAll(event.ties().coHostIds()).values().stream()
                        .filter(one -> one.roleOf(caller.id()) != null)
                : Stream.empty();
    }

    /** Whether the caller reads who registered: who runs the event, and the editors of those who host it too. */
    public boolean showsRegistrations(Event event, Caller caller) {
        return isRunBy(event, caller)
                || event.owner().isVerified()
                        && coHosts(event, caller).anyMatch(one -> Hosted.isCoHostedBy(event, one, caller));
    }

    /** Whether a seat can be asked for, and is given. */
    public boolean takesRegistrations(Event event) {
        return event.takesRegistrations(clock.instant());
    }

    public boolean takesRegistrations(String eventId) {
        return find(eventId).filter(this::takesRegistrations).isPresent();
    }

    /** Whether the caller works on the event for the cluster, or for its host while that is in good standing. */
    public boolean isRunBy(Event event, Caller caller) {
        return caller.isOfficer() || event.owner().isVerified() && hosted(event).isRunBy(caller);
    }

    public Optional<Event> find(String id) {
        return events.find(id);
    }

    public Map<String, Event> findAll(Collection<String> ids) {
        return events.findAll(ids);
    }

    /** See {@link PublicEventStore#page}. */
    Page<Event> published(EventFilter filter, Paging paging) {
        return events.everybodys().page(filter, clock.instant(), paging, this::withFreeSeats);
    }

    /** See {@link PublicEventStore#count}. */
    @Nullable
    Integer count(EventFilter filter) {
        return events.everybodys().count(filter, clock.instant(), this::withFreeSeats);
    }

    /** See {@link PublicEventStore#related}. */
    List<Event> related(Event event) {
        return events.everybodys().related(event, clock.instant());
    }

    private List<Event> withFreeSeats(List<Event> some) {
        var now = clock.instant();
        var open = some.stream().filter(event -> event.takesRegistrations(now)).toList();
        var seats = ledgers.findAll(open.stream().map(Event::id).toList());
        return open.stream()
                .filter(event -> {
                    var ledger = seats.get(event.id());
                    return ledger != null && ledger.seats().free() > 0;
                })
                .toList();
    }

    Page<Event> hostedByCaller(Caller caller, Paging paging) {
        var own = organizations.ofMember(caller.requireId()).stream()
                .map(OrganizationReplica::id)
                .toList();
        return own.isEmpty() ? new Page<>(List.of(), null) : events.hostedBy(own, paging);
    }

    /** See {@link EventStore#waiting}. */
    Page<Event> waiting(
            Stage.@Nullable Review review, Event.@Nullable Kind kind, @Nullable String sort, Paging paging) {
        return events.waiting(review, kind, sort, paging);
    }

    private Hosted take(EventTransition transition, String id, ExpectedVersion expected, Caller caller) {
        return change(id, expected, caller, (hosted, actor) -> hosted.event().take(transition, actor, clock.instant()));
    }

    private Hosted take(EventTransition transition, String id, ExpectedVersion expected, Reason reason, Caller caller) {
        return change(
                id,
                expected,
                caller,
                (hosted, actor) -> hosted.event().take(transition, actor, reason, clock.instant()));
    }

    private Hosted change(
            String id, ExpectedVersion expected, Caller caller, BiFunction<Hosted, Actor, Change<Event>> step) {
        var hosted = require(id, caller);
        expected.require(hosted.event().version());
        return hosted.with(events.update(step.apply(hosted, hosted.actor(caller))));
    }

    private Hosted hosted(Event event) {
        return new Hosted(event, organizations.find(event.hostOrganizationId()).orElse(null));
    }
}
