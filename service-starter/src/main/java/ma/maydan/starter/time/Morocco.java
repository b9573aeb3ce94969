package ma.maydan.starter.time;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The calendar by which days count: that of Casablanca, whatever the machine's own. */
public final class Morocco {

    public static final ZoneId ZONE = ZoneId.of("Africa/Casablanca");

    private Morocco() {}

    /** The day there is now. */
    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
