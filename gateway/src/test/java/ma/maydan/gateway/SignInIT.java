package ma.maydan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody who signs in is sent in circles, or loses the page that they wanted and the language that they read. */
class SignInIT {

    private static final String HTML = "text/html";

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

    @Test
    void eachTabSignsInForItsOwnPageInAnyOrder() {
        var first = door.get("/login?lang=ar&next=/ar/events/1");
        var browser = Door.cookie(first);
        var second = door.get("/login?lang=fr&next=/fr/programs/2", "Cookie", browser);
        // The page that the person read, in the second tab.
        Door.REALM.locale = "fr";
        assertThat(Door.cookie(second).split("=")[0]).isEqualTo(browser.split("=")[0]);

        var later = back("amina", second, browser);
        assertThat(Door.header(later, "Location")).isEqualTo("/fr/programs/2");
        var cookies = browser + "; " + Door.cookie(later);
        var earlier = back("amina", first, cookies);
        assertThat(Door.header(earlier, "Location")).isEqualTo("/ar/events/1");
    }

    @Test
    void whoSignsInOnceMoreInAnotherTabKeepsTheFormsThatAreOpen() {
        var start = door.get("/login?lang=fr&next=/fr/");
        var browser = Door.cookie(start);
        var session = Door.cookie(back("amina", start, browser));
        var token = csrf(session);

        var again = back("amina", start, browser + "; " + session);

        var now = Door.cookie(again);
        assertThat(send(token, now).statusCode()).isEqualTo(200);
        var other = back("driss", start, browser + "; " + now);
        assertThat(send(token, Door.cookie(other)).statusCode())
                .as("the token is its person's")
                .isEqualTo(403);
    }

    @Test
    void aCallbackThatComesASecondTimeLeadsOnToThePage() {
        var start = door.get("/login?lang=fr&next=/fr/me");
        var authorization = URI.create(Door.header(start, "Location"));
        var code = Door.REALM.signIn("amina", authorization);
        var browser = Door.cookie(start);
        var session = Door.cookie(door.get(Door.callback(code, authorization), "Cookie", browser));

        var twice = door.get(Door.callback(code, authorization), "Cookie", browser + "; " + session);

        assertThat(twice.statusCode()).isEqualTo(302);
        assertThat(Door.header(twice, "Location")).isEqualTo("/fr/me");
        door.get("/fr/me", "Accept", HTML, "Cookie", session);
        assertThat(Door.PORTAL.last().header("Authorization")).isNotNull();
    }

    /** Keycloak answers so when somebody goes back to its page after signing in, or has left it open for too long. */
    @ParameterizedTest
    @ValueSource(strings = {"temporarily_unavailable", "login_required", "interaction_required"})
    void whereTheRealmGivesUpAnAttemptTheGatewayBeginsAnewForTheSamePage(String error) {
        var start = door.get("/login?lang=ar&next=/ar/me/events");
        var asked =
                StubRealm.parameters(URI.create(Door.header(start, "Location")).getRawQuery());
        var callback = "/login/oauth2/code/keycloak?error=" + error + "&error_description=authentication_expired&state="
                + asked.get("state");

        var anew = door.get(callback, "Cookie", Door.cookie(start), "Accept", HTML);

        assertThat(anew.statusCode()).isEqualTo(302);
        assertThat(Door.header(anew, "Location")).isEqualTo("/login?lang=ar&next=%2Far%2Fme%2Fevents&again=true");
        var session = door.signIn("amina");
        var signedIn = door.get(callback, "Cookie", Door.cookie(start) + "; " + session, "Accept", HTML);
        assertThat(Door.header(signedIn, "Location")).isEqualTo("/ar/me/events");
    }

    @Test
    void anAttemptThatIsNotKnownBeginsAnewOnceAndNotForEver() {
        var start = door.get("/login?lang=fr&next=/fr/me");
        var authorization = URI.create(Door.header(start, "Location"));

        var anew = door.get(Door.callback("lost", authorization), "Accept", HTML);
        assertThat(Door.header(anew, "Location")).isEqualTo("/login?lang=fr&next=%2Ffr%2Fme&again=true");
        var second = door.get(Door.header(anew, "Location"));
        var then = door.get(Door.callback("lost", URI.create(Door.header(second, "Location"))), "Accept", HTML);

        assertThat(then.statusCode()).isEqualTo(401);
        assertThat(then.body()).contains("href=\"/login?lang=fr&amp;next=%2Ffr%2Fme\"", "cookies");
        assertThat(then.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("MAYDAN_SESSION"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "", "AAAA", "..%2F..", "%E2%82%AC"})
    void aStateThatIsNotOursLeadsToTheLoginPagesAndHome(String state) {
        var anew =
                door.get("/login/oauth2/code/keycloak?code=x&state=" + state, "Accept", HTML, "Accept-Language", "ar");

        assertThat(anew.statusCode()).isEqualTo(302);
        assertThat(Door.header(anew, "Location")).isEqualTo("/login?lang=ar&next=%2Far%2F&again=true");
    }

    @ParameterizedTest
    @CsvSource({
        "ar, /fr/events/new?kept=x, /ar/events/new?kept=x",
        "fr, /fr/me, /fr/me",
        "en, /ar/, /en/",
        "de, /ar/me, /ar/me",
        "en, /docs/api, /docs/api"
    })
    void thePageComesInTheLanguageThatWasChosenOnTheLoginPages(String chosen, String next, String page) {
        Door.REALM.locale = chosen;
        var start = door.get("/login?lang=fr&next=" + next);
        assertThat(StubRealm.parameters(
                        URI.create(Door.header(start, "Location")).getRawQuery()))
                .containsEntry("ui_locales", "fr")
                .containsEntry("kc_locale", "fr");

        assertThat(Door.header(back("amina", start, Door.cookie(start)), "Location"))
                .isEqualTo(page);
    }

    @Test
    void whoSawNoLoginPageStaysInTheLanguageThatTheyRead() {
        Door.REALM.locale = "ar";
        Door.REALM.signedInFor = Duration.ofMinutes(20);
        var start = door.get("/login?lang=fr&next=/fr/me");

        assertThat(Door.header(back("amina", start, Door.cookie(start)), "Location"))
                .isEqualTo("/fr/me");
    }

    @Test
    void whileTheRealmIsAwayTheWayBackKeepsThePage() {
        var start = door.get("/login?lang=en&next=/en/me");
        var authorization = URI.create(Door.header(start, "Location"));
        var code = Door.REALM.signIn("amina", authorization);
        Door.REALM.server.stop();

        var answer = door.get(Door.callback(code, authorization), "Cookie", Door.cookie(start), "Accept", HTML);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("href=\"/login?lang=en&amp;next=%2Fen%2Fme\"");
    }

    @Test
    void aLongTargetStillFitsIntoWhatTheRealmTakes() {
        var next = "/ar/events?kind=" + "x".repeat(490);
        var start = door.get("/login?lang=ar&next=" + next);
        var state = StubRealm.parameters(
                        URI.create(Door.header(start, "Location")).getRawQuery())
                .getOrDefault("state", "");

        assertThat(state).hasSizeBetween(500, 1400).matches("[A-Za-z0-9_-]+");
        assertThat(Door.header(back("amina", start, Door.cookie(start)), "Location"))
                .isEqualTo(next);
    }

    private static HttpResponse<String> back(String person, HttpResponse<String> start, String cookies) {
        var authorization = URI.create(Door.header(start, "Location"));
        return door.get(Door.callback(Door.REALM.signIn(person, authorization), authorization), "Cookie", cookies);
    }

    private static String csrf(String session) {
        door.get("/fr/form", "Accept", HTML, "Cookie", session);
        return String.valueOf(Door.PORTAL.last().header("X-Maydan-Csrf"));
    }

    private static HttpResponse<String> send(String token, String session) {
        return door.post(
                "/fr/x", "application/x-www-form-urlencoded", "_csrf=" + token, "Cookie", session, "Accept", HTML);
    }
}
