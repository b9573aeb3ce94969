package ma.maydan.events.event;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.web.Versioned;
import org.jspecify.annotations.Nullable;

/** An event as this caller sees it. */
@Schema(name = "Event")
record EventView(
        String id,
        long version,
        String hostOrganizationId,
        LocalizedText hostName,
        boolean hostPartner,
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
        Seats seats,
        Event.@Nullable Decision decision,
        @Nullable MyRegistration myRegistration,
        List<String> allowedTransitions,
        Instant updatedAt)
        implements Versioned {

    /** How many seats there are, are taken, are free, and how many people wait. */
    record Seats(int capacity, int confirmed, int free, int waiting) {}
}
