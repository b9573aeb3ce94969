package ma.maydan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import ma.maydan.testkit.backends.TestTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in and out, and what a session is good for. */
class LoginIT {

    private static final String HTML = "text/html,application/xhtml+xml";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Duration LONG_OVER = Duration.ofSeconds(1);

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
    void aVisitorWhoOnlyReadsGetsNoSession() {
        var page = door.get("/fr/", "Accept", HTML);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(Door.PORTAL.last().header("Authorization")).isNull();
        assertThat(Door.PORTAL.last().header("X-Maydan-Csrf")).isNull();
    }

    @Test
    void signingInGoesToTheRealmInTheLanguageOfThePageWithPkceAndBackToThePage() {
        var start = door.get("/login?lang=ar&next=/ar/events?kind=MEETUP");

        assertThat(start.statusCode()).isEqualTo(302);
        var authorization = URI.create(Door.header(start, "Location"));
        var asked = StubRealm.parameters(authorization.getRawQuery());
        assertThat(asked)
                .containsEntry("ui_locales", "ar")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("response_type", "code")
                .containsEntry("redirect_uri", door.uri + "/login/oauth2/code/keycloak")
                .containsKeys("state", "nonce", "code_challenge");

        var back = door.get(
                Door.callback(Door.REALM.signIn("amina", authorization), authorization), "Cookie", Door.cookie(start));

        assertThat(back.statusCode()).isEqualTo(302);
        assertThat(Door.header(back, "Location")).isEqualTo("/ar/events?kind=MEETUP");
        assertThat(back.headers().allValues("Set-Cookie").getLast())
                .startsWith("MAYDAN_SESSION=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Secure");
    }

    @Test
    void whoIsSignedInIsAskedForThePasswordAgainWhereAPageNeedsIt() {
        var session = door.signIn("amina");

        var anew = door.get("/login?lang=fr&anew=true&next=/fr/me/data", "Cookie", session);
        assertThat(StubRealm.parameters(
                        URI.create(Door.header(anew, "Location")).getRawQuery()))
                .containsEntry("prompt", "login");

        var known = door.get("/login?lang=fr&next=/fr/me/data", "Cookie", session);
        assertThat(Door.header(known, "Location")).isEqualTo("/fr/me/data");
    }

    @Test
    void aSignedInPersonsTokenAndCsrfTokenReachThePortalButTheSessionCookieDoesNot() {
        var session = door.signIn("amina");

        door.get("/fr/me", "Accept", HTML, "Cookie", session + "; lang=fr");

        var seen = Door.PORTAL.last();
        assertThat(seen.header("Authorization")).startsWith("Bearer ey");
        assertThat(seen.header("X-Maydan-Csrf")).isNotBlank();
        assertThat(seen.header("Cookie")).isEqualTo("lang=fr");

        door.get("/api/v1/me/events", "Cookie", session);
        assertThat(Door.EVENTS.last().header("Authorization")).startsWith("Bearer ey");
        assertThat(Door.EVENTS.last().header("Cookie")).isNull();
        assertThat(Door.EVENTS.last().header("X-Maydan-Csrf")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example/",
                "\\\\evil.example",
                "/\t/evil.example",
                "javascript:alert(1)",
                "/login?next=/x",
                "/logout",
                "evil.example",
                "http:evil.example",
            })
    void nobodyIsSentToAnotherSiteAfterSigningIn(String next) {
        var start = door.get("/login?lang=fr&next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
        var authorization = URI.create(Door.header(start, "Location"));
        var back = door.get(
                Door.callback(Door.REALM.signIn("amina", authorization), authorization), "Cookie", Door.cookie(start));

        assertThat(Door.header(back, "Location")).isEqualTo("/fr/");
    }

    @Test
    void withoutANextSigningInReturnsToThePageItWasStartedOn() {
        var start = door.get("/login?lang=fr", "Referer", door.uri + "/fr/programs?x=1");
        var authorization = URI.create(Door.header(start, "Location"));
        var back = door.get(
                Door.callback(Door.REALM.signIn("amina", authorization), authorization), "Cookie", Door.cookie(start));

        assertThat(Door.header(back, "Location")).isEqualTo("/fr/programs?x=1");

        var elsewhere = door.get("/login?lang=fr", "Referer", "https://evil.example/fr/");
        var other = URI.create(Door.header(elsewhere, "Location"));
        var home = door.get(Door.callback(Door.REALM.signIn("amina", other), other), "Cookie", Door.cookie(elsewhere));
        assertThat(Door.header(home, "Location")).isEqualTo("/fr/");
    }

    @Test
    void aCallbackThatThisBrowserDidNotStartSignsNobodyIn() {
        var authorization = URI.create(Door.header(door.get("/login?lang=fr"), "Location"));
        var code = Door.REALM.signIn("mallory", authorization);

        var stranger = door.get(Door.callback(code, authorization), "Accept", HTML);

        assertThat(stranger.statusCode()).isEqualTo(302);
        assertThat(Door.header(stranger, "Location")).startsWith("/login?lang=fr&");
        assertThat(stranger.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("MAYDAN_SESSION"));
    }

    @Test
    void aSessionIdThatSomebodyChoseIsNeverTakenOver() {
        var chosen = "MAYDAN_SESSION=" + UUID.randomUUID();
        var start = door.get("/login?lang=fr", "Cookie", chosen);
        var authorization = URI.create(Door.header(start, "Location"));
        var back = door.get(
                Door.callback(Door.REALM.signIn("amina", authorization), authorization),
                "Cookie",
                Door.cookie(start) + "; " + chosen);

        assertThat(Door.cookie(back)).startsWith("MAYDAN_SESSION=").isNotEqualTo(chosen);
    }

    @Test
    void aSignedInBrowserChangesNothingWithoutTheCsrfToken() {
        var session = door.signIn("amina");

        var page = door.post("/fr/organizations", FORM, "name=x", "Cookie", session, "Accept", HTML);
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("Ce formulaire n’a pas pu être accepté");

        var api = door.post(
                "/api/v1/organizations", "application/json", "{}", "Cookie", session, "Accept-Language", "ar");
        assertThat(api.statusCode()).isEqualTo(403);
        assertThat(api.body()).contains("csrf-token-invalid");
        assertThat(Door.PORTAL.received).isEmpty();
        assertThat(Door.INCUBATORS.received).isEmpty();
    }

    @Test
    void aFormWithItsCsrfTokenReachesThePortalToTheByte() {
        var session = door.signIn("amina");
        var token = csrfToken(session);
        var form = "name=%D9%85%D9%8A%D8%AF%D8%A7%D9%86&sector=ai&sector=fintech&empty=&_csrf=" + token + "&z=%26+%2B";

        var sent = door.post("/ar/organizations?draft=1", FORM, form, "Cookie", session, "Accept", HTML);

        assertThat(sent.statusCode()).isEqualTo(200);
        assertThat(Door.PORTAL.last().text()).isEqualTo(form);
        assertThat(Door.PORTAL.last().uri()).isEqualTo("/ar/organizations?draft=1");
        assertThat(Door.PORTAL.last().header("Content-Type")).isEqualTo(FORM);
    }

    @Test
    void aMultipartFormWithItsCsrfTokenReachesThePortalToTheByte() {
        var session = door.signIn("amina");
        var form = "--b0\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nميدان — Éléphant\r\n"
                + "--b0\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + csrfToken(session) + "\r\n"
                + "--b0\r\nContent-Disposition: form-data; name=\"logo\"; filename=\"شعار.svg\"\r\n"
                + "Content-Type: image/svg+xml\r\n\r\n<svg/>\r\n--b0--\r\n";

        var sent = door.post(
                "/ar/organizations", "multipart/form-data; boundary=b0", form, "Cookie", session, "Accept", HTML);

        assertThat(sent.statusCode()).isEqualTo(200);
        assertThat(Door.PORTAL.last().text()).isEqualTo(form);
    }

    @Test
    void aFormWithALargeFilePassesWhenItsTokenComesFirst() {
        var session = door.signIn("amina");
        var token = "--b0\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + csrfToken(session) + "\r\n";
        var file = "--b0\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n"
                + "\u00e9\u0000".repeat(2_500_000) + "\r\n";

        for (var form : List.of(token + file + "--b0--\r\n", file + token + "--b0--\r\n")) {
            Door.PORTAL.received.clear();
            var sent = door.post(
                    "/ar/organizations", "multipart/form-data; boundary=b0", form, "Cookie", session, "Accept", HTML);
            if (form.startsWith(token)) {
                assertThat(sent.statusCode()).isEqualTo(200);
                assertThat(Door.PORTAL.last().text()).isEqualTo(form);
            } else {
                assertThat(sent.statusCode()).isEqualTo(403);
                assertThat(Door.PORTAL.received).isEmpty();
            }
        }
    }

    @Test
    void theCsrfTokenMayComeInAHeader() {
        var session = door.signIn("amina");

        var sent = door.post(
                "/api/v1/organizations",
                "application/json",
                "{}",
                "Cookie",
                session,
                "X-CSRF-TOKEN",
                csrfToken(session));

        assertThat(sent.statusCode()).isEqualTo(200);
        assertThat(Door.INCUBATORS.last().header("Authorization")).startsWith("Bearer ey");
    }

    @Test
    void theCsrfTokenOfOnePersonIsNoGoodForAnother() {
        var token = csrfToken(door.signIn("mallory"));

        var sent = door.post("/fr/x", FORM, "_csrf=" + token, "Cookie", door.signIn("amina"), "Accept", HTML);

        assertThat(sent.statusCode()).isEqualTo(403);
    }

    @Test
    void signingOutEndsBothSessionsAndComesBackInTheSameLanguage() {
        var session = door.signIn("amina");

        var out = door.post(
                "/logout",
                FORM,
                "_csrf=" + csrfToken(session),
                "Cookie",
                session,
                "Referer",
                door.uri + "/ar/me",
                "Accept",
                HTML);

        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(Door.header(out, "Location")).isEqualTo("/ar/");
        assertThat(Door.REALM.sessions()).isZero();
        door.get("/ar/", "Accept", HTML, "Cookie", session);
        assertThat(Door.PORTAL.last().header("Authorization")).isNull();
    }

    @Test
    void whenTheRealmCannotBeToldTheBrowserAsksThereWithoutAToken() {
        var session = door.signIn("amina");
        var token = csrfToken(session);
        Door.REALM.server.stop();

        var out = door.post(
                "/logout", FORM, "_csrf=" + token, "Cookie", session, "Referer", door.uri + "/ar/me", "Accept", HTML);

        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(Door.header(out, "Location")).startsWith(TestTokens.issuer() + "/protocol/openid-connect/logout?");
        assertThat(StubRealm.parameters(URI.create(Door.header(out, "Location")).getRawQuery()))
                .containsOnly(
                        Map.entry("client_id", "maydan-gateway"),
                        Map.entry("post_logout_redirect_uri", door.uri + "/ar/"));
        door.get("/ar/", "Accept", HTML, "Cookie", session);
        assertThat(Door.PORTAL.last().header("Authorization")).isNull();
    }

    @Test
    void theCsrfTokenIsNotTakenFromTheAddress() {
        var session = door.signIn("amina");
        var token = csrfToken(session);

        for (var query : new String[] {"_csrf=" + token, "%5Fcsrf=" + token}) {
            var bare = door.post("/fr/x?" + query, FORM, "", "Cookie", session, "Accept", HTML);
            assertThat(bare.statusCode()).as(query).isEqualTo(403);
            var form = door.post("/fr/x?" + query, FORM, "name=x", "Cookie", session, "Accept", HTML);
            assertThat(form.statusCode()).as(query).isEqualTo(403);
            var both = door.post("/fr/x?" + query, FORM, "_csrf=" + token, "Cookie", session, "Accept", HTML);
            assertThat(both.statusCode()).as(query).isEqualTo(403);
            var json = door.post("/api/v1/organizations?" + query, "application/json", "{}", "Cookie", session);
            assertThat(json.statusCode()).as(query).isEqualTo(403);
        }
        assertThat(Door.INCUBATORS.received).isEmpty();
    }

    @Test
    void twoSessionCookiesThatDifferAreNone() {
        var mine = door.signIn("amina");
        var planted = door.signIn("mallory");

        for (var cookies : new String[] {mine + "; " + planted, planted + "; " + mine}) {
            door.get("/fr/", "Accept", HTML, "Cookie", cookies);
            assertThat(Door.PORTAL.last().header("Authorization")).isNull();
            assertThat(Door.PORTAL.last().header("Cookie")).isNull();
        }
        door.get("/fr/", "Accept", HTML, "Cookie", mine + "; " + mine);
        assertThat(Door.PORTAL.last().header("Authorization")).isNotNull();
    }

    @Test
    void twoCookiesOfABrowserThatDifferAreNone() {
        var mine = door.get("/login?lang=fr");
        var planted = door.get("/login?lang=fr");
        var authorization = URI.create(Door.header(mine, "Location"));

        var back = door.get(
                Door.callback(Door.REALM.signIn("amina", authorization), authorization),
                "Cookie",
                Door.cookie(mine) + "; " + Door.cookie(planted));

        assertThat(Door.header(back, "Location")).startsWith("/login?");
        assertThat(back.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("MAYDAN_SESSION"));
    }

    @Test
    void nobodyIsSignedOutByAPageOfAnotherSite() {
        var session = door.signIn("amina");

        assertThat(door.post("/logout", FORM, "", "Cookie", session).statusCode())
                .isEqualTo(403);
        assertThat(door.get("/logout", "Cookie", session).statusCode()).isEqualTo(405);
        door.get("/fr/", "Accept", HTML, "Cookie", session);
        assertThat(Door.PORTAL.last().header("Authorization")).isNotNull();
    }

    @Test
    void aSessionSurvivesARestartAndAnotherReplicaServesIt() {
        var database = "gateway_" + UUID.randomUUID().toString().replace("-", "");
        var port = Door.freePort();
        String session;
        String token;
        try (var first = Door.open(database, port)) {
            session = first.signIn("amina");
            first.get("/fr/", "Accept", HTML, "Cookie", session);
            token = String.valueOf(Door.PORTAL.last().header("X-Maydan-Csrf"));
        }
        try (var second = Door.open(database, port)) {
            second.get("/fr/", "Accept", HTML, "Cookie", session);
            assertThat(Door.PORTAL.last().header("Authorization")).startsWith("Bearer ey");
            assertThat(second.post("/fr/x", FORM, "_csrf=" + token, "Cookie", session)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void theDatabaseHoldsNeitherSessionIdsNorTokens() {
        var session = door.signIn("amina");
        door.get("/fr/", "Accept", HTML, "Cookie", session);
        var id = session.substring(session.indexOf('=') + 1);
        var token = String.valueOf(Door.PORTAL.last().header("Authorization")).substring("Bearer ".length());

        for (var stored :
                door.bean(MongoDatabase.class).getCollection("sessions").find()) {
            var everything = stored.toJson();
            assertThat(everything).doesNotContain(id, token, "amina");
        }
    }

    @Test
    void aTokenThatIsTooOldIsRenewedOnceHoweverManyRequestsNeedIt() throws Exception {
        Door.REALM.lifetime = LONG_OVER;
        var session = door.signIn("amina");
        Door.REALM.lifetime = Duration.ofMinutes(5);
        var hold = new CountDownLatch(1);
        Door.REALM.hold = hold;

        var answers = new ArrayList<Future<HttpResponse<String>>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 30; i++) {
                answers.add(threads.submit(() -> door.get("/api/v1/me/events", "Cookie", session)));
            }
            hold.countDown();
            for (var answer : answers) {
                assertThat(answer.get().statusCode()).isEqualTo(200);
            }
        }

        assertThat(Door.REALM.refused).isEmpty();
        assertThat(Door.REALM.refreshes).hasValue(1);
        var tokens = Door.EVENTS.received.stream()
                .map(r -> r.header("Authorization"))
                .distinct();
        assertThat(tokens).hasSize(1);
    }

    @Test
    void whatTheRealmHasTakenAwayCountsWhenTheTokenIsOldThoughItLivesOn() {
        try (var own = Door.open("maydan.gateway.oidc.renew-after=1ms")) {
            var session = own.signIn("amina");
            own.get("/fr/", "Accept", HTML, "Cookie", session);
            assertThat(Door.PORTAL.last().header("Authorization")).isNotNull();
            assertThat(Door.REALM.refreshes).hasPositiveValue();

            Door.REALM.refusing = true;

            assertThat(own.get("/api/v1/me/events", "Cookie", session).statusCode())
                    .isEqualTo(401);
            own.get("/fr/", "Accept", HTML, "Cookie", session);
            assertThat(Door.PORTAL.last().header("Authorization")).isNull();
        }
    }

    @Test
    void aTokenThatIsOldGoesOnWhileTheRealmIsAway() {
        try (var own = Door.open("maydan.gateway.oidc.renew-after=1ms")) {
            var session = own.signIn("amina");
            Door.REALM.server.stop();

            assertThat(own.get("/api/v1/me/events", "Cookie", session).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void twoReplicasRenewATokenOnlyOnce() throws ExecutionException, InterruptedException {
        var database = "gateway_" + UUID.randomUUID().toString().replace("-", "");
        try (var one = Door.open(database, Door.freePort());
                var two = Door.open(database, Door.freePort());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Door.REALM.lifetime = LONG_OVER;
            var session = one.signIn("amina");
            Door.REALM.lifetime = Duration.ofMinutes(5);

            var answers = new ArrayList<Future<HttpResponse<String>>>();
            for (var i = 0; i < 20; i++) {
                var replica = i % 2 == 0 ? one : two;
                answers.add(threads.submit(() -> replica.get("/api/v1/me/events", "Cookie", session)));
            }
            for (var answer : answers) {
                assertThat(answer.get().statusCode()).isEqualTo(200);
            }
        }
        assertThat(Door.REALM.refused).isEmpty();
        assertThat(Door.REALM.refreshes).hasValue(1);
    }

    @Test
    void whoTheRealmNoLongerKnowsReadsOnAsAVisitorAndIsToldWhenDoingSomething() {
        Door.REALM.lifetime = LONG_OVER;
        var reading = door.signIn("amina");
        var calling = door.signIn("amina");
        Door.REALM.refusing = true;

        var page = door.get("/fr/", "Accept", HTML, "Cookie", reading);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(Door.PORTAL.last().header("Authorization")).isNull();
        assertThat(Door.PORTAL.last().header("X-Maydan-Csrf")).isNull();
        assertThat(page.headers().allValues("Set-Cookie")).anyMatch(cookie -> cookie.startsWith("MAYDAN_SESSION=;"));

        var api = door.get("/api/v1/me/events", "Cookie", calling, "Accept-Language", "fr");
        assertThat(api.statusCode()).isEqualTo(401);
        assertThat(api.body()).contains("session-ended", "Votre session est terminée");
        assertThat(Door.EVENTS.received).isEmpty();
    }

    @Test
    void whileTheRealmIsAwayWhoeverIsSignedInGoesOnUntilTheTokenIsTooOld() {
        Door.REALM.lifetime = Duration.ofSeconds(90);
        var stillGood = door.signIn("amina");
        Door.REALM.lifetime = LONG_OVER;
        var tooOld = door.signIn("amina");
        Door.REALM.server.stop();

        assertThat(door.get("/api/v1/me/events", "Cookie", stillGood).statusCode())
                .isEqualTo(200);

        var refused = door.get("/api/v1/me/events", "Cookie", tooOld);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(Door.header(refused, "Retry-After")).isNotBlank();
    }

    @Test
    void whoIsSignedInAlreadyIsNotSentToSignInAgain() {
        var again = door.get("/login?next=/fr/events", "Cookie", door.signIn("amina"));

        assertThat(again.statusCode()).isEqualTo(302);
        assertThat(Door.header(again, "Location")).isEqualTo("/fr/events");
    }

    @Test
    void aBearerTokenIsNeverMixedWithTheSession() {
        var session = door.signIn("amina");
        var token = TestTokens.machine("robot", "events.read");

        var sent = door.post(
                "/api/v1/organizations",
                "application/json",
                "{}",
                "Cookie",
                session,
                "Authorization",
                "Bearer " + token);

        assertThat(sent.statusCode()).isEqualTo(200);
        assertThat(Door.INCUBATORS.last().header("Authorization")).isEqualTo("Bearer " + token);
    }

    @Test
    void whatASignedInPersonSeesIsKeptInNoCacheUnlessThePortalSaysSo() {
        var session = door.signIn("amina");

        assertThat(Door.header(door.get("/fr/me", "Accept", HTML, "Cookie", session), "Cache-Control"))
                .isEqualTo("private, no-store");
        assertThat(Door.header(door.get("/fr/", "Accept", HTML), "Cache-Control"))
                .isEmpty();

        Door.PORTAL.answers(exchange -> {
            exchange.getResponseHeaders().set("Cache-Control", "public, max-age=3600");
            StubUpstream.send(exchange, 200, "text/css", "a{}");
        });
        assertThat(Door.header(door.get("/assets/app.css", "Cookie", session), "Cache-Control"))
                .isEqualTo("public, max-age=3600");
    }

    @Test
    void aFragmentOfAnEndedSessionSendsTheWholePageToSignIn() {
        Door.REALM.lifetime = LONG_OVER;
        var session = door.signIn("amina");
        Door.REALM.refusing = true;

        var answer = door.get("/ar/events", "HX-Request", "true", "Accept", "*/*", "Cookie", session);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(Door.header(answer, "HX-Redirect")).isEqualTo("/login?lang=ar");
    }

    private static String csrfToken(String session) {
        door.get("/fr/form", "Accept", HTML, "Cookie", session);
        return String.valueOf(Door.PORTAL.last().header("X-Maydan-Csrf"));
    }
}
