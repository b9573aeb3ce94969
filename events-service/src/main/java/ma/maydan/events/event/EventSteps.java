package ma.maydan.events.event;

import java.time.Clock;
import java.util.Objects;
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

    private Hosted drafted(String id, OrganizationReplica host, EventContent content, @Nullable EventImage image) {
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
     * Of it alone: as a date of a series it keeps what is changed.
     *
     * @param hostOrganizationId null or the event's own: an event keeps its host
     * @param content from what there is now
     */
    Hosted edit(
            String id,
            ExpectedVersion expected,
            @Nullable String hostOrganizationId,
            Function<Seating, EventContent> content,
            Caller caller) {
        var hosted = require(id, expected, caller);
        var asked = content.apply(hosted.event().content().seating());
        var edited = edited(hosted, hostOrganizationId, asked, caller);
        var occurrence = hosted.event().ties().occurrence();
        if (occurrence == null) {
            return hosted.with(write(EventTransition.EDIT, hosted.event(), edited));
        }
        var own = occurrence.owning(ContentFields.changed(hosted.event().content(), asked));
        var kept = edited.state().with(edited.state().ties().with(own));
        return hosted.with(write(EventTransition.EDIT, hosted.event(), edited.with(kept)));
    }

    /** What would become of it, which is not written. */
    Change<Event> edited(Hosted hosted, @Nullable String hostOrganizationId, EventContent asked, Caller caller) {
        var event = hosted.event();
        var edited = event.edit(asked, hosted.actor(caller), hosted.isTrusted(), clock.instant());
        if (hostOrganizationId != null && !hostOrganizationId.equals(event.hostOrganizationId())) {
            throw ProblemException.invalidField("/hostOrganizationId", "invalid-value");
        }
        return edited;
    }

    /** See {@link Event#illustrate}. */
    Hosted illustrate(
            String id,
            ExpectedVersion expected,
            Function<@Nullable String, @Nullable EventImage> picture,
            Caller caller) {
        var hosted = require(id, expected, caller);
        return hosted.with(events.update(hosted.event().illustrate(picture, hosted.actor(caller), clock.instant())));
    }

    /** @param reason null where the transition needs none */
    Hosted take(
            EventTransition transition, String id, ExpectedVersion expected, @Nullable Reason reason, Caller caller) {
        var hosted = require(id, expected, caller);
        var taken = taken(transition, hosted.event(), hosted.actor(caller), hosted.isTrusted(), reason);
        return hosted.with(write(transition, hosted.event(), taken));
    }

    /** What would become of it, which is not written. */
    Change<Event> taken(
            EventTransition transition, Event event, Actor actor, boolean trusted, @Nullable Reason reason) {
        var now = clock.instant();
        var revision = new Revision(event, now);
        return switch (transition) {
            case ACCEPT_CHANGE -> accepted(revision, event, actor);
            case RETURN_CHANGE -> revision.giveBack(actor, Objects.requireNonNull(reason));
            case WITHDRAW_CHANGE -> revision.withdraw(actor);
            case RETURN, CANCEL -> event.take(transition, actor, Objects.requireNonNull(reason), now);
            default -> event.take(transition, actor, trusted, now);
        };
    }

    /** With the host that the change gives it, if it gives it one. */
    private Change<Event> accepted(Revision revision, Event event, Actor actor) {
        var accepted = revision.accept(actor);
        var proposal = event.stage().proposal();
        if (proposal == null || proposal.hostOrganizationId() == null) {
            return accepted;
        }
        var next = organizations.requireVerified(proposal.hostOrganizationId());
        return new HandingOver(event, actor, revision.now())
                .handed(accepted.state(), next, accepted.eventType())
                .and(accepted.due());
    }

    private Event update(Event before, Change<Event> change) {
        var next = change.state().hostOrganizationId();
        if (next.equals(before.hostOrganizationId())) {
            return events.update(change);
        }
        var handed = events.handOver(change, before.owner().standing());
        // The host may have lost its standing between the two, unseen by who told its events.
        organizations.find(next).ifPresent(now -> events.follow(now.id(), now.standing()));
        return handed;
    }

    /** Writes it, with what its seats have to do with it. */
    Event write(EventTransition transition, Event before, Change<Event> change) {
        return switch (transition) {
            case EDIT, ACCEPT_CHANGE -> seats.around(before, change.state(), () -> update(before, change));
            case PUBLISH, SELF_PUBLISH -> {
                seats.open(change.state());
                yield events.update(change);
            }
            case CANCEL -> {
                var cancelled = events.update(change);
                seats.follow(cancelled);
                yield cancelled;
            }
            case DELETE -> {
                events.delete(change);
                yield change.state();
            }
            default -> events.update(change);
        };
    }

    /** See {@link EventService#require}; at this version. */
    Hosted require(String id, ExpectedVersion expected, Caller caller) {
        var hosted = service.require(id, caller);
        expected.require(hosted.event().version());
        return hosted;
    }
}
