package ma.maydan.events.event;

import java.time.Clock;
import java.util.function.BiFunction;
import ma.maydan.events.organization.OrganizationReplicas;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.web.ExpectedVersion;
import org.springframework.stereotype.Service;

/** Asks organizations to become the host of an event, and takes their answers. */
@Service
class NextHostService {

    private final EventSteps steps;
    private final OrganizationReplicas organizations;
    private final Clock clock;

    NextHostService(EventSteps steps, OrganizationReplicas organizations, Clock clock) {
        this.steps = steps;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** @throws ProblemException 409 {@code organization-not-verified} for one that is not, or that nobody knows */
    Hosted ask(String eventId, String organizationId, ExpectedVersion expected, Caller caller) {
        return change(eventId, organizationId, expected, caller, (hosted, theirs) -> {
            var asked = handingOver(hosted, caller).ask(organizationId);
            organizations.requireVerified(organizationId);
            return asked;
        });
    }

    Hosted accept(String eventId, String organizationId, ExpectedVersion expected, Caller caller) {
        return change(eventId, organizationId, expected, caller, (hosted, theirs) -> {
            var over = handingOver(hosted, caller);
            over.requireAsked(organizationId);
            var next = organizations.requireVerified(organizationId);
            return over.accept(next, theirs, hosted.isTrusted() && next.isTrusted());
        });
    }

    Hosted end(String eventId, String organizationId, ExpectedVersion expected, Caller caller) {
        return change(
                eventId,
                organizationId,
                expected,
                caller,
                (hosted, theirs) -> handingOver(hosted, caller).end(organizationId, theirs));
    }

    private HandingOver handingOver(Hosted hosted, Caller caller) {
        return new HandingOver(hosted.event(), hosted.actor(caller), clock.instant());
    }

    private Hosted change(
            String eventId,
            String organizationId,
            ExpectedVersion expected,
            Caller caller,
            BiFunction<Hosted, Actor, Change<Event>> step) {
        var hosted = steps.require(eventId, expected, caller);
        var role = organizations
                .find(organizationId)
                .map(one -> one.roleOf(caller.id()))
                .orElse(null);
        var change = step.apply(hosted, Actor.of(caller).with(role));
        var changed = steps.write(EventTransition.EDIT, hosted.event(), change);
        return new Hosted(
                changed, organizations.find(changed.hostOrganizationId()).orElse(null));
    }
}
