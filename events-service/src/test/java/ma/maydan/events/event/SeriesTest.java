package ma.maydan.events.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import ma.maydan.events.seats.WaitingOrder;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.text.LocalizedText;
import org.junit.jupiter.api.Test;

/** When the dates of a series are, and what a change of one makes of another. */
class SeriesTest {

    private static final ZoneId MOROCCO = ZoneId.of("Africa/Casablanca");
    private static final LocalizedText TEXT = LocalizedText.of("نص", "Texte", "Text");
    private static final LocalizedText OTHER = LocalizedText.of("آخر", "Autre", "Other");
    private static final String FIRST = "2026-09-06T10:00";

    @Test
    void aWeeklySeriesKeepsItsHourOverTheChangeOfClocks() {
        var content = content(FIRST, TEXT, 10);
        var dates = new SeriesRequest(1, 5, null)
                .starts(LocalDateTime.parse(FIRST)).stream()
                        .map(start -> content.movedTo(start).schedule())
                        .toList();

        assertThat(dates).extracting(Schedule::startsAtLocal).allMatch(start -> start.getHour() == 10);
        assertThat(dates)
                .extracting(Schedule::startsAt)
                .containsExactly(
                        Instant.parse("2026-09-06T09:00:00Z"),
                        Instant.parse("2026-09-13T09:00:00Z"),
                        Instant.parse("2026-09-20T10:00:00Z"),
                        Instant.parse("2026-09-27T10:00:00Z"),
                        Instant.parse("2026-10-04T10:00:00Z"));
    }

    @Test
    void listedDaysHaveItsHourInTheirOrderEachOnce() {
        var days = List.of(LocalDate.of(2026, 12, 3), LocalDate.of(2026, 11, 3), LocalDate.of(2026, 9, 6));

        assertThat(new SeriesRequest(null, null, days).starts(LocalDateTime.parse(FIRST)))
                .extracting(LocalDateTime::toString)
                .containsExactly(FIRST, "2026-11-03T10:00", "2026-12-03T10:00");
    }

    @Test
    void aTimeThatTheClockNeverShowsMakesNoDate() {
        var paris = ZoneId.of("Europe/Paris");
        var content = content("2027-03-21T02:30", TEXT, 10, paris, Window.ALWAYS);

        assertThatThrownBy(() -> content.movedTo(LocalDateTime.parse("2027-03-28T02:30")))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void registrationOpensAndClosesAsLongBeforeEachDate() {
        var window =
                Window.of(LocalDateTime.parse("2026-09-01T09:00"), LocalDateTime.parse("2026-09-05T18:00"), MOROCCO);

        var moved = content(FIRST, TEXT, 10, MOROCCO, window)
                .movedTo(LocalDateTime.parse("2026-09-27T10:00"))
                .seating()
                .window();

        assertThat(moved.registrationClosesAtLocal()).isEqualTo("2026-09-26T18:00");
        assertThat(moved.registrationClosesAt()).isEqualTo("2026-09-26T18:00:00Z");
        assertThat(moved.registrationOpensAtLocal()).isEqualTo("2026-09-22T09:00");
    }

    @Test
    void seatsAreKeptAsLongBeforeEachDate() {
        assertThat(kept("2026-09-05T18:00").movedBy(Duration.ofDays(21), MOROCCO))
                .isEqualTo(kept("2026-09-26T18:00"));
    }

    @Test
    void aChangeReachesAnotherDateInAllThatIsNotItsOwn() {
        var before = content(FIRST, TEXT, 10);
        var after = content("2026-09-07T14:00", OTHER, 20);
        var edit = new Series.Edit(LocalDateTime.parse(FIRST), after, ContentFields.changed(before, after));
        assertThat(edit.fields()).containsExactlyInAnyOrder("schedule", "seating.capacity", "wording.title");

        var date = content("2026-09-27T10:00", TEXT, 12);
        var shared = edit.onto(date, occurrence());
        assertThat(shared.schedule().startsAt()).isEqualTo("2026-09-28T14:00:00Z");
        assertThat(shared.title()).isEqualTo(OTHER);
        assertThat(shared.seating().capacity()).isEqualTo(20);

        var kept = edit.onto(date, occurrence("schedule", "seating.capacity"));
        assertThat(kept.schedule()).isEqualTo(date.schedule());
        assertThat(kept.title()).isEqualTo(OTHER);
        assertThat(kept.seating().capacity()).isEqualTo(12);
    }

    @Test
    void whatIsTakenAwayIsTakenAwayThereToo() {
        var full = new EventContent(
                new Wording(TEXT, TEXT, List.of(), new Mailing(List.of(3), TEXT, 5)),
                Event.Kind.WORKSHOP,
                Event.Format.HYBRID,
                content(FIRST, TEXT, 10).schedule(),
                new Place("MA-06", TEXT, TEXT, new Place.Coordinates(33.0, -7.0), new Place.Joining("https://x/", 5)),
                Reach.EVERYBODY,
                new Seating(
                        10,
                        Seating.Admission.APPROVAL,
                        24,
                        3,
                        Window.ALWAYS,
                        Asking.NOTHING,
                        kept("2026-09-05T18:00")));
        var bare = content(FIRST, TEXT, 10);

        assertThat(ContentFields.merge(full, bare, ContentFields.changed(full, bare)))
                .isEqualTo(bare);
        assertThat(ContentFields.merge(bare, full, ContentFields.changed(bare, full)))
                .isEqualTo(full);
        assertThat(ContentFields.changed(full, full)).isEmpty();
    }

    @Test
    void whatIsChangedForOthersTooIsNotItsOwnAnyMore() {
        var own = occurrence("wording.title").owning(List.of("kind", "wording.title"));

        assertThat(own.own()).containsExactly("kind", "wording.title");
        assertThat(own.sharing(List.of("wording.title")).own()).containsExactly("kind");
    }

    private static Sharing kept(String until) {
        var local = LocalDateTime.parse(until);
        return new Sharing(
                WaitingOrder.PRIORITY,
                List.of(Sharing.Priority.STARTUPS),
                List.of(new Allotment("org", 2, local, local.atZone(MOROCCO).toInstant())));
    }

    private static Occurrence occurrence(String... own) {
        return new Occurrence("series", LocalDateTime.parse(FIRST), 1, List.of(own));
    }

    private static EventContent content(String start, LocalizedText title, int capacity) {
        return content(start, title, capacity, MOROCCO, Window.ALWAYS);
    }

    private static EventContent content(String start, LocalizedText title, int capacity, ZoneId zone, Window window) {
        var begins = LocalDateTime.parse(start);
        return new EventContent(
                new Wording(title, null),
                Event.Kind.WORKSHOP,
                Event.Format.IN_PERSON,
                Schedule.of(begins, begins.plusHours(2), zone),
                new Place("MA-06", TEXT),
                Reach.EVERYBODY,
                new Seating(capacity, Seating.Admission.OPEN, null, window));
    }
}
