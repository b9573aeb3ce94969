package ma.maydan.testkit.backends;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** A service's clock in a test: it goes on, from the present or from where a test has moved it. In milliseconds. */
public final class MovedClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;

    public void moveTo(Instant instant) {
        ahead = Duration.between(Instant.now(), instant);
    }

    /** To the present. */
    public void moveBack() {
        ahead = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead).truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("The services ask for instants");
    }
}
