package ma.maydan.events.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import ma.maydan.events.organization.OrganizationReplica;
import ma.maydan.starter.lifecycle.Offer;
import ma.maydan.starter.problem.FieldProblem;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.web.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * An event as this caller sees it.
 *
 * @param updatedAt when something of it changed last, also whether it is seen
 */
@Schema(name = "Event")
record EventView(
        String id,
        long version,
        @JsonUnwrapped Host host,
        @JsonUnwrapped Said said,
        @JsonUnwrapped Now now,
        @JsonUnwrapped Doable doable,
        Instant updatedAt)
        implements Versioned, ListedEvent {

    /** What this caller may do, and needs for it. */
    record Doable(@JsonUnwrapped Offer offer, @JsonUnwrapped Work work) {}

    /**
     * What the host says and shows.
     *
     * @param seriesId the same for all dates of a series; null for what stands alone
     */
    record Said(
            @JsonUnwrapped EventContent content,
            List<NamedOrganization> audienceNames,
            @Nullable EventImage image,
            @Nullable String seriesId) {}

    /** An organization with its name, as the register has it. */
    @Schema(name = "NamedOrganization")
    record NamedOrganization(String id, LocalizedText name) {}

    /**
     * How one joins from elsewhere, where there is such a way.
     *
     * @param joinLink for the host and the cluster, and, from when the host says until the event is over, for who has a
     *     seat; absent for others
     * @param joinOpensMinutes how long before the event begins it is shown to who has a seat
     */
    record Join(@Nullable String joinLink, @Nullable Integer joinOpensMinutes) {

        static final Join NOWHERE = new Join(null, null);
    }

    /**
     * What waits for the cluster's word; the event itself shows what is published.
     *
     * @param changed the fields in which it differs
     * @param content all that the event would be
     * @param host who would host it; absent when that stays
     */
    @Schema(name = "EventProposal")
    record Proposed(
            List<String> changed,
            EventContent content,
            @Nullable NamedOrganization host,
            Instant at) {}

    /**
     * For those who work on it.
     *
     * @param copyable whether the caller may make another draft of it
     * @param transferable whether the caller may ask another organization to host it
     * @param missing what has to be written before it can be submitted, or be said to be missing on purpose
     * @param review what of it waits for the cluster; null when nothing does, as {@code proposal}
     */
    record Work(
            boolean copyable,
            boolean transferable,
            @Nullable List<FieldProblem> missing,
            Stage.@Nullable Review review,
            @Nullable Proposed proposal) {

        static final Work NOT_YOURS = new Work(false, false, null, null, null);
    }

    /** @param hostStatus its state in the register, VERIFIED for all that everybody sees; absent when unknown */
    record Host(
            String hostOrganizationId,
            LocalizedText hostName,
            boolean hostPartner,
            @Nullable String hostStatus,
            List<CoHosted> coHosts,
            @Nullable NextHosted nextHost) {

        private static final LocalizedText UNKNOWN = new LocalizedText(null, null, null);

        static Host of(
                String id, @Nullable OrganizationReplica host, List<CoHosted> coHosts, @Nullable NextHosted nextHost) {
            return host == null
                    ? new Host(id, UNKNOWN, false, null, coHosts, nextHost)
                    : new Host(id, host.legalName(), host.isPartner(), host.registrationStatus(), coHosts, nextHost);
        }
    }

    /**
     * An organization that hosts the event too. Of those that have not accepted, or are not verified, only the host, the
     * cluster and they themselves know.
     *
     * @param answerable whether the caller answers for it, or ends it
     */
    @Schema(name = "CoHost")
    record CoHosted(String organizationId, LocalizedText name, CoHost.State state, boolean answerable) {}

    /**
     * An organization that is asked to host the event in place of its host; for these two and the cluster.
     *
     * @param answerable whether the caller answers for it
     */
    @Schema(name = "NextHost")
    record NextHosted(String organizationId, LocalizedText name, boolean answerable) {}

    /**
     * As it is now, for this caller.
     *
     * @param status an event that is over is COMPLETED, a published one of a suspended host SUSPENDED
     */
    record Now(
            Event.Status status,
            @JsonUnwrapped Registering registering,
            SeatsView seats,
            @Nullable EventDecision decision,
            @Nullable MyRegistration myRegistration,
            @JsonUnwrapped Join join) {}

    /**
     * Whether people register.
     *
     * @param registrationOpen whether a seat, or a place in the waiting list, can be asked for now
     * @param registrationOpensLater whether that is not so because it opens at a time to come
     * @param registrationsReadable whether the caller may read who registered
     */
    record Registering(boolean registrationOpen, boolean registrationOpensLater, boolean registrationsReadable) {}
}
