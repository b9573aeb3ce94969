package ma.maydan.starter.time;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;

/** Puts the current time zone rules into this JVM. */
public final class CurrentZoneRules {

    private static final String PROPERTY = "java.time.zone.DefaultZoneRulesProvider";

    // By name: touching the class would initialize the JDK's providers before the property is set.
    private static final String PROVIDER = "ma.maydan.starter.time.CurrentZoneRulesProvider";

    private CurrentZoneRules() {}

    /**
     * Must run before anything asks for a time zone.
     *
     * @throws IllegalStateException when Morocco's rules are out of date all the same
     */
    public static void install() {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, PROVIDER);
        }
        check(ZoneId.of("Africa/Casablanca").getRules());
    }

    static void check(ZoneRules casablanca) {
        var offset = casablanca.getOffset(Instant.parse("2026-12-10T09:00:00Z"));
        if (!offset.equals(ZoneOffset.UTC)) {
            throw new IllegalStateException("The time zone rules of this JVM are out of date: Africa/Casablanca is at "
                    + offset + " on 2026-12-10, and must be at UTC. Start with -D" + PROPERTY + "=" + PROVIDER + ".");
        }
    }
}
