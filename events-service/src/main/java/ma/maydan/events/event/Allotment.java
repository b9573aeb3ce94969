package ma.maydan.events.event;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * Seats that are kept for the members of an organization until the host's time, after which they are for everybody.
 *
 * @param seats 1 to 100,000, all allotments of an event not more than it has
 * @param releasesAtLocal by the clock of the event's zone
 */
public record Allotment(
        String organizationId,
        int seats,

        @Schema(type = "string", example = "2026-12-05T18:00")
        LocalDateTime releasesAtLocal,

        Instant releasesAt) {

    /** The work of giving those who wait at an event what is kept for their organizations. */
    public static final String GIVEN = "event.kept";

    /** So many an event has at most. */
    static final int MOST = 20;

    /** So much later by the clock. */
    Allotment movedBy(Duration by, ZoneId zone) {
        var releases = releasesAtLocal.plus(by).atZone(zone);
        return new Allotment(organizationId, seats, releases.toLocalDateTime(), releases.toInstant());
    }
}
