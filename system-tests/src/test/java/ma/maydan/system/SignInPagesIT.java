package ma.maydan.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keycloak's own pages and the ways through them, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInPagesIT {

    private final Portal portal = Portal.running();
    private final Browsing browsing = new Browsing(portal);

    @AfterAll
    void close() {
        browsing.close();
    }

    @Test
    void twoTabsSignInForTheirOwnPages() {
        for (var script : new boolean[] {true, false}) {
            try (var window = script ? browsing.window(1280) : browsing.windowWithoutJavaScript(1280)) {
                var first = login(window, "ar", "/ar/me/events");
                var second = login(window, "fr", "/fr/me/programs");
                signIn(second, "startup");
                second.waitForURL(portal.gateway() + "/fr/me/programs");

                if (!script) {
                    signIn(first, "startup");
                }
                first.waitForURL(portal.gateway() + "/ar/me/events");
                assertThat(second.reload().status()).isEqualTo(200);
                assertThat(second.locator("form[action='/logout']").count()).isPositive();
            }
        }
    }

    @Test
    void whoGoesBackToTheLoginPageAfterSigningInComesToTheirPageAgain() {
        for (var script : new boolean[] {true, false}) {
            try (var window = script ? browsing.window(1280) : browsing.windowWithoutJavaScript(1280)) {
                var page = login(window, "fr", "/fr/me/events");
                signIn(page, "startup");
                page.waitForURL(portal.gateway() + "/fr/me/events");

                page.goBack();
                if (page.url().startsWith(portal.realm())
                        && page.locator("#kc-login").count() > 0) {
                    signIn(page, "startup");
                }

                page.waitForURL(portal.gateway() + "/fr/me/events");
            }
        }
    }

    @Test
    void anAttemptThatTheGatewayDoesNotKnowAnyMoreEndsAtItsPageAllTheSame() {
        try (var window = browsing.window(1280)) {
            var page = login(window, "en", "/en/me/programs");
            window.clearCookies(new BrowserContext.ClearCookiesOptions().setName("MAYDAN_BROWSER"));
            signIn(page, "startup");

            page.waitForURL(portal.gateway() + "/en/me/programs");
            assertThat(page.locator("form[action='/logout']").count()).isPositive();
        }
    }

    @Test
    void aPageThatTheRealmHasForgottenEndsAtItsPageAllTheSame() {
        try (var window = browsing.window(1280)) {
            var page = login(window, "fr", "/fr/me/programs");
            window.clearCookies(new BrowserContext.ClearCookiesOptions().setName("AUTH_SESSION_ID"));
            signIn(page, "startup");
            if (page.locator("#kc-login").count() > 0) {
                signIn(page, "startup");
            }

            page.waitForURL(portal.gateway() + "/fr/me/programs");
        }
    }

    @Test
    void theLanguageChosenOnTheLoginPageIsThatOfThePageAfterItAndTheNextPageDecidesTheNextTime() {
        try (var window = browsing.window(1280)) {
            var page = login(window, "fr", "/fr/me/events?x=1");
            page.locator(".languages a[lang=ar]").click();
            page.waitForURL(url -> url.contains("kc_locale=ar"));
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("ar");
            signIn(page, "startup2");
            page.waitForURL(portal.gateway() + "/ar/me/events?x=1");
        }
        try (var window = browsing.window(1280)) {
            var page = login(window, "en", "/en/me");
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
            signIn(page, "startup2");
            page.waitForURL(portal.gateway() + "/en/me");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ar, إنشاء حساب, الاسم الشخصي, الاسم العائلي, ألا يقل عدد حروفها عن 12",
        "fr, Inscription, Prénom, Nom, Au moins 12 caractères",
        "en, Create an account, First name, Last name, At least 12 characters"
    })
    void registeringIsInOurWordsWithItsRulesToldBeforeAndEveryWrongFieldMarked(
            String language, String title, String first, String last, String rules) {
        for (var width : List.of(375, 1280)) {
            try (var window = browsing.window(width)) {
                var page = login(window, language, "/" + language + "/me");
                RealmPage.look(page, language, "login-" + width);
                page.locator("a[href*='registration']").click();
                assertThat(page.locator("h1").textContent().strip()).isEqualTo(title);
                assertThat(page.locator("label[for=firstName]").textContent()).contains(first);
                assertThat(page.locator("label[for=lastName]").textContent()).contains(last);
                assertThat(page.locator("#password-hint").textContent()).contains(rules);
                assertThat(page.locator("#password").getAttribute("aria-describedby"))
                        .contains("password-hint");
                assertThat(page.locator("#username").count())
                        .as("the mail is the name")
                        .isZero();
                RealmPage.look(page, language, "register-" + width);

                page.locator("#password").fill("short");
                page.locator("#kc-register-form [type=submit]").click();
                RealmPage.look(page, language, "register-wrong-" + width);
                for (var field : List.of("email", "password", "firstName", "lastName")) {
                    assertThat(page.locator("#" + field).getAttribute("aria-invalid"))
                            .as(field)
                            .isEqualTo("true");
                }
            }
        }
    }

    @Test
    void anotherLanguageKeepsWhatWasTypedExceptedThePassword() {
        try (var window = browsing.window(375)) {
            var page = login(window, "fr", "/fr/me");
            page.locator("a[href*='registration']").click();
            page.locator("#email").fill("amina@demo.maydan.test");
            page.locator("#lastName").fill("Alaoui");
            page.locator("#password").fill("a-long-password");
            page.locator(".languages a[lang=ar]").click();
            page.waitForURL(url -> url.contains("kc_locale=ar"));

            assertThat(page.locator("html").getAttribute("dir")).isEqualTo("rtl");
            assertThat(page.locator("#email").inputValue()).isEqualTo("amina@demo.maydan.test");
            assertThat(page.locator("#lastName").inputValue()).isEqualTo("Alaoui");
            assertThat(page.locator("#password").inputValue()).isEmpty();
            assertThat(page.evaluate("() => sessionStorage.length")).isEqualTo(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void aWrongPasswordMarksBothFieldsAndTheNameStays(String language) {
        try (var window = browsing.window(375)) {
            var page = login(window, language, "/" + language + "/me");
            page.locator("#username").fill("nobody@demo.maydan.test");
            page.locator("#password").fill("wrong");
            page.locator("#kc-login").click();

            for (var field : List.of("username", "password")) {
                assertThat(page.locator("#" + field).getAttribute("aria-invalid"))
                        .isEqualTo("true");
            }
            assertThat(page.locator("#username").inputValue()).isEqualTo("nobody@demo.maydan.test");
            RealmPage.look(page, language, "login-wrong");
        }
    }

    @Test
    void aRefreshTokenIsGoodOnceAndASessionGoesOnThroughManyRequestsAtOnce() throws Exception {
        var client = "refreshing-" + UUID.randomUUID();
        portal.makeClient(client, 300);
        var tokens = Portal.json(Portal.form(
                portal.realm() + "/protocol/openid-connect/token",
                Map.of("grant_type", "password", "client_id", client, "username", "startup", "password", "maydan")));
        var first = tokens.path("refresh_token").asString("");
        assertThat(refresh(client, first).statusCode()).isEqualTo(200);
        var again = refresh(client, first);
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("invalid_grant");

        try (var window = browsing.window(1280);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            browsing.signedIn(window, "fr", "startup");
            var session = window.cookies().stream()
                    .filter(cookie -> cookie.name.equals("MAYDAN_SESSION"))
                    .findFirst()
                    .orElseThrow();
            // Over the age at which the gateway renews, with several requests each time.
            await().pollDelay(Duration.ofSeconds(26))
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> true);
            for (var turn = 0; turn < 3; turn++) {
                Callable<Integer> ask = () -> portal.anonymous()
                        .send("GET", "/me/organizations", null, Map.of("Cookie", "MAYDAN_SESSION=" + session.value))
                        .status();
                for (var answer : threads.invokeAll(List.of(ask, ask, ask, ask))) {
                    assertThat(answer.get()).isEqualTo(200);
                }
            }
        }
    }

    private HttpResponse<String> refresh(String client, String token) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        Portal.form(
                                        portal.realm() + "/protocol/openid-connect/token",
                                        Map.of(
                                                "grant_type",
                                                "refresh_token",
                                                "client_id",
                                                client,
                                                "refresh_token",
                                                token))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private Page login(BrowserContext window, String language, String next) {
        var page = window.newPage();
        page.navigate(portal.gateway() + "/login?lang=" + language + "&next="
                + URI.create(next).toASCIIString().replace("?", "%3F").replace("=", "%3D"));
        assertThat(page.locator("html").getAttribute("lang")).startsWith(language);
        return page;
    }

    private static void signIn(Page page, String user) {
        page.locator("#username").fill(user);
        page.locator("#password").fill("maydan");
        page.locator("#kc-login").click();
    }
}
