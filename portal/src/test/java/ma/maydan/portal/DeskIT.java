package ma.maydan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The desk of who runs an event. */
class DeskIT extends PortalTest {

    private static final String DAYS = """
        [{"day": "2026-11-20", "capacity": 50, "confirmed": 1, "waiting": 0},
         {"day": "2026-11-22", "capacity": 50, "confirmed": 25, "waiting": 2}]\
        """;

    @BeforeEach
    void anEventThatFills() {
        SERVICES.answers("GET /events/event", Samples.event("event", "PUBLISHED", ""));
        SERVICES.answers(
                "GET /events/event/registrations",
                Samples.list(
                        Samples.registration("r1", "CONFIRMED", ""),
                        Samples.registration("r2", "WAITLISTED", ", \"position\": 3")));
        SERVICES.answers("GET /events/event/desk", "{\"id\": \"event\", \"days\": " + DAYS + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void itShowsHowTheEventFillsAsALineAndAsATable(String language) {
        var page = new Html(
                get("/" + language + "/events/event/registrations", PERSON).body());
        page.isSound(language);
        // The present day is the third.
        assertThat(page.all("polyline").getFirst().getAttribute("points").split(" "))
                .hasSize(5);
        assertThat(page.all("polyline").getFirst().getAttribute("points"))
                .startsWith("0.0,137 ")
                .endsWith("600.0,15");
        assertThat(page.all("tr")).hasSize(3 + 1 + 2 + 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 503})
    void withoutTheLineTheListIsThere(int status) {
        SERVICES.answers("GET /events/event/desk", status, "{}");
        var answer = get("/en/events/event/registrations", PERSON);
        assertThat(answer.statusCode()).isEqualTo(200);
        new Html(answer.body()).isSound("en");
        assertThat(answer.body()).contains("Salma Idrissi").doesNotContain("polyline");
    }

    @ParameterizedTest
    @CsvSource({
        "status=CONFIRMED&name=Sal, name=Sal status=CONFIRMED",
        "sort=-registeredAt, sort=-registeredAt",
        "column=status, limit=50"
    })
    void theListIsNarrowedAndOrdered(String chosen, String asked) {
        var page = get("/en/events/event/registrations?" + chosen, PERSON);
        new Html(page.body()).isSound("en");
        assertThat(SERVICES.lastOf("GET /events/event/registrations").query()).contains(asked.split(" "));
        assertThat(page.body()).contains("/registrations/export.csv?" + chosen.replace("&", "&amp;"));
    }

    @Test
    void whatHasChangedSinceTheLastVisitIsSaid() {
        var first = get("/en/events/event/registrations", PERSON);
        assertThat(SERVICES.lastOf("GET /events/event/desk").query()).isNull();
        var cookies = first.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("maydan_visit="))
                .toList();
        assertThat(cookies)
                .hasSize(1)
                .allMatch(cookie -> cookie.contains("HttpOnly"))
                .anyMatch(cookie -> cookie.contains("Path=/en/events/event/registrations"));

        SERVICES.answers(
                "GET /events/event/desk",
                "{\"id\": \"event\", \"days\": " + DAYS + ", \"changes\": {\"registered\": 3, \"cancelled\": 1}}");
        var hourAgo = Instant.now().minusSeconds(3600).getEpochSecond();
        var later = get("/en/events/event/registrations", PERSON, "Cookie", "maydan_visit=0." + hourAgo);
        assertThat(SERVICES.lastOf("GET /events/event/desk").query())
                .isEqualTo("since=" + Instant.ofEpochSecond(hourAgo));
        assertThat(later.body()).contains("3 people registered.", "1 person gave up.");
        // Within half an hour it is the same visit.
        var soon =
                "maydan_visit=" + hourAgo + "." + Instant.now().minusSeconds(60).getEpochSecond();
        get("/en/events/event/registrations", PERSON, "Cookie", soon);
        assertThat(SERVICES.lastOf("GET /events/event/desk").query())
                .isEqualTo("since=" + Instant.ofEpochSecond(hourAgo));
        for (var broken : List.of("maydan_visit=x", "maydan_visit=1.2.3", "maydan_visit=99999999999999.1")) {
            assertThat(get("/en/events/event/registrations", PERSON, "Cookie", broken)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"confirmed\": 48, \"held\": 0, \"waiting\": 3, \"free\": 2 | PUBLISHED | Nothing is left to be done",
                "\"confirmed\": 0, \"held\": 0, \"waiting\": 0, \"free\": 50 | PUBLISHED | pass on the address",
                "\"confirmed\": 50, \"held\": 0, \"waiting\": 3, \"free\": 0 | PUBLISHED | makes room for the next",
                "\"confirmed\": 50, \"held\": 0, \"waiting\": 3, \"free\": 0 | CANCELLED | Nothing is to be done here"
            })
    void itSaysWhatComesNext(String seats, String status, String said) {
        SERVICES.answers(
                "GET /events/event",
                Samples.event("event", status, "")
                        .replace("\"confirmed\": 48, \"held\": 0, \"waiting\": 3, \"free\": 2", seats));
        assertThat(get("/en/events/event/registrations", PERSON).body()).contains(said);
    }

    @Test
    void whoAskedIsAnsweredByTheHost() {
        SERVICES.answers("GET /events/event", Samples.event("event", "PUBLISHED", "", ", \"admission\": \"APPROVAL\""));
        SERVICES.answers(
                "GET /events/event/registrations",
                Samples.list(Samples.registration("asked", "PENDING_APPROVAL", "")
                        .replace("\"mine\": true", "\"mine\": false")
                        .replace("[\"cancel\"]", "[\"approve\", \"decline\"]")));
        assertThat(get("/en/events/event/registrations", PERSON).body())
                .contains(
                        "approve or decline each",
                        "/en/registrations/asked/approve",
                        "/en/registrations/asked/decline");
        for (var step : List.of("approve", "decline")) {
            SERVICES.answers(
                    "GET /registrations/asked",
                    Samples.registration("asked", "PENDING_APPROVAL", "")
                            .replace("\"mine\": true", "\"mine\": false")
                            .replace("[\"cancel\"]", "[\"approve\", \"decline\"]"));
            assertThat(get("/fr/registrations/asked/" + step, PERSON).body()).doesNotContain("??");
        }
    }

    private static String asked(String id, String name, String status) {
        return Samples.registration(id, status, "")
                .replace("\"mine\": true", "\"mine\": false")
                .replace("Salma Idrissi", name)
                .replace("[\"cancel\"]", status.equals("PENDING_APPROVAL") ? "[\"approve\", \"decline\"]" : "[]");
    }

    private void threePeopleAsk() {
        SERVICES.answers("GET /events/event", Samples.event("event", "PUBLISHED", "", ", \"admission\": \"APPROVAL\""));
        SERVICES.answers(
                "GET /events/event/registrations",
                Samples.list(
                        asked("amal", "Amal", "PENDING_APPROVAL"),
                        asked("badr", "Badr", "PENDING_APPROVAL"),
                        asked("chama", "Chama", "PENDING_APPROVAL"),
                        asked("driss", "Driss", "CONFIRMED")));
        SERVICES.answers("GET /registrations/amal", asked("amal", "Amal", "PENDING_APPROVAL"));
        SERVICES.answers("GET /registrations/badr", asked("badr", "Badr", "PENDING_APPROVAL"));
        SERVICES.answers("GET /registrations/chama", asked("chama", "Chama", "CANCELLED"));
        SERVICES.answers("POST /registrations/amal/approve", asked("amal", "Amal", "CONFIRMED"));
        SERVICES.answers("POST /registrations/badr/approve", asked("badr", "Badr", "WAITLISTED"));
        SERVICES.refuses("POST /registrations/chama/approve", 412, "version-conflict", "");
        SERVICES.answers("POST /registrations/amal/decline", asked("amal", "Amal", "DECLINED"));
        SERVICES.answers("POST /registrations/badr/decline", asked("badr", "Badr", "DECLINED"));
    }

    private static List<Map.Entry<String, String>> chosen(Map<String, String> more, String... ids) {
        return Stream.concat(Stream.of(ids).map(id -> Map.entry("chosen", id + ":1")), more.entrySet().stream())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void whoAskedAreApprovedTogetherAndOfEachItIsSaidWhetherTheyHaveASeat(String language) {
        threePeopleAsk();
        var desk = "/" + language + "/events/event/registrations";
        var list = new Html(get(desk, PERSON).body());
        list.isSound(language);
        assertThat(list.all("input").stream()
                        .filter(input -> input.getAttribute("name").equals("chosen"))
                        .map(input -> input.getAttribute("value")))
                .containsExactly("amal:1", "badr:1", "chama:1");

        var before = SERVICES.changes();
        var asks = new Html(post(desk + "/approve", PERSON, chosen(Map.of(), "amal", "badr", "chama"))
                .body());
        asks.isSound(language);
        assertThat(SERVICES.changes()).isEqualTo(before);

        var answer = post(desk + "/approve", PERSON, chosen(Map.of("confirmed", "yes"), "amal", "badr", "chama"));
        var page = new Html(answer.body());
        page.isSound(language);
        assertThat(Html.text(page.byId("done"))).contains("Amal", "Badr").doesNotContain("Chama");
        assertThat(Html.text(page.byId("refused"))).contains("Chama");
        if (language.equals("en")) {
            assertThat(Html.text(page.byId("done"))).contains("Amal Confirmed", "Badr On the waiting list");
            assertThat(Html.text(page.byId("refused"))).contains("Chama: This changed after you saw it");
        }
        assertThat(answer.body()).contains("href=\"" + desk + "\"");
    }

    @Test
    void whoAskedAreDeclinedTogetherForOneReason() {
        threePeopleAsk();
        var desk = "/en/events/event/registrations";
        var asks = post(desk + "/decline", PERSON, chosen(Map.of(), "amal", "badr"));
        new Html(asks.body()).isSound("en");
        assertThat(asks.body()).contains("reasonCode", "TOO_FEW_SEATS", "reasonText.fr");

        var reason = Map.of("confirmed", "yes", "reasonCode", "TOO_FEW_SEATS", "reasonText.fr", "Trop petit");
        var done = new Html(
                post(desk + "/decline", PERSON, chosen(reason, "amal", "badr")).body());
        assertThat(Html.text(done.byId("done"))).contains("Amal", "Badr");
        assertThat(SERVICES.lastOf("POST /registrations/badr/decline").body())
                .contains("\"reasonCode\":\"TOO_FEW_SEATS\"", "Trop petit");
    }

    @Test
    void withoutAReasonNobodyIsDeclinedAndWhatWasTypedStays() {
        threePeopleAsk();
        SERVICES.refuses(
                "POST /registrations/amal/decline",
                422,
                "invalid-fields",
                ", \"errors\": [{\"pointer\": \"/reasonCode\", \"code\": \"required\"}]");
        var before = SERVICES.count("POST");
        var typed = Map.of("confirmed", "yes", "reasonText.fr", "Trop petit");
        var again = post("/en/events/event/registrations/decline", PERSON, chosen(typed, "amal", "badr"));
        assertThat(again.statusCode()).isEqualTo(422);
        var page = new Html(again.body());
        page.isSound("en");
        assertThat(Html.text(page.byId("errors"))).contains("Reason");
        assertThat(again.body()).contains("Trop petit", "value=\"badr:1\"");
        assertThat(SERVICES.count("POST")).isEqualTo(before + 1);
    }

    @Test
    void nothingElseIsDoneTogetherAndNobodyButWhoIsSignedIn() {
        threePeopleAsk();
        var desk = "/en/events/event/registrations";
        var before = SERVICES.changes();
        for (var other : List.of("cancel", "accept", "edit")) {
            assertThat(post(desk + "/" + other, PERSON, chosen(Map.of(), "amal"))
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(post(desk + "/approve", null, Map.of("chosen", "amal:1")).statusCode())
                .isEqualTo(303);
        assertThat(post(desk + "/approve", PERSON, Map.of()).statusCode()).isEqualTo(422);
        assertThat(header(get(desk + "/approve", PERSON), "Location")).endsWith(desk);
        assertThat(SERVICES.changes()).isEqualTo(before);
    }
}
