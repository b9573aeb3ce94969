package ma.maydan.events.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The seats of an event, and how people come to them.
 *
 * @param capacity seats, 1 to 100,000
 * @param offerHours for how long a seat that becomes free is held for the first who waits, 1 to 168; null gives it to
 *     them at once
 * @param perOrganization how many seats an organization may take for people whom it names, 1 to 100; null when everybody
 *     registers for themselves
 */
public record Seating(
        int capacity,
        Admission admission,
        @Nullable Integer offerHours,
        @Nullable Integer perOrganization,
        @JsonUnwrapped Window window,
        @JsonUnwrapped Asking asking,
        @JsonUnwrapped Sharing sharing) {

    public Seating {
        asking = asking == null ? Asking.NOTHING : asking;
        sharing = sharing == null ? Sharing.BY_ARRIVAL : sharing;
    }

    /** Where everybody registers for themselves, and nothing is asked. */
    public Seating(int capacity, Admission admission, @Nullable Integer offerHours, Window window) {
        this(capacity, admission, offerHours, null, window, Asking.NOTHING, Sharing.BY_ARRIVAL);
    }

    /** Who comes to a seat. */
    public enum Admission {
        /** Whoever asks, in turn. */
        OPEN,
        /** Whom the host approves. */
        APPROVAL
    }

    private static final Duration SHORTEST_OFFER = Duration.ofMinutes(15);

    /**
     * When an offer ends that is made now: after the host's hours or a quarter of the time that is left, whichever is
     * sooner, but not within a quarter of an hour, and never after registration closes.
     */
    Instant offerEnd(Instant closes, Instant now) {
        var hours = Duration.ofHours(offerHours == null ? 24 : offerHours);
        var quarter = Duration.between(now, closes).dividedBy(4);
        var held = hours.compareTo(quarter) < 0 ? hours : quarter;
        var end = now.plus(held.compareTo(SHORTEST_OFFER) < 0 ? SHORTEST_OFFER : held);
        return end.isBefore(closes) ? end : closes;
    }

    Seating with(int seats) {
        return new Seating(seats, admission, offerHours, perOrganization, window, asking, sharing);
    }

    /** The same so much later by the clock. */
    Seating movedBy(Duration by, ZoneId zone) {
        return new Seating(
                capacity,
                admission,
                offerHours,
                perOrganization,
                window.movedBy(by, zone),
                asking.movedBy(by, zone),
                sharing.movedBy(by, zone));
    }

    /** The same for an event at another time. */
    Seating atAnotherTime() {
        return new Seating(
                capacity,
                admission,
                offerHours,
                perOrganization,
                Window.ALWAYS,
                asking.untilItBegins(),
                sharing.withoutAllotments());
    }
}
