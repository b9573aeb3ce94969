package ma.maydan.events.event;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * What the host says of an event. A wall-clock time that happens twice means the first.
 *
 * @param startsAtLocal by the clock of {@code zone}, as {@code endsAtLocal}
 */
record EventDetails(
        LocalizedText title,
        @Nullable LocalizedText description,
        Event.Kind kind,
        Event.Format format,
        LocalDateTime startsAtLocal,
        LocalDateTime endsAtLocal,
        ZoneId zone,
        @Nullable String region,
        @Nullable LocalizedText venue,
        int capacity) {

    Instant startsAt() {
        return instant(startsAtLocal, "/startsAtLocal");
    }

    Instant endsAt() {
        return instant(endsAtLocal, "/endsAtLocal");
    }

    /**
     * @throws ProblemException 422 when they do not make an event that is still to come
     */
    void check(Instant now) {
        var startsAt = startsAt();
        var endsAt = endsAt();
        if (!endsAt.isAfter(startsAt)) {
            throw ProblemException.invalidField("/endsAtLocal", "ends-before-start");
        }
        if (Duration.between(startsAt, endsAt).compareTo(Event.LONGEST) > 0) {
            throw ProblemException.invalidField("/endsAtLocal", "too-long");
        }
        if (!startsAt.isAfter(now)) {
            throw ProblemException.invalidField("/startsAtLocal", "in-the-past");
        }
        if (format != Event.Format.ONLINE && (venue == null || venue.isEmpty())) {
            throw ProblemException.invalidField("/venue", "required");
        }
    }

    /** The instant of a wall-clock time; the first one when the clock shows it twice. */
    private Instant instant(LocalDateTime local, String pointer) {
        if (zone.getRules().getValidOffsets(local).isEmpty()) {
            throw ProblemException.invalidField(pointer, "no-such-time");
        }
        return local.atZone(zone).toInstant();
    }
}
