package ma.maydan.events.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import ma.maydan.events.organization.OrganizationReplica;
import ma.maydan.starter.lifecycle.Offer;
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
        @JsonUnwrapped Offer offer,
        Instant updatedAt)
        implements Versioned, ListedEvent {

    /** What the host says and shows. */
    record Said(@JsonUnwrapped EventContent content, Event.@Nullable Image image) {}

    /** @param hostStatus its state in the register, VERIFIED for all that everybody sees; absent when unknown */
    record Host(
            String hostOrganizationId,
            LocalizedText hostName,
            boolean hostPartner,
            @Nullable String hostStatus) {

        private static final LocalizedText UNKNOWN = new LocalizedText(null, null, null);

        static Host of(String id, @Nullable OrganizationReplica host) {
            return host == null
                    ? new Host(id, UNKNOWN, false, null)
                    : new Host(id, host.legalName(), host.partner(), host.registrationStatus());
        }
    }

    /**
     * As it is now, for this caller.
     *
     * @param status an event that is over is COMPLETED, a published one of a suspended host SUSPENDED
     * @param registrationOpen whether a seat, or a place in the waiting list, can be asked for now
     * @param registrationsReadable whether the caller may read who registered
     */
    record Now(
            Event.Status status,
            boolean registrationOpen,
            boolean registrationsReadable,
            Seats seats,
            Event.@Nullable Decision decision,
            @Nullable MyRegistration myRegistration) {}

    /**
     * How many seats there are, are taken, can be had, and how many people wait.
     *
     * @param free none once registration is closed
     */
    record Seats(int capacity, int confirmed, int free, int waiting) {}
}
