package ma.maydan.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of Keycloak's that somebody meets on the way in, beyond the first, and those that say that it leads nowhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealmPagesIT {

    private final Portal portal = Portal.running();
    private final Browsing browsing = new Browsing(portal);

    @AfterAll
    void close() {
        browsing.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void aSecondFactorIsSetUpAndAskedForOnPagesOfOurs(String language) throws GeneralSecurityException {
        var name = whoHasTo("CONFIGURE_TOTP");
        String secret;
        try (var window = browsing.window(375)) {
            var page = signIn(window, language, name);
            RealmPage.look(page, language, "totp");
            page.locator("#mode-manual").click();
            RealmPage.look(page, language, "totp-manual");
            page.locator("#totp").fill("000000");
            page.locator("#saveTOTPBtn").click();
            assertThat(page.locator("#totp").getAttribute("aria-invalid")).isEqualTo("true");
            RealmPage.look(page, language, "totp-wrong");

            secret = page.locator("[name=totpSecret]").getAttribute("value");
            page.locator("#totp").fill(OneTimePassword.of(secret, 0));
            page.locator("#userLabel").fill("هاتفي Nokia");
            page.locator("#saveTOTPBtn").click();
            page.waitForURL(portal.gateway() + "/" + language + "/me");
        }
        try (var window = browsing.window(1280)) {
            var page = signIn(window, language, name);
            assertThat(page.locator("#kc-attempted-username").textContent()).isEqualTo(RealmAdmin.login(name));
            RealmPage.look(page, language, "otp");
            page.locator("#otp").fill("000000");
            page.locator("#kc-login").click();
            page.locator("#otp").fill(OneTimePassword.of(secret, 1));
            page.locator("#kc-login").click();
            page.waitForURL(portal.gateway() + "/" + language + "/me");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void aNewPasswordAndOnesDetailsAreGivenOnPagesOfOurs(String language) {
        try (var window = browsing.window(375)) {
            var page = signIn(window, language, whoHasTo("UPDATE_PASSWORD", "UPDATE_PROFILE"));
            RealmPage.look(page, language, "profile");
            page.locator("#firstName").fill("");
            send(page);
            assertThat(page.locator("#firstName").getAttribute("aria-invalid")).isEqualTo("true");
            page.locator("#firstName").fill("Crowd");
            send(page);

            RealmPage.look(page, language, "new-password");
            page.locator("#password-new").fill("short");
            page.locator("#password-confirm").fill("other");
            send(page);
            for (var field : List.of("password-new", "password-confirm")) {
                assertThat(page.locator("#" + field).getAttribute("aria-invalid"))
                        .isEqualTo("true");
            }
            RealmPage.look(page, language, "new-password-wrong");
            page.locator("#password-new").fill("another long password");
            assertThat(page.locator("#password-new").getAttribute("type")).isEqualTo("password");
            page.locator("[aria-controls=password-new]").click();
            assertThat(page.locator("#password-new").getAttribute("type")).isEqualTo("text");
            page.locator("#password-confirm").fill("another long password");
            send(page);
            page.waitForURL(portal.gateway() + "/" + language + "/me");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void whatLeadsNowhereSaysSoOnPagesOfOurs(String language) {
        var pages = portal.realm();
        try (var window = browsing.window(375)) {
            var page = window.newPage();
            // Keycloak keeps the language from here on.
            page.navigate(portal.gateway() + "/login?lang=" + language);
            page.locator(".languages a[lang=" + language + "]").click();
            page.navigate(pages + "/protocol/openid-connect/auth?client_id=nobody");
            RealmPage.look(page, language, "error");

            page.navigate(pages + "/protocol/openid-connect/logout?ui_locales=" + language);
            RealmPage.look(page, language, "sign-out");

            page = signIn(window, language, whoHasTo("UPDATE_PASSWORD"));
            page.navigate(page.url().replaceFirst("execution=[^&]*", "execution=gone"));
            assertThat(page.locator("#loginRestartLink").count()).isEqualTo(1);
            RealmPage.look(page, language, "expired");
            page.locator("#loginContinueLink").click();
            assertThat(page.locator("#password-new").count()).isEqualTo(1);
        }
    }

    @Test
    void withoutJavaScriptTheLanguageIsChosenAndASecondFactorSetUp() throws GeneralSecurityException {
        try (var window = browsing.windowWithoutJavaScript(375)) {
            var page = signIn(window, "fr", whoHasTo("CONFIGURE_TOTP"));
            page.locator(".languages a[lang=ar]").click();
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("ar");
            var secret = page.locator("[name=totpSecret]").getAttribute("value");
            page.locator("#totp").fill(OneTimePassword.of(secret, 0));
            page.locator("#saveTOTPBtn").click();
            page.waitForURL(portal.gateway() + "/*/me");
        }
    }

    private String whoHasTo(String... actions) {
        var name = "steps-" + UUID.randomUUID();
        // Anew, since its token lives a minute.
        var realm = new RealmAdmin(portal);
        realm.change("/users/" + realm.person(name), Map.of("requiredActions", List.of(actions)));
        return name;
    }

    private Page signIn(BrowserContext window, String language, String name) {
        var page = window.newPage();
        page.navigate(portal.gateway() + "/login?lang=" + language + "&next=/" + language + "/me");
        page.locator("#username").fill(RealmAdmin.login(name));
        page.locator("#password").fill(RealmAdmin.PASSWORD);
        page.locator("#kc-login").click();
        return page;
    }

    private static void send(Page page) {
        page.locator("main form [type=submit]").click();
    }
}
