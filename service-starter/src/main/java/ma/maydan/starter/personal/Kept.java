package ma.maydan.starter.personal;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

/** For how long something is held of a person, at the most. */
public record Kept(Period period, Since since) {

    /** From when on it is counted. */
    public enum Since {
        /** From when it was written. */
        WRITTEN,
        /** From when the person was here last. */
        LAST_SEEN,
        EVENT_END,
        /** From a decision. */
        DECISION,
        /** For as long as the person belongs to the organization, and then the period. */
        MEMBERSHIP_END,
        /** For as long as the organization presents the person, and then the period. */
        PRESENTED
    }

    /** What was begun before this instant has been kept for as long as may be. */
    Instant over(Instant now) {
        return now.atZone(ZoneOffset.UTC).minus(period).toInstant();
    }

    public static Kept days(int days, Since since) {
        return new Kept(Period.ofDays(days), since);
    }

    public static Kept years(int years, Since since) {
        return new Kept(Period.ofYears(years), since);
    }
}
