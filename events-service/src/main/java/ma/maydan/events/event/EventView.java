package ma.maydan.events.event;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.web.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * An event as this caller sees it.
 *
 * @param hostStatus the state of its host in the register, VERIFIED for all that everybody sees; absent when unknown
 * @param status as it is now: an event that is over is COMPLETED, a published one of a suspended host SUSPENDED
 * @param registrationOpen whether a seat, or a place in the waiting list, can be asked for now
 * @param registrationsReadable whether the caller may read who registered
 * @param withheld the steps that would be the caller's in this state and are refused to them, with the code of the refusal
 * @param updatedAt when something of it changed last, also whether it is seen
 */
@Schema(name = "Event")
record EventView(
        String id,
        long version,
        String hostOrganizationId,
        LocalizedText hostName,
        boolean hostPartner,
        @Nullable String hostStatus,
        LocalizedText title,
        @Nullable LocalizedText description,
        Event.Kind kind,
        Event.Format format,

        @Schema(type = "string", example = "2026-12-10T10:00")
        LocalDateTime startsAtLocal,

        @Schema(type = "string", example = "2026-12-10T12:00")
        LocalDateTime endsAtLocal,

        String zone,
        Instant startsAt,
        Instant endsAt,
        @Nullable String region,
        @Nullable LocalizedText venue,
        int capacity,
        Event.Status status,
        boolean registrationOpen,
        boolean registrationsReadable,
        Seats seats,
        Event.@Nullable Decision decision,
        @Nullable MyRegistration myRegistration,
        List<String> allowedTransitions,
        Map<String, String> withheld,
        Instant updatedAt)
        implements Versioned, ListedEvent {

    /**
     * How many seats there are, are taken, can be had, and how many people wait.
     *
     * @param free none once registration is closed
     */
    record Seats(int capacity, int confirmed, int free, int waiting) {}
}
