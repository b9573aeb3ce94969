package ma.maydan.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person has typed, in a real browser: it outlives sessions, languages and other people's changes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TypedIT {

    private final Portal portal = Portal.running();
    private final Browsing browsing = new Browsing(portal);

    @AfterAll
    void close() {
        browsing.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void aFormThatIsSentAfterTheSessionIsThereFilledAfterSigningInAndCreatesOnce(String language) {
        try (var window = browsing.window(375)) {
            var page = browsing.signedIn(window, language, "startup");
            var name = typed(page, language);
            endSession(window, true);

            page.locator("main form .buttons button[type=submit]").click();
            page.locator("#username").fill("startup");
            page.locator("#password").fill("maydan");
            page.locator("#kc-login").click();

            page.waitForURL(portal.gateway() + "/" + language + "/organizations/new?kept=*");
            assertThat(page.locator("#notice").textContent()).isNotBlank();
            assertFilled(page, name);
            assertThat(Browsing.axe(page).analyze().getViolations()).isEmpty();
            Browsing.screenshot(page, language + "-form-kept");
            assertThat(mine(name)).as("nothing is sent by itself").isZero();
            page.locator("main form .buttons button[type=submit]").click();
            page.waitForURL(url -> url.matches(".*/organizations/[0-9a-f-]{36}.*"));
            assertThat(mine(name)).isEqualTo(1);
        }
    }

    @Test
    void whileTheRealmStillKnowsThePersonTheFormIsBackAtOnceAlsoWithoutJavaScript() {
        try (var window = browsing.windowWithoutJavaScript(1280)) {
            var page = browsing.signedIn(window, "fr", "startup");
            var name = typed(page, "fr");
            endSession(window, false);

            page.locator("main form .buttons button[type=submit]").click();

            page.waitForURL(portal.gateway() + "/fr/organizations/new?kept=*");
            assertFilled(page, name);
        }
    }

    @Test
    void aFormThatWasOpenedInAnEarlierSessionIsShownFilledAndNotSent() {
        try (var window = browsing.window(1280)) {
            var page = browsing.signedIn(window, "fr", "startup");
            var name = typed(page, "fr");
            endSession(window, false);
            var other = window.newPage();
            other.navigate(portal.gateway() + "/login?lang=fr&next=/fr/me");

            page.locator("main form .buttons button[type=submit]").click();

            page.waitForURL(portal.gateway() + "/fr/organizations/new?kept=*");
            assertFilled(page, name);
            page.locator("main form .buttons button[type=submit]").click();
            page.waitForURL(url -> url.matches(".*/organizations/[0-9a-f-]{36}.*"));
            assertThat(mine(name)).isEqualTo(1);
        }
    }

    @Test
    void whoSignsInNextAtTheBrowserDoesNotSeeTheForm() {
        try (var window = browsing.window(1280)) {
            var page = browsing.signedIn(window, "fr", "startup");
            var name = typed(page, "fr");
            endSession(window, true);
            page.locator("main form .buttons button[type=submit]").click();
            page.locator("#username").fill("startup2");
            page.locator("#password").fill("maydan");
            page.locator("#kc-login").click();

            page.waitForURL(portal.gateway() + "/fr/organizations/new");
            assertThat(page.content()).doesNotContain(name);
        }
    }

    @Test
    void theLanguageOfAFormChangesWithWhatIsTypedWithAndWithoutJavaScript() {
        for (var script : new boolean[] {true, false}) {
            try (var window = script ? browsing.window(1280) : browsing.windowWithoutJavaScript(1280)) {
                var page = browsing.signedIn(window, "fr", "startup");
                var name = typed(page, "fr");
                page.locator(".languages button[value=ar]").click();
                page.waitForURL(portal.gateway() + "/ar/organizations/new");

                assertThat(page.locator("html").getAttribute("dir")).isEqualTo("rtl");
                assertFilled(page, name);
                page.locator("main input[name='legalName.ar']").press("Enter");
                page.waitForURL(url -> url.matches(".*/organizations/[0-9a-f-]{36}.*"));
                assertThat(mine(name))
                        .as("the enter key sends the form, and is no language")
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void theLanguagesAndTheWayInFollowAFilterInPlace() {
        try (var window = browsing.window(1280)) {
            var page = window.newPage();
            page.navigate(portal.gateway() + "/fr/events");
            page.locator("select[name=kind]").selectOption("MEETUP");
            page.waitForURL(portal.gateway() + "/fr/events?kind=MEETUP");

            assertThat(page.locator("a.sign-in").getAttribute("href")).contains("kind%3DMEETUP");
            assertThat(page.locator("link[hreflang=ar]").getAttribute("href")).endsWith("/ar/events?kind=MEETUP");
            page.locator(".languages a[lang=ar]").click();
            page.waitForURL(portal.gateway() + "/ar/events?kind=MEETUP");
            assertThat(page.locator("select[name=kind]").inputValue()).isEqualTo("MEETUP");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void whatSomebodyElseSavedStandsBesideWhatWasTyped(String language) {
        var draft = portal.as("startup")
                .create("/organizations", Steps.organizationBody("Saved first", "STARTUP"))
                .expect(201);
        try (var window = browsing.window(375)) {
            var page = browsing.signedIn(window, language, "startup");
            page.navigate(portal.gateway() + "/" + language + "/organizations/" + draft.id() + "/edit");
            Browsing.write(page, "legalName", "fr", "Typed meanwhile");
            portal.as("startup")
                    .put(
                            "/organizations/" + draft.id(),
                            Steps.organizationBody("Saved by another", "STARTUP"),
                            draft.version())
                    .expect(200);

            page.locator("main form .buttons button[type=submit]").click();

            assertThat(page.locator("main input[name='legalName.fr']").inputValue())
                    .isEqualTo("Typed meanwhile");
            assertThat(page.locator("#n-legalName\\.fr").textContent()).contains("Saved by another");
            assertThat(Browsing.axe(page).analyze().getViolations()).isEmpty();
            Browsing.screenshot(page, language + "-form-changed");
            page.locator("main form .buttons button[type=submit]").click();
            page.waitForURL(url -> url.matches(".*/organizations/[0-9a-f-]{36}(\\?.*)?"));
            assertThat(portal.as("startup").get("/organizations/" + draft.id()).at("/legalName/fr"))
                    .isEqualTo("Typed meanwhile");
        }
    }

    @Test
    void aDraftIsDeletedFromItsPage() {
        var draft = portal.as("startup")
                .create("/organizations", Steps.organizationBody("To be deleted", "STARTUP"))
                .expect(201);
        try (var window = browsing.window(375)) {
            var page = browsing.signedIn(window, "ar", "startup");
            page.navigate(portal.gateway() + "/ar/organizations/" + draft.id());
            page.locator("a[href$='/delete']").click();
            assertThat(Browsing.axe(page).analyze().getViolations()).isEmpty();
            Browsing.screenshot(page, "ar-delete");
            page.locator("main form .buttons button[type=submit]").click();

            page.waitForURL(portal.gateway() + "/ar/me/organizations*");
            assertThat(page.locator("a[href*='" + draft.id() + "']").count()).isZero();
            assertThat(portal.as("startup").get("/organizations/" + draft.id()).status())
                    .isEqualTo(404);
        }
    }

    /** @return the name that was typed */
    private String typed(Page page, String language) {
        var name = "Typed " + UUID.randomUUID();
        page.navigate(portal.gateway() + "/" + language + "/organizations/new");
        Browsing.write(page, "legalName", "fr", name);
        Browsing.write(page, "legalName", "ar", "شركة & \"أخرى\"");
        page.locator("main input[name='kinds'][value='STARTUP']").check();
        page.locator("main select[name='region']").selectOption("MA-06");
        return name;
    }

    private static void assertFilled(Page page, String name) {
        assertThat(page.locator("main input[name='legalName.fr']").inputValue()).isEqualTo(name);
        assertThat(page.locator("main input[name='legalName.ar']").inputValue()).isEqualTo("شركة & \"أخرى\"");
        assertThat(page.locator("main input[name='kinds'][value='STARTUP']").isChecked())
                .isTrue();
        assertThat(page.locator("main select[name='region']").inputValue()).isEqualTo("MA-06");
    }

    /** As after half an hour in which nothing was asked for. */
    private void endSession(BrowserContext window, boolean atTheRealmToo) {
        window.clearCookies(new BrowserContext.ClearCookiesOptions().setName("MAYDAN_SESSION"));
        if (atTheRealmToo) {
            window.clearCookies(new BrowserContext.ClearCookiesOptions().setPath("/realms/maydan/"));
        }
    }

    private long mine(String name) {
        return portal.as("startup")
                .get("/me/organizations?limit=100")
                .body()
                .path("items")
                .valueStream()
                .filter(one -> one.at("/legalName/fr").asString("").equals(name))
                .count();
    }
}
