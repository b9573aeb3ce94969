package ma.maydan.portal.events;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.maydan.portal.api.Decision;
import ma.maydan.portal.kind.Item;
import ma.maydan.portal.kind.Picture;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * An event as events-service shows it to the visitor.
 *
 * @param hostStatus the host's state in the register
 * @param registrationOpen whether a seat, or a place in the waiting list, can be asked for
 * @param registrationsReadable whether the visitor may read who registered
 */
public record Event(
        String id,
        long version,
        String hostOrganizationId,
        LocalizedText hostName,
        boolean hostPartner,
        @Nullable String hostStatus,
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
        @Nullable Image image,
        String status,
        @Nullable Instant updatedAt,
        boolean registrationOpen,
        boolean registrationsReadable,
        Seats seats,
        @Nullable Decision decision,
        @Nullable MyRegistration myRegistration,
        List<String> allowedTransitions,
        @Nullable Map<String, String> withheld)
        implements Item {

    /**
     * What it looks like.
     *
     * @param file the id of the picture
     * @param alt what can be seen
     */
    public record Image(String file, LocalizedText alt) {}

    /** Null when it has no picture. */
    public Picture.@Nullable Shown picture() {
        return image == null ? null : new Picture.Shown(image.file(), image.alt());
    }

    /** How many seats there are, are taken and are free, and how many people wait. */
    public record Seats(int capacity, int confirmed, int waiting, int free) {}

    /**
     * The visitor's own registration.
     *
     * @param position in the waiting list, 1 is next
     * @param cancellable whether it can be given up
     */
    public record MyRegistration(
            String id, String status, @Nullable Long position, boolean cancellable) {

        public boolean waits() {
            return status.equals("WAITLISTED");
        }
    }

    public boolean isPublished() {
        return status.equals("PUBLISHED");
    }

    public boolean isCancelled() {
        return status.equals("CANCELLED");
    }

    public boolean isSuspended() {
        return status.equals("SUSPENDED");
    }

    /** Whether people have registered for it, or could. */
    public boolean hasBeenPublished() {
        return !Set.of("DRAFT", "SUBMITTED").contains(status);
    }

    /** Whether there are registrations that the visitor may read. */
    public boolean showsRegistrants() {
        return registrationsReadable && hasBeenPublished();
    }

    public boolean isHostSuspended() {
        return "SUSPENDED".equals(hostStatus);
    }

    /** The visitor's registration while it holds a seat or a place in the waiting list. */
    public @Nullable MyRegistration activeRegistration() {
        return myRegistration != null && !myRegistration.status().equals("CANCELLED") ? myRegistration : null;
    }
}
