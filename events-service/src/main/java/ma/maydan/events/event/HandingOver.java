package ma.maydan.events.event;

import java.time.Instant;
import java.util.List;
import ma.maydan.events.organization.OrganizationReplica;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.notice.Told;
import ma.maydan.starter.notice.Written;
import ma.maydan.starter.ownership.Owner;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.schedule.Due;
import ma.maydan.starter.vocabulary.MemberRole;
import org.jspecify.annotations.Nullable;

/**
 * Gives an event to another host. An admin or owner of the host asks an organization, whose owner agrees. What is
 * published is then as material as another place: it waits for the cluster unless both are trusted.
 *
 * @param actor in front of the host
 */
record HandingOver(Event event, Actor actor, Instant now) {

    /**
     * In place of whoever was asked before.
     *
     * @throws ProblemException 403 for who does not manage the host, 409 {@code next-host-impossible} for the host itself,
     *     or when the event is over or cancelled
     */
    Change<Event> ask(String organizationId) {
        requireHost();
        requireOpen();
        if (organizationId.equals(event.hostOrganizationId())) {
            throw ProblemException.conflict("next-host-impossible");
        }
        return tied(new NextHost(organizationId, now), "event.next_host_asked", Told.membersOf(organizationId));
    }

    /**
     * @param theirs the same person in front of the organization that was asked
     * @param trusted whether its host and that one publish without the cluster
     */
    Change<Event> accept(OrganizationReplica next, Actor theirs, boolean trusted) {
        if (theirs.role() != MemberRole.OWNER) {
            throw ProblemException.forbidden();
        }
        requireOpen();
        if (event.status() != Event.Status.PUBLISHED || trusted) {
            return handed(event.tied(event.ties().with((NextHost) null), now), next, "event.updated");
        }
        var waiting = event.stage().proposal();
        var content = waiting == null ? event.content() : waiting.content();
        var proposal = new Proposal(content, next.id(), now);
        var stage = event.stage().proposing(proposal, null, event.stage().publicChangeAt());
        var waits = event.next(event.content(), stage, now).with(event.ties().with((NextHost) null));
        return waits.tell("event.change_proposed")
                .and(Due.at(Event.LAPSE, event.id(), proposal.lapsesAt(event.content())));
    }

    /** Either side ends it; the other hears of it. */
    Change<Event> end(String organizationId, Actor theirs) {
        requireAsked(organizationId);
        if (!theirs.mayManage()) {
            requireHost();
        }
        return theirs.mayManage()
                ? tied(null, "event.next_host_declined", event.hosts())
                : tied(null, "event.next_host_withdrawn", Told.membersOf(organizationId));
    }

    /**
     * What an event becomes of another host; its members, those of the host before, and who is registered hear of it. A
     * date of a series stands alone from then on: its host does nothing with those of another.
     *
     * @param next the event as it is otherwise
     */
    Change<Event> handed(Event next, OrganizationReplica host, String type) {
        var handed = next.with(Owner.of(host.id(), host.standing()))
                .with(next.ties().without(host.id()).with((Occurrence) null));
        var told = handed.telling("event.host_changed")
                .saying(Written.by(host.legalName()))
                .to(List.of(event.hosts(), handed.hosts(), handed.registered()));
        return handed.tell(type).and(told.due(event.id(), handed.version(), now));
    }

    /** Whether the actor may ask an organization. */
    boolean isPossible() {
        return actor.mayManage() && event.owner().isVerified() && isOpen();
    }

    private void requireHost() {
        if (!actor.mayManage()) {
            throw ProblemException.forbidden();
        }
        if (!event.owner().isVerified()) {
            throw ProblemException.conflict("host-not-verified");
        }
    }

    /** @throws ProblemException 404 for an organization that is not asked */
    void requireAsked(String organizationId) {
        var asked = event.ties().nextHost();
        if (asked == null || !asked.organizationId().equals(organizationId)) {
            throw ProblemException.notFound();
        }
    }

    private boolean isOpen() {
        return event.status() != Event.Status.CANCELLED && !event.isOver(now);
    }

    private void requireOpen() {
        if (!isOpen()) {
            throw ProblemException.invalidTransition(List.of());
        }
    }

    private Change<Event> tied(@Nullable NextHost next, String type, Told told) {
        var changed = event.tied(event.ties().with(next), now);
        return changed.tell(type).and(changed.telling(type).to(List.of(told)).due(event.id(), changed.version(), now));
    }
}
