package ma.maydan.events.event;

import java.time.Clock;
import java.util.List;
import java.util.function.BiFunction;
import ma.maydan.events.organization.OrganizationReplica;
import ma.maydan.events.organization.OrganizationReplicas;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.web.ExpectedVersion;
import org.springframework.stereotype.Service;

/** Invites organizations to host an event, and takes their answers. */
@Service
class CoHostService {

    private final EventService service;
    private final EventStore events;
    private final OrganizationReplicas organizations;
    private final Clock clock;

    CoHostService(EventService service, EventStore events, OrganizationReplicas organizations, Clock clock) {
        this.service = service;
        this.events = events;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** @throws ProblemException 409 {@code organization-not-verified} for one that is not, or that nobody knows */
    Hosted invite(String eventId, String organizationId, ExpectedVersion expected, Caller caller) {
        return change(eventId, organizationId, expected, caller, (hosting, theirs) -> {
            var invited = hosting.invite(organizationId);
            organizations.requireVerified(organizationId);
            return invited;
        });
    }

    Hosted accept(String eventId, String organizationId, ExpectedVersion expected, Caller caller) {
        return change(eventId, organizationId, expected, caller, (hosting, theirs) -> {
            var accepted = hosting.accept(organizationId, theirs);
            organizations.requireVerified(organizationId);
            return accepted;
        });
    }

    Hosted end(String eventId, String organizationId, ExpectedVersion expected, Caller caller) {
        return change(
                eventId, organizationId, expected, caller, (hosting, theirs) -> hosting.end(organizationId, theirs));
    }

    /** @param invited what can still be answered, and nothing else */
    Page<Event> ofCaller(boolean invited, Caller caller, Paging paging) {
        var own = organizations.ofMember(caller.requireId()).stream()
                .map(OrganizationReplica::id)
                .toList();
        if (own.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        return invited ? events.invitedTo(own, clock.instant(), paging) : events.coHostedBy(own, paging);
    }

    private Hosted change(
            String eventId,
            String organizationId,
            ExpectedVersion expected,
            Caller caller,
            BiFunction<CoHosting, Actor, Change<Event>> step) {
        var hosted = service.require(eventId, caller);
        expected.require(hosted.event().version());
        var theirs = Actor.of(caller)
                .with(organizations
                        .find(organizationId)
                        .map(one -> one.roleOf(caller.id()))
                        .orElse(null));
        var hosting = new CoHosting(hosted.event(), hosted.actor(caller), clock.instant());
        return hosted.with(events.update(step.apply(hosting, theirs)));
    }
}
