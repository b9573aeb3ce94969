package ma.maydan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A form that comes after its session is kept for its person, shown again, and never sent on by itself. */
class KeptFormIT {

    private static final String HTML = "text/html";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String TYPED =
            "title.fr=%C3%89t%C3%A9+%26+%2B&title.ar=%D9%88%D8%B1%D8%B4%D8%A9&kinds=A&kinds=B&empty=&idempotencyKey=k1";

    private static Door door;

    @BeforeAll
    static void open() {
        door = Door.open();
    }

    @AfterAll
    static void close() {
        door.close();
    }

    @BeforeEach
    void reset() {
        Door.resetAll();
    }

    /** A browser, with what it has been given. */
    private static final class Browser {

        private final Door door;
        private final String known;
        private String session;

        Browser(String person) {
            this(KeptFormIT.door, person);
        }

        Browser(Door door, String person) {
            this.door = door;
            var start = door.get("/login?lang=fr&next=/fr/");
            var back = back(person, start, Door.cookie(start));
            known = cookie(back, "MAYDAN_BROWSER");
            session = cookie(back, "MAYDAN_SESSION");
        }

        HttpResponse<String> post(String path, String type, String body, String... headers) {
            var all = new ArrayList<>(List.of("Cookie", cookies(), "Accept", HTML, "Origin", door.uri));
            all.addAll(List.of(headers));
            return door.post(path, type, body, all.toArray(String[]::new));
        }

        HttpResponse<String> get(String path) {
            return door.get(path, "Cookie", cookies(), "Accept", HTML);
        }

        void signsOut() {
            session = "";
        }

        /** @return where it is led */
        String signsIn(String person, String login) {
            var start = door.get(login, "Cookie", cookies());
            var back = back(person, start, cookies());
            session = cookie(back, "MAYDAN_SESSION");
            return Door.header(back, "Location");
        }

        private String cookies() {
            return session.isEmpty() ? known : known + "; " + session;
        }

        private HttpResponse<String> back(String person, HttpResponse<String> start, String cookies) {
            var authorization = URI.create(Door.header(start, "Location"));
            return door.get(Door.callback(Door.REALM.signIn(person, authorization), authorization), "Cookie", cookies);
        }

        private static String cookie(HttpResponse<?> answer, String name) {
            return answer.headers().allValues("Set-Cookie").stream()
                    .filter(cookie -> cookie.startsWith(name + "="))
                    .map(cookie -> cookie.split(";")[0])
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void whatWasTypedIsThereAfterSigningInAgainAndIsOnlyShown() {
        var browser = new Browser("amina");
        browser.signsOut();

        var late = browser.post("/ar/events/new", FORM, TYPED + "&_csrf=old");
        assertThat(late.statusCode()).isEqualTo(303);
        var login = Door.header(late, "Location");
        assertThat(login).startsWith("/login?lang=ar&next=%2Far%2Fevents%2Fnew%3Fkept%3D");
        assertThat(Door.PORTAL.received).isEmpty();

        var page = browser.signsIn("amina", login);
        assertThat(page).startsWith("/ar/events/new?kept=");
        assertThat(browser.get(page).statusCode()).isEqualTo(200);
        var seen = Door.PORTAL.last();
        assertThat(seen.method()).isEqualTo("POST");
        assertThat(seen.uri()).isEqualTo("/ar/events/new");
        assertThat(seen.header("X-Maydan-Shown")).isEqualTo("whole");
        assertThat(seen.header("Content-Type")).isEqualTo(FORM);
        assertThat(seen.header("Authorization")).startsWith("Bearer ey");
        assertThat(seen.header("X-Maydan-Csrf")).isNotBlank();
        assertThat(seen.text()).isEqualTo(TYPED + "&_csrf=old");

        browser.get(page);
        assertThat(Door.PORTAL.last().text()).as("reloaded").contains("title.fr=");
    }

    @Test
    void aFormWithTheTokenOfAnEarlierSessionIsShownAtOnce() {
        var browser = new Browser("amina");

        var late = browser.post("/fr/organizations/new", FORM, TYPED + "&_csrf=of-yesterday");

        assertThat(late.statusCode()).isEqualTo(303);
        assertThat(Door.header(late, "Location")).startsWith("/fr/organizations/new?kept=");
        assertThat(Door.PORTAL.received).isEmpty();
        browser.get(Door.header(late, "Location"));
        assertThat(Door.PORTAL.last().header("X-Maydan-Shown")).isEqualTo("whole");
        assertThat(Door.PORTAL.last().text()).contains(TYPED);
    }

    @Test
    void aFormOfASessionThatTheRealmHasEndedIsKeptTooAlsoWhileItIsShown() {
        try (var strict = Door.open("maydan.gateway.oidc.renew-after=1ms")) {
            var browser = new Browser(strict, "amina");
            browser.get("/fr/form");
            var token = Door.PORTAL.last().header("X-Maydan-Csrf");
            Door.REALM.refusing = true;
            Door.PORTAL.received.clear();

            var late = browser.post("/fr/events/new", FORM, TYPED + "&_csrf=" + token);

            assertThat(late.statusCode()).isEqualTo(303);
            assertThat(Door.header(late, "Location")).startsWith("/login?lang=fr&next=%2Ffr%2Fevents%2Fnew%3Fkept%3D");
            assertThat(Door.PORTAL.received).isEmpty();

            Door.REALM.refusing = false;
            var page = browser.signsIn("amina", Door.header(late, "Location"));
            Door.REALM.refusing = true;
            assertThat(Door.header(browser.get(page), "Location"))
                    .isEqualTo("/login?lang=fr&next=" + URLEncoder.encode(page, StandardCharsets.UTF_8));
        }
    }

    @Test
    void anotherPersonAtTheBrowserDoesNotSeeIt() {
        var browser = new Browser("amina");
        browser.signsOut();
        var login = Door.header(browser.post("/fr/events/new", FORM, TYPED), "Location");

        var page = browser.signsIn("driss", login);
        var answer = browser.get(page);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Door.header(answer, "Location")).isEqualTo("/fr/events/new");
        assertThat(Door.PORTAL.received).isEmpty();
    }

    @Test
    void norDoesThePersonInAnotherBrowserWhateverAddressTheyAreGiven() {
        var mallory = new Browser("amina");
        mallory.signsOut();
        var page = URI.create(Door.header(mallory.post("/fr/events/new", FORM, TYPED), "Location"));
        var next = StubRealm.parameters(page.getRawQuery()).getOrDefault("next", "");

        var amina = new Browser("amina");

        assertThat(Door.header(amina.get(next), "Location")).isEqualTo("/fr/events/new");
        assertThat(Door.header(amina.get("/fr/programs/new?kept=" + "A".repeat(22)), "Location"))
                .isEqualTo("/fr/programs/new");
    }

    @Test
    void aKeptFormIsShownAtItsOwnAddressAloneButInEveryLanguage() {
        var browser = new Browser("amina");
        var kept = Door.header(browser.post("/fr/events/new", FORM, TYPED), "Location");
        var query = kept.substring(kept.indexOf('?'));

        assertThat(Door.header(browser.get("/fr/programs/new" + query), "Location"))
                .isEqualTo("/fr/programs/new");
        assertThat(browser.get("/ar/events/new" + query).statusCode()).isEqualTo(200);
        assertThat(Door.PORTAL.last().uri()).isEqualTo("/ar/events/new");
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Site, none",
        "X-Nothing, x",
    })
    void whatAnotherSiteSendsIsRefusedAsBefore(String header, String value) {
        var browser = new Browser("amina");
        for (var origin : new String[] {"https://evil.example", "null"}) {
            var sent = door.post(
                    "/fr/events/new",
                    FORM,
                    TYPED,
                    "Cookie",
                    browser.cookies(),
                    "Accept",
                    HTML,
                    "Origin",
                    origin,
                    header,
                    value);
            assertThat(sent.statusCode()).isEqualTo(403);
        }
        var without =
                door.post("/fr/events/new", FORM, TYPED, "Cookie", browser.cookies(), "Accept", HTML, header, value);
        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(Door.PORTAL.received).isEmpty();
    }

    @Test
    void aStrangersFormIsNotKept() {
        var start = door.get("/login?lang=fr&next=/fr/");

        for (var cookies : new String[] {"lang=fr", Door.cookie(start), "MAYDAN_BROWSER=AAAA"}) {
            door.post("/fr/events/new", FORM, TYPED, "Cookie", cookies, "Accept", HTML, "Origin", door.uri);
            assertThat(Door.PORTAL.last().text()).as("goes on to the portal").isEqualTo(TYPED);
            assertThat(Door.PORTAL.last().header("X-Maydan-Shown")).isNull();
        }
    }

    @Test
    void theHeaderIsNotTakenFromOutside() {
        var browser = new Browser("amina");
        door.get("/fr/me", "Accept", HTML, "Cookie", browser.cookies(), "X-Maydan-Shown", "whole");

        assertThat(Door.PORTAL.last().header("X-Maydan-Shown")).isNull();
    }

    @Test
    void filesAreNotKeptAndThePortalIsTold() {
        var browser = new Browser("amina");
        var parts = "--b0\r\nContent-Disposition: form-data; name=\"title.ar\"\r\n\r\nميدان & Été\r\n"
                + "--b0\r\nContent-Disposition: form-data; name=\"logo\"; filename=\"شعار.svg\"\r\n"
                + "Content-Type: image/svg+xml\r\n\r\n<svg/>\r\n--b0--\r\n";

        var kept = Door.header(
                browser.post("/ar/organizations/new", "multipart/form-data; boundary=b0", parts), "Location");
        browser.get(kept);

        assertThat(Door.PORTAL.last().header("X-Maydan-Shown")).isEqualTo("without-files");
        assertThat(Door.PORTAL.last().text())
                .isEqualTo("title.ar=" + URLEncoder.encode("ميدان & Été", StandardCharsets.UTF_8));
    }

    @Test
    void neitherTooMuchNorTooManyAreKeptAndTheDatabaseHoldsNothingReadable() {
        var browser = new Browser("hoda");
        var tooLong = browser.post("/fr/events/new", FORM, "description.fr=" + "x".repeat(256 * 1024));
        assertThat(tooLong.statusCode()).isEqualTo(403);

        var first = Door.header(browser.post("/fr/events/new", FORM, TYPED), "Location");
        for (var i = 0; i < 10; i++) {
            browser.post("/fr/events/new", FORM, TYPED + i);
        }

        assertThat(Door.header(browser.get(first), "Location")).isEqualTo("/fr/events/new");
        var forms = door.bean(MongoDatabase.class).getCollection("forms");
        for (var form : forms.find()) {
            assertThat(form.toJson())
                    .doesNotContain("title", "hoda", "events", first.substring(first.indexOf('=') + 1));
        }
    }

    @Test
    void whatNoPersonTypedIsAnsweredAsBefore() {
        var browser = new Browser("amina");
        var api = browser.post("/api/v1/organizations", "application/json", "{}");
        assertThat(api.statusCode()).isEqualTo(403);
        assertThat(api.body()).contains("csrf-token-invalid");
        assertThat(browser.post("/logout", FORM, "").statusCode()).isEqualTo(403);
        browser.signsOut();
        assertThat(browser.post("/api/v1/organizations", FORM, "a=b").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aFormThatThePortalDidNotAnswerIsThereAgainWhenItDoes() {
        var browser = new Browser("amina");
        browser.get("/fr/form");
        var form = TYPED + "&_csrf=" + Door.PORTAL.last().header("X-Maydan-Csrf");
        Door.PORTAL.stop();

        var away = browser.post("/fr/events/new", FORM, form);

        assertThat(away.statusCode()).isBetween(502, 503);
        var again = Pattern.compile("href=\"(/fr/events/new\\?kept=[^\"]+)\"").matcher(away.body());
        assertThat(again.find()).isTrue();
        Door.PORTAL.start();
        assertThat(browser.get(again.group(1)).statusCode()).isEqualTo(200);
        assertThat(Door.PORTAL.last().header("X-Maydan-Shown")).isEqualTo("whole");
        assertThat(Door.PORTAL.last().text()).isEqualTo(form);
    }

    @Test
    void aFormThatCameWhenItsPersonHadAskedTooMuchIsThereAgainAfterwards() {
        try (var strict = Door.open("maydan.gateway.rate-limits.person=5", "maydan.gateway.rate-limits.window=3650d")) {
            var browser = new Browser(strict, "salma");
            browser.get("/fr/form");
            var form = TYPED + "&_csrf=" + Door.PORTAL.last().header("X-Maydan-Csrf");
            while (browser.get("/fr/form").statusCode() != 429) {
                // Until all is used up.
            }

            var refused = browser.post("/fr/events/new", FORM, form);

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.body()).containsPattern("href=\"/fr/events/new\\?kept=[^\"]+\"");
            for (var i = 0; i < 20; i++) {
                refused = browser.post("/fr/events/new", FORM, form);
            }
            assertThat(refused.body()).as("a flood of them is not kept").doesNotContain("kept=");
        }
    }

    @Test
    void aFormThatCameWhenItsAddressHadAskedTooMuchIsThereAgainAfterSigningIn() {
        try (var strict =
                Door.open("maydan.gateway.rate-limits.address=20", "maydan.gateway.rate-limits.window=3650d")) {
            var browser = new Browser(strict, "salma");
            var session = browser.session;
            browser.signsOut();
            while (browser.get("/fr/form").statusCode() != 429) {
                // Until all is used up.
            }

            var refused = browser.post("/fr/events/new", FORM, TYPED);

            assertThat(refused.statusCode()).isEqualTo(429);
            var login = Pattern.compile(
                            "href=\"/login\\?lang=fr&amp;next=(%2Ffr%2Fevents%2Fnew%3Fkept%3D[A-Za-z0-9_-]+)\"")
                    .matcher(refused.body());
            assertThat(login.find()).as(refused.body()).isTrue();
            browser.session = session;
            assertThat(browser.get(URLDecoder.decode(login.group(1), StandardCharsets.UTF_8))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(Door.PORTAL.last().text()).isEqualTo(TYPED);
            assertThat(strict.post("/fr/events/new", FORM, TYPED, "Accept", HTML, "Origin", strict.uri)
                            .body())
                    .as("of somebody who never signed in")
                    .doesNotContain("kept");
        }
    }
}
