package ma.maydan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One workshop on many dates. */
class SeriesIT extends PortalTest {

    private static final String DATE = ", \"seriesId\": \"first\"";

    @ParameterizedTest
    @CsvSource({"ar", "fr", "en"})
    void thePageOfADateLeadsToTheOthers(String language) {
        var first = Samples.event("first", "PUBLISHED", "", DATE);
        SERVICES.answers("GET /events/first", first);
        SERVICES.answers(
                "GET /events/first/series",
                "{\"items\":[" + first + "," + Samples.event("second", "CANCELLED", "", DATE) + "]}");

        var page = new Html(get("/" + language + "/events/first", PERSON).body());

        page.isSound(language);
        assertThat(page.all("a"))
                .extracting(link -> link.getAttribute("href"))
                .contains("/" + language + "/events/second");
    }

    @ParameterizedTest
    @CsvSource({"ar", "fr", "en"})
    void aDraftGetsFurtherDatesByWeeksOrByDays(String language) {
        SERVICES.answers("GET /events/made", Samples.event("made", "DRAFT", "\"edit\"", ""));
        SERVICES.answers("PUT /events/made/series", Samples.event("made", "DRAFT", "\"edit\"", DATE));
        var path = "/" + language + "/events/made/series";
        new Html(get(path, PERSON).body()).isSound(language);

        var weeks = post(path, PERSON, Map.of("version", "7", "everyWeeks", "2", "times", "٥"));
        assertThat(weeks.statusCode()).isEqualTo(303);
        assertThat(SERVICES.last("PUT").body()).isEqualTo("{\"everyWeeks\":2,\"times\":5}");

        post(path, PERSON, Map.of("version", "7", "days.0.day", "2037-01-02", "days.1.day", "2037-02-03"));
        assertThat(SERVICES.last("PUT").body()).isEqualTo("{\"days\":[\"2037-01-02\",\"2037-02-03\"]}");
    }

    @Test
    void whatIsNoDraftOrADateAlreadyGetsNone() {
        SERVICES.answers("GET /events/done", Samples.event("done", "PUBLISHED", "\"edit\"", ""));
        SERVICES.answers("GET /events/date", Samples.event("date", "CANCELLED", "", DATE));

        assertThat(get("/fr/events/done/series", PERSON).statusCode()).isEqualTo(409);
        assertThat(get("/fr/events/date/series", PERSON).statusCode()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({"ar", "fr", "en"})
    void aSeriesGetsFurtherDates(String language) {
        var event = Samples.event("more", "PUBLISHED", "\"edit\"", DATE);
        SERVICES.answers("GET /events/more", event);
        SERVICES.answers("GET /events/more/series", "{\"items\":[" + event + "]}");
        SERVICES.answers("POST /events/more/series/dates", event);
        var path = "/" + language + "/events/more/series";
        assertThat(get("/" + language + "/events/more", PERSON).body()).contains("href=\"" + path + "\"");
        var page = get(path, PERSON).body();
        new Html(page).isSound(language);
        assertThat(page).doesNotContain("everyWeeks");

        var sent = post(path, PERSON, Map.of("version", "7", "days.0.day", "2037-01-02"));

        assertThat(header(sent, "Location")).isEqualTo("/" + language + "/events/more");
        assertThat(SERVICES.last("POST").body()).isEqualTo("{\"days\":[\"2037-01-02\"]}");
        assertThat(SERVICES.last("POST").ifMatch()).isEqualTo("\"7\"");
    }

    @Test
    void aStepAndAChangeAskForWhichDates() {
        var event = Samples.event("date", "PUBLISHED", "\"edit\",\"cancel\"", DATE);
        SERVICES.answers("GET /events/date", event);
        SERVICES.answers("GET /events/date/series", "{\"items\":[" + event + "," + event + "]}");
        SERVICES.answers("POST /events/date/cancel", event);
        SERVICES.answers("PUT /events/date", event);
        for (var path : new String[] {"/fr/events/date/cancel", "/fr/events/date/edit"}) {
            var page = new Html(get(path, PERSON).body());
            page.isSound("fr");
            assertThat(page.all("input"))
                    .anyMatch(one -> one.getAttribute("value").equals("FOLLOWING"));
        }

        assertThat(get("/fr/events/date/cancel", PERSON).body())
                .contains("data-touched=\"touched.series.registrations\"", "Sur toutes les dates");

        post(
                "/fr/events/date/cancel",
                PERSON,
                Map.of("version", "7", "reasonCode", "OTHER", "reasonText.fr", "x", "dates", "FOLLOWING"));
        assertThat(SERVICES.last("POST").query()).isEqualTo("dates=FOLLOWING");
        post("/fr/events/date/edit", PERSON, Map.of("version", "7", "title.fr", "x", "dates", "ALL"));
        assertThat(SERVICES.last("PUT").query()).isEqualTo("dates=ALL");
    }

    @Test
    void datesInPreparationAreSubmittedTogether() {
        var event = Samples.event("ready", "DRAFT", "\"submit\"", DATE);
        SERVICES.answers("GET /events/ready", event);
        SERVICES.answers("POST /events/ready/submit", event);
        assertThat(get("/fr/events/ready", PERSON).body()).contains("toutes les dates");

        post("/fr/events/ready/submit", PERSON, Map.of("version", "7", "dates", "ALL"));

        assertThat(SERVICES.last("POST").query()).isEqualTo("dates=ALL");
    }

    @Test
    void whatStandsAloneIsNotAskedForDates() {
        SERVICES.answers("GET /events/alone", Samples.event("alone", "PUBLISHED", "\"edit\",\"cancel\"", ""));

        assertThat(get("/fr/events/alone/cancel", PERSON).body()).doesNotContain("FOLLOWING");
        assertThat(get("/fr/events/alone/edit", PERSON).body()).doesNotContain("FOLLOWING");
    }
}
