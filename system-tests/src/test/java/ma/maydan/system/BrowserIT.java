package ma.maydan.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people do in the portal's pages, in a real browser, with the real Keycloak. */
@Order(2)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserIT {

    private final Portal portal = Portal.running();
    private final Browsing browsing = new Browsing(portal);

    @AfterAll
    void close() {
        browsing.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void aFormThatIsNotFilledSaysWhatIsMissingAndKeepsWhatWasTyped(String language) {
        try (var context = browsing.window(1280)) {
            var page = browsing.signedIn(context, language, "startup");
            page.navigate(portal.gateway() + "/" + language + "/organizations/new");
            page.locator("main input[name='ice']").fill("123");
            page.locator("main form .buttons button[type=submit]").click();

            assertThat(page.locator("[role=alert]").count()).isPositive();
            assertThat(page.locator("main .error").count()).isPositive();
            assertThat(page.locator("main input[name='ice']").inputValue()).isEqualTo("123");
            assertThat(Browsing.axe(page).analyze().getViolations()).isEmpty();
            Browsing.screenshot(page, language + "-form-error");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void aLineOfTheSummaryLeadsToTheFirstInputOfItsGroup(String language) {
        try (var context = browsing.window(375)) {
            var page = browsing.signedIn(context, language, "startup");
            page.navigate(portal.gateway() + "/" + language + "/organizations/new");
            page.locator("main form .buttons button[type=submit]").click();
            for (var field : List.of("f-legalName-" + language, "f-kinds", "f-region")) {
                page.locator("#errors a[href='#" + field + "']").click();
                assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo(field);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void aListIsFilteredInPlaceOnceForEachChoiceAndSaysWhenItCouldNot(String language) {
        try (var context = browsing.window(375)) {
            var page = context.newPage();
            page.navigate(portal.gateway() + "/" + language + "/organizations");
            var entries = (int) page.evaluate("() => history.length");
            var status = page.locator("#count[role=status]");
            status.evaluate("one => one.dataset.same = 'yes'");

            page.locator("#kind").selectOption("INCUBATOR");
            page.waitForURL("**/organizations?kind=INCUBATOR");
            page.locator("form.filters button").click();
            page.locator("#kind").selectOption("STARTUP");
            page.waitForURL("**/organizations?kind=STARTUP");

            assertThat(page.evaluate("() => history.length")).isEqualTo(entries + 2);
            assertThat(status.getAttribute("data-same")).as("the status stays").isEqualTo("yes");
            assertThat(status.textContent()).isNotBlank();
            assertThat(Browsing.axe(page).analyze().getViolations()).isEmpty();

            context.setOffline(true);
            page.locator("#kind").selectOption("MEDIA");
            page.locator("#not-filtered").waitFor();
            assertThat(page.locator("#kind").inputValue()).isEqualTo("STARTUP");
            assertThat(page.url()).endsWith("?kind=STARTUP");
            assertThat(Browsing.axe(page).analyze().getViolations()).isEmpty();
            Browsing.screenshot(page, language + "-not-filtered");

            context.setOffline(false);
            page.locator("#kind").selectOption("");
            page.waitForURL("**/organizations");
            assertThat(page.locator("#not-filtered").isVisible()).isFalse();
        }
    }

    @Test
    void aNewPersonRegistersCreatesAnOrganizationAndSubmitsIt() {
        try (var context = browsing.window(1280)) {
            var page = context.newPage();
            page.navigate(portal.gateway() + "/en/");
            page.locator("a.sign-in").first().click();
            page.locator("a[href*='registration']").click();
            var name = "new" + UUID.randomUUID().toString().substring(0, 8);
            page.locator("#email").fill(name + "@demo.maydan.test");
            page.locator("#password").fill("a-long-password");
            page.locator("#password-confirm").fill("a-long-password");
            page.locator("#firstName").fill("New");
            page.locator("#lastName").fill("Person");
            page.locator("#kc-register-form [type=submit]").click();
            page.waitForURL(portal.gateway() + "/en/**");

            page.navigate(portal.gateway() + "/en/organizations/new");
            page.locator("main input[name='legalName.en']").fill("New startup " + name);
            page.locator("main input[name='kinds'][value='STARTUP']").check();
            page.locator("main input[name='ice']").fill("%015d".formatted(System.nanoTime()));
            page.locator("main select[name='region']").selectOption("MA-06");
            page.locator("main form .buttons button[type=submit]").click();

            assertThat(page.locator("h1").textContent()).contains(name);
            page.locator("main a[href$='/case']").first().click();
            page.waitForURL("**/case");
            Browsing.giveDocuments(page);
            page.locator("main a[href$='/submit']").click();
            page.locator("main form.form .buttons button[type=submit]").click();
            page.waitForCondition(() -> page.locator("[data-status=SUBMITTED]").count() > 0);
            Browsing.screenshot(page, "en-submitted");
            assertThat(portal.as("officer")
                            .get("/verification-cases?limit=100")
                            .body()
                            .toString())
                    .contains(name);
        }
    }

    @Test
    void signingOutEndsTheSessionAtKeycloakToo() {
        try (var context = browsing.window(1280)) {
            var page = browsing.signedIn(context, "fr", "startup2");
            assertThat(page.locator("form[action='/logout']").count()).isPositive();
            page.locator("form[action='/logout'] button").first().click();
            page.waitForURL(portal.gateway() + "/**");

            assertThat(page.locator("form[action='/logout']").count()).isZero();
            page.navigate(portal.gateway() + "/login?lang=fr&next=/fr/me");
            assertThat(page.locator("#password").count()).isEqualTo(1);
        }
    }

    @Test
    void aPersonRegistersForAnEventWithoutJavaScript() {
        var host = Steps.verifiedOrganization(portal, "incubator", "INCUBATOR").id();
        var event = Steps.publishedEvent(portal, "incubator", host, 5).id();
        try (var context = browsing.windowWithoutJavaScript(375)) {
            var page = browsing.signedIn(context, "ar", "startup");
            page.navigate(portal.gateway() + "/ar/events/" + event);
            page.locator("main form[action$='/register'] button[type=submit]")
                    .first()
                    .click();

            assertThat(portal.as("startup")
                            .get("/events/" + event)
                            .body()
                            .at("/myRegistration/status")
                            .asString(""))
                    .isEqualTo("CONFIRMED");
            Browsing.screenshot(page, "ar-registered");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void onPaperThereIsWhatAPageSaysAndNoWayAround(String language) {
        try (var context = browsing.window(1280)) {
            var page = browsing.signedIn(context, language, "incubator");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            for (var path : List.of("/events", "/me/registrations", "/events/new")) {
                page.navigate(portal.gateway() + "/" + language + path);
                assertThat(page.locator("button:visible, .button:visible, nav:visible, summary:visible, .crumb:visible")
                                .count())
                        .as(path)
                        .isZero();
                assertThat(page.locator("h1").isVisible()).as(path).isTrue();
            }
            assertThat(page.locator("main input[name='capacity']").isVisible()).isTrue();
        }
    }
}
