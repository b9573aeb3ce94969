package ma.maydan.events.event;

import java.time.Instant;
import java.util.List;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.notice.Told;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.schedule.Due;

/**
 * Who hosts an event along with its host. The editors of the host invite an organization, those of the organization
 * accept or decline; either side ends it. Nobody's consent is given by another.
 *
 * @param actor in front of the host
 */
record CoHosting(Event event, Actor actor, Instant now) {

    /**
     * @throws ProblemException 403 for who does not edit for the host, 409 {@code co-host-impossible} for the host itself
     *     and for who was invited before, {@code too-many-co-hosts}, or when the event is over or cancelled
     */
    Change<Event> invite(String organizationId) {
        requireHost();
        requireOpen();
        if (organizationId.equals(event.hostOrganizationId())
                || event.ties().coHost(organizationId).isPresent()) {
            throw ProblemException.conflict("co-host-impossible");
        }
        if (event.ties().coHosts().size() >= CoHost.MOST) {
            throw ProblemException.conflict("too-many-co-hosts");
        }
        var invited = event.ties().with(new CoHost(organizationId, CoHost.State.INVITED, now));
        return change(invited, "event.co_host_invited", Told.membersOf(organizationId));
    }

    /** @param theirs the same person in front of the organization that was invited */
    Change<Event> accept(String organizationId, Actor theirs) {
        var invited = event.ties().coHost(organizationId).orElseThrow(ProblemException::notFound);
        if (!theirs.mayEdit()) {
            throw ProblemException.forbidden();
        }
        requireOpen();
        if (invited.hasAccepted()) {
            throw ProblemException.invalidTransition(List.of());
        }
        var accepted = event.ties().with(new CoHost(organizationId, CoHost.State.ACCEPTED, now));
        return change(accepted, "event.co_host_accepted", event.hosts());
    }

    /** The host takes it back, or the organization declines or leaves; the other side hears of it. */
    Change<Event> end(String organizationId, Actor theirs) {
        if (event.ties().coHost(organizationId).isEmpty()) {
            throw ProblemException.notFound();
        }
        if (!theirs.mayEdit()) {
            requireHost();
        }
        requireOpen();
        var ended = event.ties().without(organizationId);
        return theirs.mayEdit()
                ? change(ended, "event.co_host_left", event.hosts())
                : change(ended, "event.co_host_removed", Told.membersOf(organizationId));
    }

    private void requireHost() {
        if (!actor.mayEdit()) {
            throw ProblemException.forbidden();
        }
        if (!event.owner().isVerified()) {
            throw ProblemException.conflict("host-not-verified");
        }
    }

    private void requireOpen() {
        if (event.status() == Event.Status.CANCELLED || event.isOver(now)) {
            throw ProblemException.invalidTransition(List.of());
        }
    }

    private Change<Event> change(Ties next, String type, Told told) {
        var changed = event.tied(next, now);
        Due telling = changed.telling(type).to(List.of(told)).due(event.id(), changed.version(), now);
        return changed.tell(type).and(telling);
    }
}
