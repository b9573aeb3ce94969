package ma.maydan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** What a person has been told by three services, on one page. */
class NoticesIT extends PortalTest {

    @BeforeEach
    void threeServicesHaveToldSomething() {
        told(
                "events",
                notice("e1", "events", "2026-11-02T09:00:00Z", true),
                notice("e2", "events", "2026-11-05T09:00:00Z", false));
        told("organizations", notice("o1", "organizations", "2026-11-04T09:00:00Z", false));
        told("partnerships");
        for (var area : List.of("events", "organizations", "partnerships")) {
            SERVICES.answers(
                    "GET /me/notices/" + area + "/count", "{\"unread\": " + (area.equals("events") ? 1 : 0) + "}");
            SERVICES.answers("POST /me/notices/" + area + "/read", 204, "");
            SERVICES.answers("POST /me/notices/" + area + "/e1/read", 204, "");
            SERVICES.answers("GET /me/notices/" + area + "/preferences", "{\"optionalMails\": true}");
            SERVICES.answers("PUT /me/notices/" + area + "/preferences", "{\"optionalMails\": false}");
            SERVICES.answers("POST /notices/" + area + "/unsubscribe/a-key", 204, "");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void allOfThemAreOneListTheLatestFirst(String language) {
        var page = get("/" + language + "/me/notices", PERSON);

        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        var html = new Html(page.body());
        html.isSound(language);
        assertThat(html.all("h3").stream().map(Html::text).map(text -> text.split(" ")[0]))
                .containsExactly("e2", "o1", "e1");
        assertThat(rows(html).stream().map(row -> row.getAttribute("class")))
                .containsExactly("notice-row", "notice-row", "notice-row unread");
        assertThat(get("/" + language + "/me/notices/preferences", PERSON).statusCode())
                .isEqualTo(200);
        new Html(get("/" + language + "/me/notices/events", PERSON).body()).isSound(language);
        new Html(get("/" + language + "/notices/events/unsubscribe/a-key", null).body()).isSound(language);
    }

    @Test
    void theBellCountsWhatIsNew() {
        assertThat(get("/fr/me/notices/count", PERSON).body()).contains("1", "1 notification non lue");
        SERVICES.answers("GET /me/notices/events/count", "{\"unread\": 0}");
        assertThat(get("/fr/me/notices/count", PERSON).body().strip()).isEmpty();
        SERVICES.answers("GET /me/notices/events/count", 503, "");
        assertThat(get("/fr/me/notices/count", PERSON).statusCode()).isEqualTo(200);
        assertThat(get("/fr/me/notices/count", null).body().strip()).isEmpty();
    }

    @Test
    void aServiceThatIsAwayKeepsTheOthersNoticesFromNobody() {
        SERVICES.answers("GET /me/notices/organizations", 503, "");

        var html = new Html(get("/en/me/notices", PERSON).body());

        assertThat(rows(html)).hasSize(2);
        assertThat(html.all("main").stream().map(Html::text).toList().toString())
                .contains("Try again");
    }

    @Test
    void whoOpensOneHasSeenItAndComesToWhatItIsAbout() {
        var opened = post("/fr/me/notices/open", PERSON, Map.of("area", "events", "id", "e1", "page", "/events/x1"));

        assertThat(opened.statusCode()).isEqualTo(303);
        assertThat(header(opened, "Location")).endsWith("/fr/events/x1");
        assertThat(SERVICES.last("POST").path()).endsWith("/me/notices/events/e1/read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/x",
                "//evil.example/x",
                "/\\evil.example",
                "/events/../../x",
                "/login?next=//x"
            })
    void noNoticeLeadsOutOfThePortal(String page) {
        var opened = post("/fr/me/notices/open", PERSON, Map.of("area", "events", "id", "e1", "page", page));

        assertThat(header(opened, "Location")).endsWith("/fr/me/notices");
    }

    @Test
    void allAreReadUpToWhatWasShown() {
        var page = new Html(get("/fr/me/notices", PERSON).body());
        assertThat(page.all("input").stream()
                        .filter(input -> input.getAttribute("name").equals("upTo"))
                        .map(input -> input.getAttribute("value")))
                .containsExactly("2026-11-05T09:00:00Z");

        var read = post("/fr/me/notices/read", PERSON, Map.of("upTo", "2026-11-05T09:00:00Z"));

        assertThat(read.statusCode()).isEqualTo(303);
        assertThat(SERVICES.last("POST").body()).contains("2026-11-05T09:00:00Z");
    }

    @Test
    void aMailProgramUnsubscribesWithoutAPersonAndAPersonByAButton() {
        var byProgram = post("/ar/notices/events/unsubscribe/a-key", null, Map.of("List-Unsubscribe", "One-Click"));
        assertThat(byProgram.statusCode()).isEqualTo(200);
        assertThat(SERVICES.last("POST").path()).endsWith("/notices/events/unsubscribe/a-key");
        assertThat(SERVICES.last("POST").authorization()).isNull();

        SERVICES.refuses("POST /notices/events/unsubscribe/nobodys", 404, "not-found", "");
        assertThat(post("/ar/notices/events/unsubscribe/nobodys", null, Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoIsNotSignedInIsLedToSignIn() {
        for (var path : List.of("/fr/me/notices", "/fr/me/notices/events", "/fr/me/notices/preferences")) {
            assertThat(get(path, null).statusCode())
                    .isEqualTo(get("/fr/me", null).statusCode());
        }
        assertThat(post("/fr/me/notices/preferences", PERSON, Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(SERVICES.last("PUT").body()).contains("false");
    }

    private static List<Element> rows(Html html) {
        return html.all("li").stream()
                .filter(row -> row.getAttribute("class").startsWith("notice-row"))
                .toList();
    }

    private static void told(String area, String... notices) {
        SERVICES.answers("GET /me/notices/" + area, Samples.list(notices));
    }

    private static String notice(String id, String section, String at, boolean unread) {
        return """
            {"id": "%s", "kind": "event.cancelled", "at": "%s", "unread": %s,
             "words": {"title": "%s <b>", "text": "text", "reason": "reason"},
             "about": {"section": "%s", "id": "x1", "name": {"fr": "x"}}}
            """.formatted(id, at, unread, id, section);
    }
}
