package ma.maydan.portal.registrations;

import java.time.Duration;
import java.time.Instant;
import ma.maydan.portal.events.Event;

/** What who runs an event does next. */
enum NextThing {
    SHARE,
    PREPARE,
    FULL,
    GOES_ON,
    OVER,
    NOTHING;

    private static final Duration SOON = Duration.ofDays(2);

    static NextThing of(Event event, Instant now) {
        if (event.isCancelled() || event.isSuspended() || !event.hasBeenPublished()) {
            return NOTHING;
        }
        if (!event.endsAt().isAfter(now)) {
            return OVER;
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
