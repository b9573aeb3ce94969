package ma.maydan.events.event;

import java.time.Instant;
import java.util.List;
import ma.maydan.events.organization.OrganizationReplica;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * An event with its host, each read once for a request.
 *
 * @param host null when the register has not told of it
 */
record Hosted(Event event, @Nullable OrganizationReplica host) {

    Hosted with(Event changed) {
        return new Hosted(changed, host);
    }

    EventActor actor(Caller caller) {
        var role = host == null || !caller.isPerson() ? null : host.roleOf(caller.id());
        return new EventActor(caller.isOfficer(), caller.isAdmin(), role);
    }

    boolean isVisible(Caller caller) {
        return event.isPublic() || caller.isOfficer() || actor(caller).roleInHost() != null;
    }

    /** Whether the caller works on it for the cluster, or for its host while that is in good standing. */
    boolean isRunBy(Caller caller) {
        return caller.isOfficer() || event.hostIsVerified() && actor(caller).edits();
    }

    void requireVerifiedHost() {
        if (host == null || !host.isVerified()) {
            throw new ProblemException(HttpStatus.CONFLICT, "host-not-verified");
        }
    }

    /** What this caller may do with it now; a machine does nothing. */
    List<String> allowedTransitions(Caller caller, Instant now) {
        return caller.isPerson()
                ? event.allowed(actor(caller), now).stream()
                        .map(EventTransition::code)
                        .toList()
                : List.of();
    }
}
