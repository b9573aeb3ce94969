package ma.maydan.starter.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cases of Morocco's change to UTC+00 for good, on 2026-09-20 at 02:00. */
class CurrentZoneRulesProviderTest {

    private static final ZoneId CASABLANCA = ZoneId.of("Africa/Casablanca");

    @ParameterizedTest
    @CsvSource({
        "2026-09-19T10:00, 2026-09-19T09:00:00Z",
        "2026-09-21T10:00, 2026-09-21T10:00:00Z",
        "2026-12-10T10:00, 2026-12-10T10:00:00Z",
        "2027-02-15T10:00, 2027-02-15T10:00:00Z",
        "2026-03-01T10:00, 2026-03-01T10:00:00Z",
        "2026-04-01T10:00, 2026-04-01T09:00:00Z"
    })
    void aWallClockTimeInCasablancaIsTheRightInstant(LocalDateTime local, Instant instant) {
        assertThat(local.atZone(CASABLANCA).toInstant()).isEqualTo(instant);
    }

    @Test
    void aTimeThatHappensTwiceMeansTheFirst() {
        var twice = LocalDateTime.parse("2026-09-20T01:30");

        assertThat(CASABLANCA.getRules().getValidOffsets(twice)).hasSize(2);
        assertThat(twice.atZone(CASABLANCA).toInstant()).isEqualTo(Instant.parse("2026-09-20T00:30:00Z"));
    }

    @Test
    void aWeeklySeriesKeepsItsWallClockTimeOverTheChange() {
        var series = Stream.iterate(LocalDate.parse("2026-09-06"), day -> day.plusWeeks(1))
                .limit(5)
                .map(day -> day.atTime(LocalTime.of(10, 0))
                        .atZone(CASABLANCA)
                        .toInstant()
                        .atZone(CASABLANCA));

        assertThat(series).allMatch(at -> at.toLocalTime().equals(LocalTime.of(10, 0)));
    }

    @Test
    void otherZonesKeepTheirSummerTimeForYearsToCome() {
        var paris = ZoneId.of("Europe/Paris").getRules();

        assertThat(paris.getOffset(Instant.parse("2031-07-01T00:00:00Z"))).isEqualTo(ZoneOffset.ofHours(2));
        assertThat(paris.getOffset(Instant.parse("2031-01-01T00:00:00Z"))).isEqualTo(ZoneOffset.ofHours(1));
        assertThat(paris.isDaylightSavings(Instant.parse("2031-07-01T00:00:00Z")))
                .isTrue();
        assertThat(ZoneId.of("UTC").getRules().isFixedOffset()).isTrue();
    }

    @Test
    void rulesOfBeforeTheChangeAreRefusedAtStart() {
        assertThatIllegalStateException()
                .isThrownBy(() -> CurrentZoneRules.check(ZoneRules.of(ZoneOffset.ofHours(1))))
                .withMessageContaining("out of date");
    }
}
