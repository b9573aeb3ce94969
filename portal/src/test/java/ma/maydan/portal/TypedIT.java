package ma.maydan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that somebody typed is lost, whatever happens between the page and the service. */
class TypedIT extends PortalTest {

    private static final Map<String, String> ORGANIZATION = Map.of(
            "legalName.fr", "Société d’essai",
            "kinds", "STARTUP",
            "region", "MA-04",
            "ice", "12",
            "description.fr", "Une ligne\r\net une autre",
            "version", "4",
            "idempotencyKey", "key-of-the-form");

    @AfterEach
    void forget() {
        for (var request : new String[] {
            "POST /organizations", "PUT /organizations/o", "GET /organizations/o", "POST /organizations/o/suspend"
        }) {
            SERVICES.forget(request);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ar, whole, انتهت جلستك وأنت تكتب",
        "fr, whole, rien n’a donc été envoyé",
        "en, without-files, only the files are not kept"
    })
    void aFormThatCameTooLateIsShownFilledAndNotActedOn(String language, String header, String notice) {
        SERVICES.answers("POST /organizations", 201, Samples.organization("new-one", "DRAFT", "", ""));
        var before = SERVICES.count("POST");

        var answer = post("/" + language + "/organizations/new", PERSON, ORGANIZATION, "X-Maydan-Shown", header);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(SERVICES.count("POST")).isEqualTo(before);
        var page = new Html(answer.body());
        page.isSound(language);
        assertThat(Html.text(page.byId("notice"))).contains(notice);
        assertThat(page.byId("f-legalName-fr").getAttribute("value")).isEqualTo("Société d’essai");
        assertThat(answer.body())
                .contains("name=\"idempotencyKey\" value=\"key-of-the-form\"", "value=\"csrf-of-the-session\"")
                .doesNotContain("id=\"errors\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/events/new",
                "/programs/new",
                "/partnerships/new",
                "/events/e/publish",
                "/events/e/register",
                "/events/e/delete",
                "/organizations/o/delete",
                "/events/e/edit"
            })
    void nothingAtAllIsDoneWithWhatIsOnlyShown(String path) {
        SERVICES.answers("GET /me/organizations", Samples.list());
        SERVICES.answers("GET /events/e", Samples.event("e", "DRAFT", "\"edit\",\"delete\""));
        SERVICES.answers("GET /organizations/o", Samples.organization("o", "DRAFT", "\"delete\"", ""));
        var before = SERVICES.changes();

        var answer =
                post("/fr" + path, PERSON, Map.of("idempotencyKey", "k", "version", "7"), "X-Maydan-Shown", "whole");

        assertThat(answer.statusCode()).isEqualTo(200);
        new Html(answer.body()).isSound("fr");
        assertThat(SERVICES.changes()).isEqualTo(before);
    }

    @Test
    void aButtonThatCameTooLateLeadsBackToItsPage() {
        var answer = post("/en/events/e/publish", ADMIN, Map.of("version", "7"), "X-Maydan-Shown", "whole");

        assertThat(answer.body()).contains("This was not done yet", "href=\"/en/events/e\"");
        assertThat(header(get("/en/events/e/register", PERSON), "Location")).isEqualTo("/en/events/e");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/organizations/new", "/organizations/o/edit", "/organizations/o/suspend"})
    void theLanguagesOfAFormSendWhatIsTypedAlong(String path) {
        SERVICES.answers(
                "GET /organizations/o", Samples.organization("o", "DRAFT", "\"suspend\"", ", \"myRole\": \"OWNER\""));
        var page = get("/fr" + path, ADMIN).body();

        assertThat(page)
                .contains("formaction=\"/ar" + path + "\"", "formaction=\"/en" + path + "\"", "id=\"typed\"")
                .doesNotContain("hreflang=\"ar\" dir");
        assertThat(page.indexOf("form=\"typed\""))
                .as("the enter key presses the first button of a form, which is not a language")
                .isLessThan(page.indexOf("name=\"_language\""));
        assertThat(get("/fr/organizations/o", ADMIN).body()).doesNotContain("formaction");
    }

    @Test
    void inTheOtherLanguageTheFormIsAsItWasTypedAndNothingIsSent() {
        var before = SERVICES.changes();
        var typed = new LinkedHashMap<>(ORGANIZATION);
        typed.put("_language", "ar");

        var answer = post("/ar/organizations/new", PERSON, typed);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(SERVICES.changes()).isEqualTo(before);
        var page = new Html(answer.body());
        page.isSound("ar");
        assertThat(page.byId("f-legalName-fr").getAttribute("value")).isEqualTo("Société d’essai");
        assertThat(answer.body()).doesNotContain("id=\"notice\"", "id=\"errors\"");
    }

    @Test
    void nobodyWhoIsNotSignedInIsShownAFormThatAnotherSiteFilledIn() {
        var typed = new LinkedHashMap<>(ORGANIZATION);
        typed.put("_language", "ar");

        SERVICES.refuses("POST /organizations", 401, "unauthorized", "");
        var answer = post("/ar/organizations/new", null, typed, "X-Maydan-Shown", "whole");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(header(answer, "Location")).startsWith("/login?lang=ar&");
    }

    @ParameterizedTest
    @CsvSource({"ar, المحفوظ حاليا:", "fr, Enregistré à présent\u00a0:", "en, Saved now:"})
    void whatSomebodyElseSavedMeanwhileStandsBesideWhatWasTyped(String language, String words) {
        SERVICES.refuses("PUT /organizations/o", 412, "version-conflict", "");
        SERVICES.answers("GET /organizations/o", Samples.organization("o", "DRAFT", "", ", \"myRole\": \"OWNER\""));

        var answer = post("/" + language + "/organizations/o/edit", PERSON, ORGANIZATION);

        assertThat(answer.statusCode()).isEqualTo(409);
        var page = new Html(answer.body());
        page.isSound(language);
        assertThat(page.byId("f-legalName-fr").getAttribute("value")).isEqualTo("Société d’essai");
        assertThat(Html.text(page.byId("n-legalName.fr"))).isEqualTo(words + " Incubateur Atlas");
        assertThat(Html.text(page.byId("n-ice"))).isEqualTo(words + " 001234567000089");
        assertThat(Html.text(page.byId("n-kinds"))).startsWith(words);
        assertThat(page.byId("f-ice").getAttribute("aria-describedby")).contains("n-ice");
        assertThat(answer.body())
                .as("sending it again replaces what was shown")
                .contains("name=\"version\" value=\"4\"");
        assertThat(answer.body()).doesNotContain("detail of version-conflict");
    }

    @Test
    void whereNothingDiffersNothingIsSaid() {
        SERVICES.refuses("PUT /organizations/o", 412, "version-conflict", "");
        SERVICES.answers(
                "GET /organizations/o",
                Samples.organization("o", "DRAFT", "", ", \"myRole\": \"OWNER\"")
                        .replace("Depuis 2020.", "Une ligne\\net une autre"));

        var answer = post("/fr/organizations/o/edit", PERSON, ORGANIZATION);

        assertThat(answer.body()).doesNotContain("id=\"n-description.fr\"").contains("id=\"n-website\"");
    }

    @Test
    void whatCannotBeChangedAnyMoreIsSaidAndWhatWasTypedStaysToBeCopied() {
        SERVICES.answers("GET /organizations/o", Samples.organization("o", "SUBMITTED", "", ", \"myRole\": \"OWNER\""));
        for (var refusal : new String[] {"version-conflict", "invalid-transition"}) {
            SERVICES.refuses("PUT /organizations/o", refusal.equals("version-conflict") ? 412 : 409, refusal, "");
            var answer = post("/en/organizations/o/edit", PERSON, ORGANIZATION);
            assertThat(answer.statusCode()).isEqualTo(409);
            var page = new Html(answer.body());
            page.isSound("en");
            assertThat(Html.text(page.byId("errors"))).contains("copy what you need");
            assertThat(page.byId("f-legalName-fr").getAttribute("value")).isEqualTo("Société d’essai");
        }
    }

    @ParameterizedTest
    @CsvSource({"403, forbidden", "404, not-found", "429, quota-exceeded", "409, too-many-drafts"})
    void whateverTheServiceRefusesTheTextStays(int status, String code) {
        SERVICES.refuses("PUT /organizations/o", status, code, "");

        var answer = post("/fr/organizations/o/edit", PERSON, ORGANIZATION);

        assertThat(answer.statusCode()).isEqualTo(status);
        var page = new Html(answer.body());
        page.isSound("fr");
        assertThat(Html.text(page.byId("errors"))).contains("detail of " + code);
        assertThat(page.byId("f-legalName-fr").getAttribute("value")).isEqualTo("Société d’essai");
    }

    @Test
    void aServiceThatDoesNotTakeTheTokenOfALivingSessionSendsNobodyInCircles() {
        SERVICES.refuses("PUT /organizations/o", 401, "unauthorized", "");
        var answer = post("/fr/organizations/o/edit", PERSON, ORGANIZATION);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(new Html(answer.body()).byId("f-legalName-fr").getAttribute("value"))
                .isEqualTo("Société d’essai");

        SERVICES.refuses("GET /organizations/o", 401, "unauthorized", "");
        assertThat(get("/fr/organizations/o", PERSON).statusCode()).isEqualTo(503);
        assertThat(header(get("/fr/organizations/o", null), "Location")).startsWith("/login?");
    }

    @Test
    void aReasonThatWasTypedStaysWhenItsObjectChanged() {
        SERVICES.answers("GET /organizations/o", Samples.organization("o", "VERIFIED", "\"suspend\"", ""));
        SERVICES.refuses("POST /organizations/o/suspend", 412, "version-conflict", "");

        var answer = post(
                "/en/organizations/o/suspend",
                ADMIN,
                Map.of("version", "1", "reasonCode", "OTHER", "reasonText.en", "Because"));

        assertThat(answer.statusCode()).isEqualTo(409);
        new Html(answer.body()).isSound("en");
        assertThat(answer.body()).contains(">Because</textarea>", "name=\"version\" value=\"4\"");
    }

    @ParameterizedTest
    @CsvSource({"organizations, SUBMITTED", "events, PUBLISHED", "programs, IN_REVIEW", "partnerships, ACTIVE"})
    void anEditPageDoesNotOpenWhereTheEditWouldBeRefused(String kind, String status) {
        SERVICES.answers("GET /me/organizations", Samples.list());
        SERVICES.answers(
                "GET /" + kind + "/closed",
                switch (kind) {
                    case "organizations" -> Samples.organization("closed", status, "", ", \"myRole\": \"OWNER\"");
                    case "events" -> Samples.event("closed", status, "\"cancel\"");
                    case "programs" -> Samples.program("closed", status, "");
                    default -> Samples.partnership("closed", status, "");
                });

        var answer = get("/fr/" + kind + "/closed/edit", PERSON);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("href=\"/fr/" + kind + "/closed\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"organizations", "events", "programs", "partnerships"})
    void aDraftIsDeletedAfterAQuestion(String kind) {
        for (var list : new String[] {"/me/" + kind, "/events", "/programs", "/partnerships"}) {
            SERVICES.answers("GET " + list, Samples.list());
        }
        SERVICES.answers(
                "GET /" + kind + "/draft",
                switch (kind) {
                    case "organizations" -> Samples.organization("draft", "DRAFT", "\"submit\",\"delete\"", "");
                    case "events" -> Samples.event("draft", "DRAFT", "\"edit\",\"delete\"");
                    case "programs" -> Samples.program("draft", "DRAFT", "\"edit\",\"delete\"");
                    default -> Samples.partnership("draft", "DRAFT", "\"edit\",\"delete\"");
                });
        SERVICES.answers("DELETE /" + kind + "/draft", 204, "");
        assertThat(get("/ar/" + kind + "/draft", PERSON).body())
                .contains("href=\"/ar/" + kind + "/draft/delete\"")
                .doesNotContain("/draft/cancel");
        var asked = get("/ar/" + kind + "/draft/delete", PERSON);
        new Html(asked.body()).isSound("ar");
        assertThat(asked.body()).contains("لا يمكن التراجع عن الحذف.");

        var done = post("/ar/" + kind + "/draft/delete", PERSON, Map.of("version", "7"));

        assertThat(header(done, "Location")).isEqualTo("/ar/me/" + kind);
        assertThat(SERVICES.last("DELETE").path()).isEqualTo("/" + kind + "/draft");
        assertThat(SERVICES.last("DELETE").ifMatch()).isEqualTo("\"7\"");
        var told = done.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("done="))
                .findFirst()
                .orElse("")
                .replaceFirst(";.*", "");
        assertThat(get(header(done, "Location"), PERSON, "Cookie", told).body()).contains("حُذفت المسودة.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/events", "/organizations"})
    void whatStandsOutsideOfAListIsExchangedWithIt(String path) {
        SERVICES.answers("GET " + path, Samples.list());

        assertThat(get("/fr" + path, null).body()).contains("select-oob=\"#count:innerHTML,#menu\"", "id=\"menu\"");
        assertThat(get("/fr" + path + "?kind=MEETUP", null).body())
                .contains(
                        "href=\"/ar" + path + "?kind=MEETUP\"",
                        "next=%2Ffr" + path.replace("/", "%2F") + "%3Fkind%3DMEETUP");
    }
}
