package ma.maydan.starter.time;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesException;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Gives {@code java.time} the time zone database that the ThreeTen backport carries, in place of the JDK's.
 * Morocco is on UTC+00 for good since 2026-09-20 (tzdb 2026c); a JDK with older data would show every event
 * one hour off. The JVM loads this class by name through a system property ({@link CurrentZoneRules}), so it must be on the system class path.
 * {@code java.util.TimeZone} and {@code Calendar} keep the JDK's data: Maydan uses {@code java.time} alone.
 */
public final class CurrentZoneRulesProvider extends ZoneRulesProvider {

    private final Map<String, ZoneRules> rules = new ConcurrentHashMap<>();

    /** Called by the JVM. */
    public CurrentZoneRulesProvider() {}

    @Override
    protected Set<String> provideZoneIds() {
        return new HashSet<>(org.threeten.bp.zone.ZoneRulesProvider.getAvailableZoneIds());
    }

    @Override
    protected @Nullable ZoneRules provideRules(String zoneId, boolean forCaching) {
        return rules.computeIfAbsent(zoneId, CurrentZoneRulesProvider::convert);
    }

    @Override
    protected NavigableMap<String, ZoneRules> provideVersions(String zoneId) {
        var versions = new TreeMap<String, ZoneRules>();
        org.threeten.bp.zone.ZoneRulesProvider.getVersions(zoneId)
                .forEach((version, theirs) -> versions.put(version, convert(theirs)));
        return versions;
    }

    private static ZoneRules convert(String zoneId) {
        try {
            return convert(org.threeten.bp.zone.ZoneRulesProvider.getRules(zoneId, false));
        } catch (org.threeten.bp.zone.ZoneRulesException e) {
            throw new ZoneRulesException(e.getMessage(), e);
        }
    }

    /**
     * A change of the standard offset is seen only where the wall clock changes too; it matters only to
     * {@link ZoneRules#isDaylightSavings} and never to an offset.
     */
    private static ZoneRules convert(org.threeten.bp.zone.ZoneRules theirs) {
        var far = org.threeten.bp.Instant.ofEpochSecond(-100_000_000_000L);
        if (theirs.isFixedOffset()) {
            return ZoneRules.of(offset(theirs.getOffset(far)));
        }
        var standard = new ArrayList<ZoneOffsetTransition>();
        var wall = new ArrayList<ZoneOffsetTransition>();
        var standardBefore = offset(theirs.getStandardOffset(far));
        for (var transition : theirs.getTransitions()) {
            var at = local(transition.getDateTimeBefore());
            wall.add(ZoneOffsetTransition.of(
                    at, offset(transition.getOffsetBefore()), offset(transition.getOffsetAfter())));
            var standardAfter = offset(theirs.getStandardOffset(transition.getInstant()));
            if (!standardAfter.equals(standardBefore)) {
                var standardAt = at.plus(Duration.ofSeconds((long) standardBefore.getTotalSeconds()
                        - offset(transition.getOffsetBefore()).getTotalSeconds()));
                standard.add(ZoneOffsetTransition.of(standardAt, standardBefore, standardAfter));
                standardBefore = standardAfter;
            }
        }
        return ZoneRules.of(
                offset(theirs.getStandardOffset(far)),
                offset(theirs.getOffset(far)),
                standard,
                wall,
                theirs.getTransitionRules().stream()
                        .map(CurrentZoneRulesProvider::convert)
                        .toList());
    }

    private static ZoneOffsetTransitionRule convert(org.threeten.bp.zone.ZoneOffsetTransitionRule theirs) {
        var day = theirs.getDayOfWeek();
        return ZoneOffsetTransitionRule.of(
                java.time.Month.of(theirs.getMonth().getValue()),
                theirs.getDayOfMonthIndicator(),
                day == null ? null : java.time.DayOfWeek.of(day.getValue()),
                java.time.LocalTime.ofSecondOfDay(theirs.getLocalTime().toSecondOfDay()),
                theirs.isMidnightEndOfDay(),
                ZoneOffsetTransitionRule.TimeDefinition.valueOf(
                        theirs.getTimeDefinition().name()),
                offset(theirs.getStandardOffset()),
                offset(theirs.getOffsetBefore()),
                offset(theirs.getOffsetAfter()));
    }

    private static ZoneOffset offset(org.threeten.bp.ZoneOffset theirs) {
        return ZoneOffset.ofTotalSeconds(theirs.getTotalSeconds());
    }

    private static LocalDateTime local(org.threeten.bp.LocalDateTime theirs) {
        return LocalDateTime.of(
                theirs.getYear(),
                theirs.getMonthValue(),
                theirs.getDayOfMonth(),
                theirs.getHour(),
                theirs.getMinute(),
                theirs.getSecond());
    }
}
