package ma.maydan.events.event;

import java.time.Instant;
import java.util.stream.Stream;
import ma.maydan.events.organization.OrganizationReplica;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Offer;
import ma.maydan.starter.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * An event with its host, each read once for a request.
 *
 * @param host null when the register has not told of it
 */
record Hosted(Event event, @Nullable OrganizationReplica host) {

    Hosted with(Event changed) {
        return new Hosted(changed, host);
    }

    Actor actor(Caller caller) {
        return Actor.of(caller).with(host == null ? null : host.roleOf(caller.id()));
    }

    boolean isVisible(Caller caller) {
        return event.isPublic() || isInsider(caller);
    }

    /** Whether the caller belongs to the host, or to the cluster's staff. */
    boolean isInsider(Caller caller) {
        return caller.isOfficer() || actor(caller).role() != null;
    }

    /** Whether the caller edits for an organization in good standing that has accepted to host the event too. */
    private static boolean isCoHostedBy(Event event, OrganizationReplica one, Caller caller) {
        var role = one.roleOf(caller.id());
        return one.isInRegister()
                && role != null
                && role.mayEdit()
                && event.ties().coHost(one.id()).filter(CoHost::hasAccepted).isPresent();
    }

    /** Whether the host publishes without the cluster. */
    boolean isTrusted() {
        return host != null && host.isTrusted();
    }

    /** Whether the caller works on it for the cluster, or for its host while that is in good standing. */
    boolean isRunBy(Caller caller) {
        return caller.isOfficer() || event.owner().isVerified() && actor(caller).mayEdit();
    }

    /**
     * Whether the caller reads who registered: who runs it, and the editors of those who host it too.
     *
     * @param others those who may host it too, among any
     */
    boolean showsRegistrations(Stream<OrganizationReplica> others, Caller caller) {
        return isRunBy(caller)
                || event.owner().isVerified() && others.anyMatch(one -> isCoHostedBy(event, one, caller));
    }

    /**
     * Whether the caller edits for the host, or for those who host it too.
     *
     * @param others those who may host it too, among any
     */
    boolean isHostedBy(Stream<OrganizationReplica> others, Caller caller) {
        return event.owner().isVerified()
                && (actor(caller).mayEdit() || others.anyMatch(one -> isCoHostedBy(event, one, caller)));
    }

    /** What this caller may do with it now; a machine does nothing. */
    Offer offer(Caller caller, Instant now) {
        return event.offer(actor(caller), isTrusted(), now);
    }
}
