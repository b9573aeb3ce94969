package ma.maydan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlowsIT extends PortalTest {

    private static final Map<String, String> ORGANIZATION = Map.of(
            "legalName.fr", "Société d’essai",
            "legalName.en", "  ",
            "kinds", "STARTUP",
            "region", "MA-04",
            "ice", "12",
            "_csrf", "csrf-of-the-session",
            "idempotencyKey", "key-of-the-form");

    @AfterEach
    void forget() {
        SERVICES.forget("POST /organizations");
    }

    @ParameterizedTest
    @CsvSource({
        "fr-FR,,/fr/",
        "'ar-MA,fr;q=0.5',,/ar/",
        "'de,en;q=0.5',,/en/",
        "de,,/fr/",
        "fr,lang=ar,/ar/",
        "fr,lang=xx,/fr/"
    })
    void theFirstPageIsInTheLanguageOfTheCookieElseOfTheBrowser(
            String accepted, @org.jspecify.annotations.Nullable String cookie, String page) {
        var answer = cookie == null
                ? get("/", null, "Accept-Language", accepted)
                : get("/", null, "Accept-Language", accepted, "Cookie", cookie);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(header(answer, "Location")).isEqualTo(page);
    }

    @Test
    void theLanguageIsRemembered() {
        SERVICES.answers("GET /programs", Samples.list());
        assertThat(header(get("/ar/programs", null), "Set-Cookie"))
                .startsWith("lang=ar;")
                .contains("SameSite=Lax");
        assertThat(header(get("/ar/programs", null, "Cookie", "lang=ar"), "Set-Cookie"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/me",
                "/me/registrations",
                "/organizations/new",
                "/programs/new",
                "/events/new",
                "/partnerships/new",
                "/reviews",
                "/events/e/registrations",
                "/events/e/cancel",
                "/organizations/o/edit"
            })
    void whoIsNotSignedInIsSentToSignInAndBack(String path) {
        var answer = get("/ar" + path + "?x=1", null);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(header(answer, "Location"))
                .isEqualTo("/login?lang=ar&next=%2Far" + path.replace("/", "%2F") + "%3Fx%3D1");
    }

    @Test
    void aSessionThatEndedSendsTheFormToSignInAndBackToItsPage() {
        SERVICES.refuses("POST /events/e/publish", 401, "unauthorized", "");
        assertThat(header(post("/fr/events/e/publish", null, Map.of("version", "1")), "Location"))
                .isEqualTo("/login?lang=fr&next=%2Ffr%2Fevents%2Fe");
        assertThat(header(post("/fr/events/e/register", null, Map.of("idempotencyKey", "k")), "Location"))
                .isEqualTo("/login?lang=fr&next=%2Ffr%2Fevents%2Fe");
        var htmx = get("/fr/me", null, "HX-Request", "true");
        assertThat(header(htmx, "HX-Redirect")).startsWith("/login?");
    }

    @Test
    void anOrganizationIsCreatedOnceWithTheKeyOfTheForm() {
        SERVICES.answers("POST /organizations", 201, Samples.organization("new-one", "DRAFT", "\"submit\"", ""));
        var answer = post("/fr/organizations/new", PERSON, ORGANIZATION);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(header(answer, "Location")).isEqualTo("/fr/organizations/new-one");
        assertThat(cookie(answer)).startsWith("done=organization.create:");
        var sent = SERVICES.last("POST");
        assertThat(sent.idempotencyKey()).isEqualTo("key-of-the-form");
        assertThat(sent.body())
                .contains("\"legalName\":{\"fr\":\"Société d’essai\"}", "\"kinds\":[\"STARTUP\"]")
                .doesNotContain("_csrf", "website");
    }

    @ParameterizedTest
    @CsvSource({
        "ar,خطأ:,الجهة,هذه القيمة غير ممكنة.,الاسم القانوني (بالفرنسية):",
        "fr,Erreur\u00a0:,Région,Cette valeur n’est pas possible.,(en français)\u00a0:",
        "en,Error:,Region,This value is not possible.,Legal name (in French):"
    })
    void whatIsWrongStandsAtItsFieldInThePersonsLanguageAndWhatWasTypedStays(
            String language, String prefix, String label, String message, String inFrench) {
        SERVICES.refuses("POST /organizations", 422, "validation-failed", """
            , "errors": [{"pointer": "/region", "code": "invalid-value"},
                         {"pointer": "/kinds/0", "code": "invalid-value"},
                         {"pointer": "/legalName/fr", "code": "own", "detail": "from the service"}]\
            """);
        var answer = post("/" + language + "/organizations/new", PERSON, ORGANIZATION);
        assertThat(answer.statusCode()).isEqualTo(422);
        var page = new Html(answer.body());
        page.isSound(language);
        assertThat(Html.text(page.all("title").getFirst())).startsWith(prefix);
        assertThat(Html.text(page.byId("errors"))).contains(label, message, inFrench + " from the service");
        assertThat(page.byId("f-region").getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(Html.text(page.byId("e-region"))).isEqualTo(message);
        assertThat(Html.text(page.byId("e-legalName.fr"))).isEqualTo("from the service");
        assertThat(page.byId("f-legalName-fr").getAttribute("value")).isEqualTo("Société d’essai");
        assertThat(page.byId("f-ice").getAttribute("value")).isEqualTo("12");
        assertThat(answer.body()).contains("name=\"idempotencyKey\" value=\"key-of-the-form\"");
    }

    @Test
    void aServiceThatIsDownLosesNothingThatWasTyped() {
        SERVICES.answers("POST /organizations", 503, "{}");
        var answer = post("/en/organizations/new", PERSON, ORGANIZATION);
        assertThat(answer.statusCode()).isEqualTo(503);
        var page = new Html(answer.body());
        page.isSound("en");
        assertThat(page.byId("f-legalName-fr").getAttribute("value")).isEqualTo("Société d’essai");
        assertThat(Html.text(page.byId("errors"))).contains("Nothing you typed is lost");
    }

    @Test
    void anEditSendsTheVersionThatThePersonSaw() {
        SERVICES.answers("PUT /organizations/o", Samples.organization("o", "DRAFT", "", ""));
        var typed = new LinkedHashMap<>(ORGANIZATION);
        typed.put("version", "4");
        assertThat(header(post("/fr/organizations/o/edit", PERSON, typed), "Location"))
                .isEqualTo("/fr/organizations/o");
        assertThat(SERVICES.last("PUT").ifMatch()).isEqualTo("\"4\"");
    }

    @Test
    void anEventIsSentWithItsLocalTimesAndTheMoroccanZone() {
        SERVICES.answers("POST /events", 201, Samples.event("made", "DRAFT", ""));
        var answer = post(
                "/en/events/new",
                PERSON,
                Map.of(
                        "hostOrganizationId", "org",
                        "title.en", "Meetup",
                        "kind", "MEETUP",
                        "format", "ONLINE",
                        "startsAtLocal.date", "2026-12-10",
                        "startsAtLocal.time", "10:00",
                        "endsAtLocal.date", "2026-12-10",
                        "capacity", "30",
                        "zone", "Africa/Casablanca",
                        "idempotencyKey", "k"));
        assertThat(header(answer, "Location")).isEqualTo("/en/events/made");
        assertThat(SERVICES.last("POST").body())
                .contains(
                        "\"startsAtLocal\":\"2026-12-10T10:00\"",
                        "\"zone\":\"Africa/Casablanca\"",
                        "\"capacity\":30",
                        "\"title\":{\"en\":\"Meetup\"}")
                .doesNotContain("endsAtLocal");
    }

    @Test
    void aStepIsTakenWithTheVersionAndSaysThatItIsDone() {
        SERVICES.answers("POST /events/e/publish", Samples.event("e", "PUBLISHED", ""));
        SERVICES.answers("GET /events/e", Samples.event("e", "PUBLISHED", ""));
        var answer = post("/fr/events/e/publish", ADMIN, Map.of("version", "7"));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(SERVICES.last("POST").ifMatch()).isEqualTo("\"7\"");
        var done = "L’événement est publié. Les inscriptions sont ouvertes.";
        var page = get(header(answer, "Location"), ADMIN, "Cookie", cookie(answer));
        assertThat(page.body()).contains(done);
        assertThat(page.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("done=;") && cookie.contains("Path=/fr/events/e;"));
    }

    @Test
    void whatWasDoneIsToldOnceByTheServerAndByNoAddress() {
        SERVICES.answers("POST /events/e/publish", Samples.event("e", "PUBLISHED", ""));
        SERVICES.answers("GET /events/e", Samples.event("e", "PUBLISHED", ""));
        SERVICES.answers("GET /events/other", Samples.event("other", "PUBLISHED", ""));
        var answer = post("/fr/events/e/publish", ADMIN, Map.of("version", "7"));
        assertThat(told(answer)).contains("Path=/fr/events/e;", "HttpOnly", "SameSite=Lax", "Max-Age=60");
        var flash = "class=\"wrap flash\"";
        assertThat(get("/fr/events/e", ADMIN, "Cookie", cookie(answer)).body()).contains(flash);
        assertThat(get("/fr/events/other", ADMIN, "Cookie", cookie(answer)).body())
                .doesNotContain(flash);
        for (var address : List.of("/fr/events/e?done=event.publish", "/fr/events/e")) {
            assertThat(get(address, ADMIN).body()).doesNotContain(flash);
        }
        assertThat(get("/fr/events/e", ADMIN, "Cookie", "done=event.publish").body())
                .doesNotContain(flash);
    }

    private static String cookie(HttpResponse<?> answer) {
        return told(answer).replaceFirst(";.*", "");
    }

    private static String told(HttpResponse<?> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("done="))
                .findFirst()
                .orElse("");
    }

    @Test
    void aReasonIsAskedForAndSentInItsLanguages() {
        SERVICES.answers("GET /organizations/o", Samples.organization("o", "VERIFIED", "\"suspend\"", ""));
        assertThat(get("/en/organizations/o/suspend", ADMIN).body())
                .contains("Its page, events, and programs leave the public lists.", "name=\"version\" value=\"4\"");
        SERVICES.refuses("POST /organizations/o/suspend", 422, "validation-failed", """
            , "errors": [{"pointer": "/reasonText", "code": "given"}]\
            """);
        var refused = post("/en/organizations/o/suspend", ADMIN, Map.of("version", "4", "reasonCode", "OTHER"));
        assertThat(refused.statusCode()).isEqualTo(422);
        new Html(refused.body()).isSound("en");
        SERVICES.answers("POST /organizations/o/suspend", Samples.organization("o", "SUSPENDED", "", ""));
        var done = post(
                "/en/organizations/o/suspend",
                ADMIN,
                Map.of("version", "4", "reasonCode", "OTHER", "reasonText.ar", "سبب", "reasonText.fr", "Motif"));
        assertThat(header(done, "Location")).isEqualTo("/en/organizations/o");
        assertThat(SERVICES.last("POST").body())
                .isEqualTo("{\"reasonCode\":\"OTHER\",\"reasonText\":{\"ar\":\"سبب\",\"fr\":\"Motif\"}}");
    }

    @Test
    void aStepThatIsNotPossibleNowLeadsBackToItsObject() {
        SERVICES.answers("GET /events/e", Samples.event("e", "PUBLISHED", ""));
        var asked = get("/fr/events/e/cancel", ADMIN);
        assertThat(asked.statusCode()).isEqualTo(409);
        assertThat(asked.body()).contains("href=\"/fr/events/e\"", "il n’y a rien que vous puissiez faire ici");
        SERVICES.answers("GET /events/e", Samples.event("e", "DRAFT", "\"edit\", \"submit\", \"unheard-of\""));
        var possible = get("/fr/events/e/cancel", PERSON);
        assertThat(possible.body())
                .contains("<li>Modifier</li>", "<li>Soumettre pour publication</li>")
                .doesNotContain("unheard-of", "detail of");
        SERVICES.refuses("POST /events/e/publish", 409, "invalid-transition", ", \"allowedTransitions\": [\"cancel\"]");
        assertThat(post("/fr/events/e/publish", ADMIN, Map.of("version", "1")).body())
                .contains("<li>Annuler l’événement</li>")
                .doesNotContain("detail of invalid-transition", ">cancel");
        SERVICES.refuses("POST /events/e/publish", 412, "version-conflict", "");
        var taken = post("/fr/events/e/publish", ADMIN, Map.of("version", "1"));
        assertThat(taken.statusCode()).isEqualTo(412);
        assertThat(taken.body()).contains("href=\"/fr/events/e\"", "detail of version-conflict");
        assertThat(get("/fr/events/e/suspend", ADMIN).statusCode()).isEqualTo(404);
    }

    @Test
    void aRefusalTellsItsReason() {
        SERVICES.refuses("POST /organizations/o/take", 403, "conflict-of-interest", "");
        var answer = post("/en/organizations/o/take", ADMIN, Map.of("version", "1"));
        assertThat(answer.statusCode()).isEqualTo(403);
        new Html(answer.body()).isSound("en");
        assertThat(answer.body()).contains("detail of conflict-of-interest");
        SERVICES.refuses("POST /programs/o/submit", 422, "validation-failed", """
            , "errors": [{"pointer": "/summary", "code": "required", "detail": "This is required."}]\
            """);
        var submit = post("/en/programs/o/submit", PERSON, Map.of("version", "1"));
        assertThat(submit.statusCode()).isEqualTo(422);
        new Html(submit.body()).isSound("en");
        assertThat(submit.body()).contains("Description: This is required.", "/en/programs/o/edit");
    }

    @ParameterizedTest
    @CsvSource({"CONFIRMED,registration.confirmed", "WAITLISTED,registration.waitlisted"})
    void aRegistrationSaysWhetherItHasASeat(String status, String done) {
        SERVICES.answers("POST /events/e/registrations", 201, Samples.registration("r", status, ""));
        var answer = post("/ar/events/e/register", PERSON, Map.of("idempotencyKey", "once"));
        assertThat(header(answer, "Location")).isEqualTo("/ar/events/e");
        assertThat(cookie(answer)).startsWith("done=" + done + ":");
        assertThat(SERVICES.last("POST").idempotencyKey()).isEqualTo("once");
    }

    @Test
    void whoIsRegisteredAlreadySeesThePageOfTheEvent() {
        SERVICES.refuses("POST /events/e/registrations", 409, "already-registered", "");
        var answer = post("/ar/events/e/register", PERSON, Map.of("idempotencyKey", "k"));
        assertThat(header(answer, "Location")).isEqualTo("/ar/events/e");
        SERVICES.answers("GET /events/e", Samples.event("e", "PUBLISHED", ""));
        var page = get("/ar/events/e", PERSON, "Cookie", cookie(answer)).body();
        assertThat(page).contains("class=\"note\"", "class=\"wrap flash\"").doesNotContain("class=\"note good\" role");
    }

    @Test
    void signedInPagesAreKeptOutOfCachesAndAssetsStayInThem() {
        SERVICES.answers("GET /programs", Samples.list());
        assertThat(header(get("/fr/programs", PERSON), "Cache-Control")).isEqualTo("no-store");
        var page = get("/fr/programs", null);
        assertThat(header(page, "Cache-Control")).isEqualTo("private, no-cache");
        var sheet = page.body().replaceFirst("(?s).*href=\"(/assets/maydan-[0-9a-f]+\\.css)\".*", "$1");
        var asset = get(sheet, null);
        assertThat(asset.statusCode()).isEqualTo(200);
        assertThat(header(asset, "Cache-Control")).contains("max-age=31536000", "public", "immutable");
        assertThat(asset.body()).containsPattern("url\\(\"/assets/zellige-[0-9a-f]+\\.svg\"\\)");
        assertThat(page.body()).containsPattern("src=\"/assets/htmx.min-[0-9a-f]+\\.js\"");
        assertThat(header(get("/fr/programs", null, "Accept-Encoding", "gzip"), "Content-Encoding"))
                .isEqualTo("gzip");
        assertThat(get("/assets/nothing.css", null).statusCode()).isEqualTo(404);
        assertThat(get("/webjars/htmx.org/2.0.10/package.json", null).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aTokenThatCannotBeReadStillGivesAPage() {
        SERVICES.answers("GET /programs", Samples.list());
        for (var token : new String[] {"x", "a.b.c", "a.!!.c", "e30.e30.e30"}) {
            var page = get("/en/programs", token);
            assertThat(page.statusCode()).isEqualTo(200);
            new Html(page.body()).isSound("en");
        }
    }

    @Test
    void theKindOfTheClusterIsOfferedToAdminsAlone() {
        var kind = "value=\"CLUSTER\"";
        assertThat(get("/fr/organizations/new", PERSON).body())
                .contains("value=\"STARTUP\"")
                .doesNotContain(kind);
        assertThat(get("/fr/organizations/new", ADMIN).body()).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void theOfficerSeesBesideTheCaseWhatItsNameCanBeTakenFor(String language) {
        SERVICES.answers("GET /organizations/case", Samples.organization("case", "UNDER_REVIEW", "\"verify\"", ""));
        SERVICES.answers("GET /verification-cases/case/lookalikes", """
            {"id": "case", "foreignLetters": ["а"], "candidates": [{"id": "original", "legalName": {"fr": "Atlas"}, "ice": "001500000000002",
             "registrationStatus": "VERIFIED", "region": "MA-06", "why": ["OTHER_SCRIPT", "SAME_ICE"]}]}\
            """);
        var page = get("/" + language + "/organizations/case", ADMIN);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("/" + language + "/organizations/original", "001500000000002", "(U+0430)");
        new Html(page.body()).isSound(language);
        assertThat(get("/" + language + "/organizations/case", PERSON).body()).doesNotContain("original");

        SERVICES.forget("GET /verification-cases/case/lookalikes");
        SERVICES.answers("GET /verification-cases/case/lookalikes", 503, "");
        assertThat(get("/" + language + "/organizations/case", ADMIN).statusCode())
                .isEqualTo(200);
    }
}
