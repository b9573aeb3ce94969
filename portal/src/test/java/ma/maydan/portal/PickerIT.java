package ma.maydan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** A form that asks for an organization of the register, without scripts. */
class PickerIT extends PortalTest {

    private static final String FORM = "/fr/partnerships/new";
    private static final String FIELD = "partnerOrganizationId";

    @BeforeEach
    void somebodyMayProposeToSomebody() {
        SERVICES.answers(
                "GET /me/organizations",
                Samples.list(Samples.organization("mine", "VERIFIED", "", ", \"myRole\": \"OWNER\"")));
        SERVICES.answers(
                "GET /organizations",
                Samples.list(
                        Samples.organization("found-1", "VERIFIED", "", ""),
                        Samples.organization("found-2", "VERIFIED", "", "")));
        for (var id : List.of("found-1", "found-2")) {
            SERVICES.answers("GET /organizations/" + id, Samples.organization(id, "VERIFIED", "", ""));
        }
        SERVICES.answers("POST /partnerships", 201, Samples.partnership("made", "DRAFT", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void aBlankFormHasASearchAndNoListOfAll(String language) {
        var page = new Html(get("/" + language + "/partnerships/new", PERSON).body());
        page.isSound(language);
        assertThat(options(page)).containsExactly("");
        assertThat(page.byId("f-" + FIELD).getAttribute("type")).isEqualTo("search");
    }

    @Test
    void aSearchShowsTheFormAgainWithWhatWasFoundAndSendsNothing() {
        var before = SERVICES.changes();
        var answer = post(FORM, PERSON, typed("_find." + FIELD, " Atlas ", "_more", FIELD, "title.fr", "Pacte"));
        assertThat(answer.statusCode()).isEqualTo(200);
        var page = new Html(answer.body());
        page.isSound("fr");
        assertThat(SERVICES.changes()).isEqualTo(before);
        assertThat(options(page)).containsExactly("", "found-1", "found-2");
        assertThat(answer.body()).contains("2 organisations trouvées.", "value=\"Pacte\"");
    }

    @Test
    void theOneThatIsPickedStaysWhenTheFormComesBack() {
        SERVICES.refuses("POST /partnerships", 422, "validation-failed", """
            , "errors": [{"pointer": "/partnerOrganizationId", "code": "unknown-partner", "detail": "not verified"}]\
            """);
        var page = new Html(post(FORM, PERSON, typed(FIELD, "found-2")).body());
        page.isSound("fr");
        assertThat(options(page)).containsExactly("", "found-2");
        assertThat(picked(page)).containsExactly("found-2");
        assertThat(Html.text(page.byId("e-" + FIELD))).isEqualTo("not verified");

        page = new Html(post(
                        FORM,
                        PERSON,
                        typed(FIELD, "found-2", "_find." + FIELD, "Atlas", "_found." + FIELD, "x", "_more", FIELD))
                .body());
        assertThat(options(page)).as("each once").containsExactly("", "found-2", "found-1");
        assertThat(picked(page)).containsExactly("found-2");
    }

    @Test
    void whatIsPickedIsSentAndNothingElseOfTheSearch() {
        var done = post(FORM, PERSON, typed(FIELD, "found-1", "_find." + FIELD, "Atlas", "_found." + FIELD, "Atlas"));
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(SERVICES.last("POST").body())
                .contains("\"partnerOrganizationId\":\"found-1\"")
                .doesNotContain("_find", "_found");
        assertThat(post(FORM, PERSON, typed(FIELD, "")).statusCode()).isEqualTo(303);
        assertThat(SERVICES.last("POST").body()).doesNotContain(FIELD);
    }

    @Test
    void whatIsTypedAndNotSearchedForIsAskedAboutAndNotSent() {
        var before = SERVICES.changes();
        var answer = post(FORM, PERSON, typed("_find." + FIELD, "Atlas"));
        assertThat(answer.statusCode()).isEqualTo(422);
        var page = new Html(answer.body());
        page.isSound("fr");
        assertThat(Html.text(page.byId("e-" + FIELD))).contains("Choisissez l’une des organisations");
        assertThat(options(page)).contains("found-1");
        assertThat(SERVICES.changes()).isEqualTo(before);
    }

    @Test
    void aSearchThatIsNotAnsweredOrRefusedLeavesTheForm() {
        SERVICES.answers("GET /organizations", 503, "");
        var away = post(FORM, PERSON, typed("_find." + FIELD, "Atlas", "_more", FIELD));
        assertThat(away.statusCode()).isEqualTo(200);
        new Html(away.body()).isSound("fr");
        SERVICES.refuses("GET /organizations", 422, "validation-failed", "");
        assertThat(post(FORM, PERSON, typed("_find." + FIELD, "x".repeat(500), "_more", FIELD))
                        .body())
                .contains("Aucune organisation trouvée");
    }

    @Test
    void thePartiesOfAPartnershipStay() {
        SERVICES.answers(
                "GET /partnerships/made",
                Samples.partnership("made", "DRAFT", "\"edit\"")
                        .replaceFirst("}$", ", \"partnerOrganizationId\": \"found-1\"}"));
        var page = new Html(get("/fr/partnerships/made/edit", PERSON).body());
        page.isSound("fr");
        assertThat(page.all("input").stream()
                        .filter(input -> input.getAttribute("name").equals(FIELD))
                        .map(input -> input.getAttribute("type") + input.getAttribute("value")))
                .containsExactly("hiddenfound-1");
    }

    @Test
    void whatIsFoundWhileSomebodyTypesIsAListOfOptions() {
        var page = get("/ar/organizations/found?name=Atlas", null);
        assertThat(page.statusCode()).isEqualTo(200);
        var html = new Html(page.body());
        assertThat(html.all("li").stream().map(one -> one.getAttribute("data-id")))
                .containsExactly("found-1", "found-2");
        assertThat(SERVICES.last("GET").query()).contains("q=Atlas", "limit=10");
        assertThat(get("/ar/organizations/found?name=%20", null).statusCode()).isEqualTo(200);
        assertThat(get("/ar/organizations/found", null).statusCode()).isEqualTo(200);
    }

    private static Map<String, String> typed(String... more) {
        var form = new HashMap<>(Map.of("idempotencyKey", "k"));
        for (var i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        return form;
    }

    private static List<String> options(Html page) {
        return radios(page).stream().map(radio -> radio.getAttribute("value")).toList();
    }

    private static List<String> picked(Html page) {
        return radios(page).stream()
                .filter(radio -> radio.hasAttribute("checked"))
                .map(radio -> radio.getAttribute("value"))
                .toList();
    }

    private static List<Element> radios(Html page) {
        return page.all("input").stream()
                .filter(input -> input.getAttribute("type").equals("radio"))
                .filter(input -> input.getAttribute("name").equals(FIELD))
                .toList();
    }
}
