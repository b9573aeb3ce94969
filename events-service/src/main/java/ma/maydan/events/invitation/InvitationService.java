package ma.maydan.events.invitation;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import ma.maydan.events.event.Event;
import ma.maydan.events.event.EventService;
import ma.maydan.events.invitation.InvitationLink.Times;
import ma.maydan.starter.idempotency.NewId;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** A host makes links by which people register, and takes them back. */
@Service
class InvitationService {

    private final InvitationStore links;
    private final InvitationUses uses;
    private final EventService events;
    private final Clock clock;

    InvitationService(InvitationStore links, InvitationUses uses, EventService events, Clock clock) {
        this.links = links;
        this.uses = uses;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Makes one. Since what is in it is kept nowhere, a repetition of the request gives it another token, and the one
     * before, whose answer may have been lost, is worth nothing.
     *
     * @throws ProblemException 404 for who does not run the event, 403 for who does but is no editor of its host, 409
     *     {@code event-over}, {@code too-many-links}, 422 {@code idempotency-key-reused}
     */
    InvitationLinkView make(NewId id, String eventId, InvitationLinkRequest request, Caller caller) {
        requireEdited(eventId, caller);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var token = Token.random();
        var before = links.find(id.value()).orElse(null);
        if (before == null) {
            var times = new Times(now, null);
            var made = links.insert(
                    eventId,
                    slot -> new InvitationLink(
                            id.value(), slot, eventId, token.hash(), id.bodyHash(), request.terms(), times),
                    new ProblemException(HttpStatus.CONFLICT, "too-many-links", InvitationStore.AT_ONCE));
            return InvitationLinkView.of(made, 0, token, now);
        }
        id.requireSameBody(before.bodyHash());
        if (before.times().revokedAt() != null) {
            return view(before, Set.of());
        }
        var again = before.withToken(token);
        links.replace(before, again);
        return InvitationLinkView.of(again, again.used(uses.taken(again.useKeys())), token, now);
    }

    /** @throws ProblemException 404 for who does not run the event */
    Page<InvitationLinkView> ofEvent(String eventId, Caller caller, Paging paging) {
        requireRun(eventId, caller);
        var page = links.ofEvent(eventId, paging);
        var taken = uses.taken(
                page.items().stream().flatMap(link -> link.useKeys().stream()).toList());
        return page.map(link -> view(link, taken));
    }

    /**
     * Takes one back: who is registered by it stays so. Repeated, it changes nothing.
     *
     * @throws ProblemException 404 for a link that there is not, and as {@link #make}
     */
    void revoke(String eventId, String id, Caller caller) {
        requireEdited(eventId, caller);
        var link =
                links.find(id).filter(found -> found.eventId().equals(eventId)).orElseThrow(ProblemException::notFound);
        if (link.times().revokedAt() == null) {
            links.replace(link, link.revoked(clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        }
    }

    private InvitationLinkView view(InvitationLink link, Set<String> taken) {
        return InvitationLinkView.of(link, link.used(taken), null, clock.instant());
    }

    private Event requireRun(String eventId, Caller caller) {
        return events.find(eventId)
                .filter(event -> events.showsRegistrations(event, caller))
                .orElseThrow(ProblemException::notFound);
    }

    /** The staff of the cluster, and who hosts it too, do not invite in the name of the host. */
    private void requireEdited(String eventId, Caller caller) {
        var event = requireRun(eventId, caller);
        if (!event.owner().isVerified() || !events.actor(event, caller).mayEdit()) {
            throw ProblemException.forbidden();
        }
        if (event.cancelledAt() != null || event.isOver(clock.instant())) {
            throw ProblemException.conflict("event-over");
        }
    }
}
