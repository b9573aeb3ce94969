package ma.maydan.portal.registrations;

import java.time.Duration;
import java.time.Instant;
import ma.maydan.portal.events.Event;

/** What who runs an event does next. */
enum NextThing {
    ANSWER,
    SHARE,
    PREPARE,
    FULL,
    GOES_ON,
    OVER,
    NOTHING;

    private static final Duration SOON = Duration.ofDays(2);

    /** @param asked whether somebody waits for the host's approval */
    static NextThing of(Event event, boolean asked, Instant now) {
        if (event.isCancelled() || event.isSuspended() || !event.hasBeenPublished()) {
            return NOTHING;
        }
        if (!event.endsAt().isAfter(now)) {
            return OVER;
        }
        if (asked) {
            return ANSWER;
        }
        if (event.seats().confirmed() == 0) {
            return event.registrationOpen() ? SHARE : NOTHING;
        }
        if (event.startsAt().minus(SOON).isBefore(now)) {
            return PREPARE;
        }
        return event.seats().free() == 0 && event.seats().waiting() > 0 ? FULL : GOES_ON;
    }
}
