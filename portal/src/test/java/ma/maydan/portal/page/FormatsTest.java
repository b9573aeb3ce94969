package ma.maydan.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    private static final Formats ARABIC = Formats.of(Language.AR);
    private static final Formats FRENCH = Formats.of(Language.FR);
    private static final Formats ENGLISH = Formats.of(Language.EN);

    @Test
    void theMonthsInArabicAreThoseOfMorocco() {
        assertThat(IntStream.rangeClosed(1, 12)
                        .mapToObj(month -> ARABIC.date(LocalDate.of(2026, month, 15)))
                        .toList())
                .containsExactly(
                        "15 يناير 2026",
                        "15 فبراير 2026",
                        "15 مارس 2026",
                        "15 أبريل 2026",
                        "15 ماي 2026",
                        "15 يونيو 2026",
                        "15 يوليوز 2026",
                        "15 غشت 2026",
                        "15 شتنبر 2026",
                        "15 أكتوبر 2026",
                        "15 نونبر 2026",
                        "15 دجنبر 2026");
    }

    @Test
    void aFullDateNamesTheDayOfTheWeek() {
        var day = LocalDate.of(2026, 12, 10);
        assertThat(ARABIC.fullDate(day)).isEqualTo("الخميس 10 دجنبر 2026");
        assertThat(FRENCH.fullDate(day)).isEqualTo("jeudi 10 décembre 2026");
        assertThat(ENGLISH.fullDate(day)).isEqualTo("Thursday, December 10, 2026");
    }

    @Test
    void theFirstOfAMonthIsAnOrdinalInFrenchAlone() {
        var day = LocalDate.of(2026, 7, 1);
        assertThat(FRENCH.fullDate(day)).isEqualTo("mercredi 1er juillet 2026");
        assertThat(FRENCH.date(day.plusDays(10))).isEqualTo("11 juillet 2026");
        assertThat(ARABIC.date(day)).isEqualTo("1 يوليوز 2026");
        assertThat(ENGLISH.date(day)).isEqualTo("July 1, 2026");
    }

    @Test
    void aZoneIsCalledAsPeopleCallItsTime() {
        assertThat(FRENCH.zone("Europe/Paris")).isEqualTo("heure d’Europe centrale");
        assertThat(ENGLISH.zone("Europe/Paris")).isEqualTo("Central European Time");
        assertThat(ARABIC.zone("Europe/Paris")).isEqualTo("توقيت وسط أوروبا");
        assertThat(FRENCH.zone("Mars/Olympus")).isEqualTo("Mars/Olympus");
        assertThat(FRENCH.zones()).startsWith("Africa/Casablanca").contains("Europe/Paris", "America/New_York");
    }

    @Test
    void theTimeOfDayIsWrittenAsPeopleWriteIt() {
        var afternoon = LocalDateTime.of(2026, 12, 10, 17, 5);
        assertThat(ARABIC.time(afternoon)).isEqualTo("17:05");
        assertThat(FRENCH.time(afternoon)).isEqualTo("17:05");
        assertThat(ENGLISH.time(afternoon)).isEqualTo("17:05");
    }

    @Test
    void anInstantIsShownAtTheDateThatMoroccoHas() {
        // Permanent UTC since 2026-09-20: half past eleven in the evening is still the same day.
        assertThat(FRENCH.date(Instant.parse("2026-12-10T23:30:00Z"))).isEqualTo("10 décembre 2026");
        assertThat(FRENCH.dateTime(Instant.parse("2026-09-01T23:30:00Z"))).isEqualTo("2 septembre 2026, 00:30");
        assertThat(ARABIC.dateTime(Instant.parse("2026-12-10T10:00:00Z"))).isEqualTo("10 دجنبر 2026، 10:00");
    }

    @Test
    void numbersHaveLatinDigitsAndTheSeparatorOfTheirLanguage() {
        assertThat(ARABIC.number(100_000)).isEqualTo("100.000");
        assertThat(FRENCH.number(100_000)).isEqualTo("100\u202f000");
        assertThat(ENGLISH.number(100_000)).isEqualTo("100,000");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-10T10:00,2026-12-10T10:00:00Z,UTC",
        "2026-06-10T10:00,2026-06-10T09:00:00Z,UTC+1",
        "2026-06-10T10:00,2026-06-10T04:30:00Z,UTC+5:30",
        "2026-06-10T10:00,2026-06-10T14:00:00Z,UTC−4"
    })
    void theOffsetFollowsFromTheWallClockAndTheInstant(LocalDateTime local, Instant instant, String offset) {
        assertThat(FRENCH.offset(local, instant)).isEqualTo(offset);
    }

    @ParameterizedTest
    @CsvSource({"Atlas,A", "école,É", "الجمعية المغربية,ج", "حاضنة,ح", "ال,ا", "'',''", "𝒜tlas,𝒜"})
    void aNameHasALetterThatStandsForIt(String name, String letter) {
        assertThat(ARABIC.monogram(name)).isEqualTo(letter);
    }
}
