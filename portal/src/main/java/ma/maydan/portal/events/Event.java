package ma.maydan.portal.events;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import ma.maydan.portal.api.Decision;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** An event as events-service shows it to the visitor. */
public record Event(
        String id,
        long version,
        String hostOrganizationId,
        LocalizedText hostName,
        boolean hostPartner,
        LocalizedText title,
        @Nullable LocalizedText description,
        String kind,
        String format,
        LocalDateTime startsAtLocal,
        LocalDateTime endsAtLocal,
        String zone,
        Instant startsAt,
        Instant endsAt,
        @Nullable String region,
        @Nullable LocalizedText venue,
        int capacity,
        String status,
        Seats seats,
        @Nullable Decision decision,
        @Nullable MyRegistration myRegistration,
        List<String> allowedTransitions) {

    /** How many seats there are, are taken and are free, and how many people wait. */
    public record Seats(int capacity, int confirmed, int waiting, int free) {}

    /**
     * The visitor's own registration.
     *
     * @param position in the waiting list, 1 is next
     */
    public record MyRegistration(
            String id, String status, @Nullable Long position) {}

    public boolean isPublished() {
        return status.equals("PUBLISHED");
    }

    public boolean isEditable() {
        return allowedTransitions.contains("edit");
    }

    /** The visitor's registration while it holds a seat or a place in the waiting list. */
    public @Nullable MyRegistration activeRegistration() {
        return myRegistration != null && !myRegistration.status().equals("CANCELLED") ? myRegistration : null;
    }
}
