package ma.maydan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an event says of itself, and what becomes of it when it is changed. */
class EventChangesIT extends PortalTest {

    private static final String REACH = """
            , "languages": ["ar", "en"], "sectors": ["AI", "FINTECH"], "audience": "ORGANIZATIONS",
             "audienceOrganizations": ["org"], "audienceNames": [{"id": "org", "name": {"fr": "Atlas"}}],
             "address": {"fr": "Route de Nouaceur"}, "latitude": 33.5442, "longitude": -7.6413,
             "joinOpensMinutes": 90\
            """;
    private static final String PROPOSAL = """
            , "review": "CHANGE", "proposal": {"at": "2026-11-01T00:00:00Z",
             "changed": ["startsAtLocal", "endsAtLocal", "zone", "format", "venue", "address", "region", "coordinates",
              "capacity"],
             "content": {"format": "ONLINE", "startsAtLocal": "2036-08-16T09:15:00",
             "endsAtLocal": "2036-08-16T11:00:00", "zone": "Europe/Paris", "region": "MA-04",
             "venue": {"fr": "Rabat"}, "capacity": 40}}\
            """;

    @ParameterizedTest
    @CsvSource({"ar", "fr", "en"})
    void thePageSaysWhomItIsForAndWhereAndNotHowToJoin(String language) {
        SERVICES.answers("GET /events/reaching", Samples.event("reaching", "PUBLISHED", "", REACH));
        var page = get("/" + language + "/events/reaching", null);
        new Html(page.body()).isSound(language);
        assertThat(page.body())
                .contains("href=\"geo:33.5442,-7.6413\"", "Route de Nouaceur", "Atlas", "\"inLanguage\"", "08:30")
                .contains("&lt;b&gt;pratique&lt;/b&gt;")
                .doesNotContain("meet.example");
    }

    @Test
    void whoIsLetInIsShownHowToJoin() {
        SERVICES.answers(
                "GET /events/joined",
                Samples.event("joined", "PUBLISHED", "", REACH + ", \"joinLink\": \"https://meet.example/x\""));
        assertThat(new Html(get("/fr/events/joined", PERSON).body())
                        .byId("join")
                        .getTextContent())
                .contains("https://meet.example/x");
    }

    @ParameterizedTest
    @CsvSource({"ar", "fr", "en"})
    void aChangeThatWaitsStandsBesideWhatIsPublished(String language) {
        SERVICES.answers(
                "GET /events/waiting",
                Samples.event("waiting", "PUBLISHED", "\"accept-change\", \"return-change\"", REACH + PROPOSAL));
        var page = new Html(get("/" + language + "/events/waiting", ADMIN).body());
        page.isSound(language);
        assertThat(Html.text(page.byId("proposal"))).contains("10:00", "09:15", "Rabat", "50", "40");
    }

    @Test
    void theFormSaysHowManyAreToldOfAnotherTime() {
        SERVICES.answers("GET /events/told", Samples.event("told", "PUBLISHED", "\"edit\"", REACH));
        SERVICES.answers("GET /organizations/org", Samples.organization("org", "VERIFIED", "", ""));
        var form = new Html(get("/fr/events/told/edit", PERSON).body());
        form.isSound("fr");
        assertThat(Html.text(form.byId("touched"))).contains("48 personnes", "3 personnes");

        SERVICES.answers("GET /events/draft", Samples.event("draft", "DRAFT", "\"edit\"", REACH));
        assertThat(get("/fr/events/draft/edit", PERSON).body()).doesNotContain("id=\"touched\"");
    }

    @Test
    void theFormSendsWhatWasTyped() {
        SERVICES.answers("GET /events/typed", Samples.event("typed", "DRAFT", "\"edit\"", REACH));
        SERVICES.answers("GET /organizations/org", Samples.organization("org", "VERIFIED", "", ""));
        SERVICES.answers("PUT /events/typed", Samples.event("typed", "DRAFT", "\"edit\"", REACH));
        post(
                "/fr/events/typed/edit",
                PERSON,
                Map.of(
                        "version", "7",
                        "latitude", "33,5",
                        "longitude", "-7.25",
                        "languages", "fr",
                        "audienceOrganizations", "org",
                        "joinLink", " Https://meet.example/x ",
                        "leftOut", "ar"));
        assertThat(SERVICES.last("PUT").body())
                .contains("\"latitude\":33.5", "\"longitude\":-7.25", "\"languages\":[\"fr\"]")
                .contains("\"audienceOrganizations\":[\"org\"]", "\"joinLink\":\"https://meet.example/x\"")
                .contains("\"leftOut\":[\"ar\"]");
    }

    @Test
    void whatIsMissingLeadsToItsFieldInItsLanguage() {
        SERVICES.answers(
                "GET /events/incomplete",
                Samples.event(
                        "incomplete",
                        "DRAFT",
                        "\"edit\", \"submit\"",
                        ", \"missing\": [{\"pointer\": \"/title/ar\", \"code\": \"language-missing\"}]"));
        for (var language : List.of("ar", "fr", "en")) {
            var page =
                    new Html(get("/" + language + "/events/incomplete", PERSON).body());
            page.isSound(language);
            assertThat(page.byId("missing").getElementsByTagName("a").item(0))
                    .extracting(link -> ((org.w3c.dom.Element) link).getAttribute("href"))
                    .isEqualTo("/" + language + "/events/incomplete/edit#f-title-ar");
        }
    }

    @Test
    void acceptingAChangeSaysWhoIsTold() {
        SERVICES.answers(
                "GET /events/accepted", Samples.event("accepted", "PUBLISHED", "\"accept-change\"", REACH + PROPOSAL));
        SERVICES.answers("POST /events/accepted/accept-change", Samples.event("accepted", "PUBLISHED", "", REACH));
        var page = new Html(get("/fr/events/accepted/accept-change", ADMIN).body());
        page.isSound("fr");
        assertThat(Html.text(page.byId("typed"))).contains("48 personnes");
        assertThat(post("/fr/events/accepted/accept-change", ADMIN, Map.of("version", "7"))
                        .statusCode())
                .isEqualTo(303);
    }
}
