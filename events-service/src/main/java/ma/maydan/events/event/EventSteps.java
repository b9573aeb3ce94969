package ma.maydan.events.event;

import java.time.Clock;
import java.util.function.BiFunction;
import java.util.function.Function;
import ma.maydan.events.organization.OrganizationReplica;
import ma.maydan.events.organization.OrganizationReplicas;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.ownership.Owner;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.vocabulary.MemberRole;
import ma.maydan.starter.web.ExpectedVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What hosts and the cluster do with events. */
@Service
class EventSteps {

    private final EventService service;
    private final EventStore events;
    private final OrganizationReplicas organizations;
    private final EventSeats seats;
    private final Clock clock;

    EventSteps(
            EventService service,
            EventStore events,
            OrganizationReplicas organizations,
            EventSeats seats,
            Clock clock) {
        this.service = service;
        this.events = events;
        this.organizations = organizations;
        this.seats = seats;
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
        var source = service.require(of, caller);
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

    /**
     * @param hostOrganizationId null or the event's own: an event keeps its host
     * @param content from what is asked now
     */
    Hosted edit(
            String id,
            ExpectedVersion expected,
            @Nullable String hostOrganizationId,
            Function<Asking, EventContent> content,
            Caller caller) {
        return reseat(id, expected, caller, (hosted, actor) -> {
            var event = hosted.event();
            var edited = event.edit(
                    content.apply(event.content().seating().asking()), actor, hosted.isTrusted(), clock.instant());
            if (hostOrganizationId != null && !hostOrganizationId.equals(event.hostOrganizationId())) {
                throw ProblemException.invalidField("/hostOrganizationId", "invalid-value");
            }
            return edited;
        });
    }

    Hosted acceptChange(String id, ExpectedVersion expected, Caller caller) {
        return reseat(id, expected, caller, (hosted, actor) -> revision(hosted).accept(actor));
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

    /** A change that may be one of its seats. */
    private Hosted reseat(
            String id, ExpectedVersion expected, Caller caller, BiFunction<Hosted, Actor, Change<Event>> step) {
        var hosted = service.require(id, caller);
        expected.require(hosted.event().version());
        var change = step.apply(hosted, hosted.actor(caller));
        return hosted.with(seats.around(hosted.event(), change.state(), () -> events.update(change)));
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
            seats.open(published.state());
            return published;
        });
    }

    Hosted giveBack(String id, ExpectedVersion expected, Reason reason, Caller caller) {
        return take(EventTransition.RETURN, id, expected, reason, caller);
    }

    Hosted cancel(String id, ExpectedVersion expected, Reason reason, Caller caller) {
        var cancelled = take(EventTransition.CANCEL, id, expected, reason, caller);
        seats.follow(cancelled.event());
        return cancelled;
    }

    void delete(String id, ExpectedVersion expected, Caller caller) {
        var hosted = service.require(id, caller);
        expected.require(hosted.event().version());
        events.delete(hosted.event().take(EventTransition.DELETE, hosted.actor(caller), clock.instant()));
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
        var hosted = service.require(id, caller);
        expected.require(hosted.event().version());
        return hosted.with(events.update(step.apply(hosted, hosted.actor(caller))));
    }
}
