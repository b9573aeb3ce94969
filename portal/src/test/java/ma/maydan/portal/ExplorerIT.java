package ma.maydan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import ma.maydan.portal.page.Formats;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How visitors find events. */
class ExplorerIT extends PortalTest {

    @AfterEach
    void nothing() {
        SERVICES.answers("GET /events", Samples.list());
    }

    @ParameterizedTest
    @CsvSource({
        "region=MA-06, region=MA-06",
        "when=PAST, when=PAST",
        "online=true, online=true",
        "freeSeats=true, freeSeats=true"
    })
    void aChoiceIsPassedOnAndShownAsChosen(String chosen, String asked) {
        SERVICES.answers("GET /events", Samples.list(Samples.event("one", "PUBLISHED", "")));
        var page = get("/en/events?" + chosen, null);
        assertThat(SERVICES.last("GET").query()).contains(asked, "counted=true");
        var html = new Html(page.body());
        html.isSound("en");
        var name = chosen.replaceFirst("=.*", "");
        assertThat(html.all("input").stream()
                                .anyMatch(input ->
                                        input.getAttribute("name").equals(name) && input.hasAttribute("checked"))
                        || html.all("option").stream()
                                .anyMatch(option -> option.hasAttribute("selected")
                                        && chosen.endsWith("=" + option.getAttribute("value"))))
                .isTrue();
        assertThat(page.body()).contains("href=\"/en/events/month?" + chosen + "\"");
    }

    @Test
    void thisWeekIsFromMondayToSundayInMorocco() {
        get("/fr/events?week=true", null);
        var query = String.valueOf(SERVICES.last("GET").query());
        assertThat(query).doesNotContain("week=");
        var from = LocalDate.ofInstant(Instant.parse(query.replaceFirst(".*from=([^&]+).*", "$1")), Formats.HOME);
        var until = LocalDate.ofInstant(Instant.parse(query.replaceFirst(".*until=([^&]+).*", "$1")), Formats.HOME);
        assertThat(from.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(until).isEqualTo(from.plusWeeks(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"online=yes", "when=SOON", "week=1", "region=MA-99"})
    void whatIsNoChoiceIsLeftOutAndSaid(String chosen) {
        assertThat(get("/en/events?" + chosen, null).body()).contains("a choice that does not exist");
        assertThat(SERVICES.last("GET").query()).doesNotContain(chosen);
    }

    @ParameterizedTest
    @CsvSource({"0, No results.", "7, 7 results.", "100, 100 results.", "101, More than 100 results."})
    void theNumberOfAllResultsIsSaid(int count, String said) {
        SERVICES.answers(
                "GET /events",
                "{\"items\": [" + Samples.event("one", "PUBLISHED", "") + "], \"nextCursor\": \"x\", \"count\": "
                        + count + "}");
        assertThat(Html.text(new Html(get("/en/events", null).body()).byId("count")))
                .isEqualTo(said);
    }

    @Test
    void anEmptyPageOfAListThatGoesOnSaysSo() {
        SERVICES.answers("GET /events", "{\"items\": [], \"nextCursor\": \"x\"}");
        var page = get("/en/events?freeSeats=true", null);
        new Html(page.body()).isSound("en");
        assertThat(page.body()).contains("the list goes on", "Next page").doesNotContain("No upcoming event");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void aMonthIsACalendarFromMondayToSunday(String language) {
        SERVICES.answers(
                "GET /events",
                Samples.list(IntStream.range(0, 6)
                        .mapToObj(i -> Samples.event("e" + i, "PUBLISHED", ""))
                        .toArray(String[]::new)));
        var answer = get("/" + language + "/events/month?month=2036-08&kind=WORKSHOP", null);
        var page = new Html(answer.body());
        page.isSound(language);
        assertThat(SERVICES.last("GET").query())
                .contains("when=ALL", "from=2036-07-31T00:00:00Z", "until=2036-09-02T00:00:00Z", "kind=WORKSHOP");
        assertThat(page.all("th")).hasSize(7);
        // August 2036 begins on a Friday and ends on a Sunday.
        assertThat(page.all("td")).hasSize(5 * 7);
        assertThat(page.all("td").stream()
                        .filter(day -> day.getAttribute("class").contains("beside")))
                .hasSize(4);
        var full = page.all("td").stream()
                .filter(day -> day.getElementsByTagName("a").getLength() > 0)
                .toList();
        assertThat(full).hasSize(1);
        assertThat(full.getFirst().getElementsByTagName("a").getLength()).isEqualTo(6);
        assertThat(full.getFirst().getElementsByTagName("summary").getLength()).isEqualTo(1);
        assertThat(page.all("a").stream().map(link -> link.getAttribute("href")))
                .contains(
                        "/" + language + "/events/month?kind=WORKSHOP&month=2036-07",
                        "/" + language + "/events/month?kind=WORKSHOP&month=2036-09",
                        "/" + language + "/events?kind=WORKSHOP");
    }

    @Test
    void withoutAMonthItIsThePresentOneAndToday() {
        var today = LocalDate.ofInstant(Instant.now(), Formats.HOME);
        for (var month : List.of("", "?month=2036-13", "?month=9999-01")) {
            var answer = get("/en/events/month" + month, null);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .contains("datetime=\"" + YearMonth.from(today).atDay(1) + "\"");
            assertThat(new Html(answer.body())
                            .all("td").stream()
                                    .filter(day ->
                                            day.getAttribute("aria-current").equals("date")))
                    .hasSize(1);
            assertThat(answer.body().contains("a choice that does not exist")).isEqualTo(!month.isEmpty());
        }
    }
}
