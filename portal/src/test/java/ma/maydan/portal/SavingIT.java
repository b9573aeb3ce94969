package ma.maydan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A draft that is saved while somebody types. */
class SavingIT extends PortalTest {

    private static final Map<String, String> TYPED =
            Map.of("version", "7", "title.fr", "Atelier", "kind", "WORKSHOP", "_csrf", "csrf-of-the-session");

    @BeforeEach
    void aDraft() {
        SERVICES.answers("GET /events/draft", Samples.event("draft", "DRAFT", "\"edit\", \"submit\", \"delete\""));
        SERVICES.answers("GET /events/event", Samples.event("event", "PUBLISHED", "\"edit\", \"cancel\""));
        SERVICES.answers("PUT /events/draft", "{}");
        SERVICES.answers("GET /me/organizations", Samples.list());
    }

    @Test
    void theFormOfADraftSaysWhereItIsSaved() {
        var page = get("/fr/events/draft/edit", PERSON);
        new Html(page.body()).isSound("fr");
        assertThat(page.body()).contains("data-saves=\"/fr/events/draft/draft\"", "id=\"saving\"", "/assets/typing");
        assertThat(page.body()).contains("data-after=\"startsAtLocal\"", "data-of=\"endsAtLocal\"");
        assertThat(get("/fr/events/event/edit", PERSON).body()).doesNotContain("data-saves");
    }

    @Test
    void whatIsTypedReplacesTheVersionThatThePageKnows() {
        var saved = post("/fr/events/draft/draft", PERSON, TYPED, "Accept", "application/json");
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
        assertThat(saved.body()).contains("\"version\":\"7\"", "Enregistré à ", "\"goesOn\":true");
        assertThat(SERVICES.last("PUT").ifMatch()).isEqualTo("\"7\"");
        assertThat(SERVICES.last("PUT").body()).contains("Atelier");
    }

    @ParameterizedTest
    @CsvSource({
        "412, precondition-failed, 409, somebody else changed it, false",
        "422, validation-failed, 422, something is missing, true",
        "409, invalid-transition, 409, somebody else changed it, false",
        "403, forbidden, 403, Not saved now, false",
        "503, unavailable, 503, Not saved now, true"
    })
    void whatIsNotSavedIsSaid(int status, String code, int answered, String said, boolean goesOn) {
        SERVICES.refuses("PUT /events/draft", status, code, "");
        var refused = post("/en/events/draft/draft", PERSON, TYPED, "Accept", "application/json");
        assertThat(refused.statusCode()).isEqualTo(answered);
        assertThat(refused.body()).contains(said, "\"version\":\"\"", "\"goesOn\":" + goesOn);
    }

    @Test
    void whatIsNoDraftIsNotSavedByTyping() {
        var before = SERVICES.changes();
        var refused = post("/en/events/event/draft", PERSON, TYPED, "Accept", "application/json");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("no draft any more");
        assertThat(post("/en/programs/program/draft", PERSON, TYPED).statusCode())
                .isEqualTo(404);
        assertThat(SERVICES.changes()).isEqualTo(before);
    }

    @Test
    void aDraftsPageIsAPreview() {
        assertThat(get("/en/events/draft", PERSON).body()).contains("This is a preview");
        assertThat(get("/en/events/event", PERSON).body()).doesNotContain("This is a preview");
    }
}
