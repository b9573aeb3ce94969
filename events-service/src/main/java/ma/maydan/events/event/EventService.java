package ma.maydan.events.event;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import ma.maydan.events.organization.OrganizationReplica;
import ma.maydan.events.organization.OrganizationReplicas;
import ma.maydan.events.seats.SeatLedgerStore;
import ma.maydan.starter.mongo.Change;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.web.ExpectedVersion;
import ma.maydan.starter.web.ReasonRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** What hosts and the cluster do with events. */
@Service
public class EventService {

    private final EventStore events;
    private final OrganizationReplicas organizations;
    private final SeatLedgerStore ledgers;
    private final Clock clock;

    EventService(EventStore events, OrganizationReplicas organizations, SeatLedgerStore ledgers, Clock clock) {
        this.events = events;
        this.organizations = organizations;
        this.ledgers = ledgers;
        this.clock = clock;
    }

    Event create(String id, String hostOrganizationId, Event.Details details, Caller caller) {
        var host = organizations
                .find(hostOrganizationId)
                .filter(organization -> organization.roleOf(caller.id()) != null)
                .orElseThrow(() -> ProblemException.invalidField("/hostOrganizationId", "not-your-organization"));
        if ("VIEWER".equals(host.roleOf(caller.id()))) {
            throw ProblemException.forbidden();
        }
        if (!host.isVerified()) {
            throw new ProblemException(HttpStatus.CONFLICT, "host-not-verified");
        }
        return events.insert(Event.draft(id, hostOrganizationId, details, clock.instant()));
    }

    /** @param hostOrganizationId null or the event's own: an event keeps its host */
    Event edit(
            String id,
            ExpectedVersion expected,
            @Nullable String hostOrganizationId,
            Event.Details details,
            Caller caller) {
        return change(id, expected, caller, (event, actor) -> {
            var edited = event.edit(details, actor, clock.instant());
            if (hostOrganizationId != null && !hostOrganizationId.equals(event.hostOrganizationId())) {
                throw ProblemException.invalidField("/hostOrganizationId", "invalid-value");
            }
            return edited;
        });
    }

    Event submit(String id, ExpectedVersion expected, Caller caller) {
        return change(id, expected, caller, (event, actor) -> {
            requireVerifiedHost(event);
            return event.submit(actor, clock.instant());
        });
    }

    Event publish(String id, ExpectedVersion expected, Caller caller) {
        return change(id, expected, caller, (event, actor) -> {
            var published = event.publish(actor, clock.instant());
            requireVerifiedHost(event);
            // Before the event is seen: whoever sees it can register.
            ledgers.open(event.id(), event.capacity());
            return published;
        });
    }

    Event giveBack(String id, ExpectedVersion expected, ReasonRequest reason, Caller caller) {
        return change(
                id,
                expected,
                caller,
                (event, actor) ->
                        event.giveBack(actor, reason.reasonCode().name(), reason.reasonText(), clock.instant()));
    }

    Event cancel(String id, ExpectedVersion expected, ReasonRequest reason, Caller caller) {
        return change(
                id,
                expected,
                caller,
                (event, actor) ->
                        event.cancel(actor, reason.reasonCode().name(), reason.reasonText(), clock.instant()));
    }

    /**
     * An event that this caller may see.
     *
     * @throws ProblemException 404 for every other
     */
    public Event require(String id, Caller caller) {
        return events.find(id).filter(event -> isVisible(event, caller)).orElseThrow(ProblemException::notFound);
    }

    /** Whether a seat can be asked for: published, not begun, its host in good standing. */
    public boolean takesRegistrations(Event event) {
        return event.takesRegistrations(clock.instant()) && hostIsVerified(event);
    }

    /** Whether the caller works on the event for its host, or for the cluster. */
    public boolean isRunBy(Event event, Caller caller) {
        return caller.isOfficer() || actor(event, caller).edits();
    }

    public Optional<Event> find(String id) {
        return events.find(id);
    }

    public Map<String, Event> findAll(Collection<String> ids) {
        return events.findAll(ids);
    }

    Page<Event> published(EventStore.PublicFilter filter, Paging paging) {
        return events.published(filter, clock.instant(), paging, withVerifiedHosts());
    }

    Page<Event> hostedByCaller(Caller caller, Paging paging) {
        var own = organizations.ofMember(caller.requireId()).stream()
                .map(OrganizationReplica::id)
                .toList();
        return own.isEmpty() ? new Page<>(List.of(), null) : events.hostedBy(own, paging);
    }

    Page<Event> submitted(Paging paging) {
        return events.submitted(paging);
    }

    List<String> allowedTransitions(Event event, @Nullable OrganizationReplica host, Caller caller) {
        return event.allowed(actor(host, caller), clock.instant()).stream()
                .map(Event.Transition::code)
                .toList();
    }

    private interface Step {
        Change<Event> take(Event event, Event.Actor actor);
    }

    private Event change(String id, ExpectedVersion expected, Caller caller, Step step) {
        var event = require(id, caller);
        expected.require(event.version());
        return events.update(step.take(event, actor(event, caller)));
    }

    private Event.Actor actor(Event event, Caller caller) {
        return actor(organizations.find(event.hostOrganizationId()).orElse(null), caller);
    }

    private static Event.Actor actor(@Nullable OrganizationReplica host, Caller caller) {
        var role = host == null || !caller.isPerson() ? null : host.roleOf(caller.id());
        return new Event.Actor(caller.isOfficer(), caller.isAdmin(), role);
    }

    private boolean isVisible(Event event, Caller caller) {
        var toEveryone = (event.status() == Event.Status.PUBLISHED || event.status() == Event.Status.COMPLETED)
                && hostIsVerified(event);
        return toEveryone || caller.isOfficer() || actor(event, caller).roleInHost() != null;
    }

    private boolean hostIsVerified(Event event) {
        return organizations
                .find(event.hostOrganizationId())
                .filter(OrganizationReplica::isVerified)
                .isPresent();
    }

    private void requireVerifiedHost(Event event) {
        if (!hostIsVerified(event)) {
            throw new ProblemException(HttpStatus.CONFLICT, "host-not-verified");
        }
    }

    private UnaryOperator<List<Event>> withVerifiedHosts() {
        return batch -> {
            var hosts = organizations.findAll(
                    batch.stream().map(Event::hostOrganizationId).distinct().toList());
            return batch.stream()
                    .filter(event -> {
                        var host = hosts.get(event.hostOrganizationId());
                        return host != null && host.isVerified();
                    })
                    .toList();
        };
    }
}
