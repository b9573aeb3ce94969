package ma.maydan.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The portal's pages in a real browser, with the real Keycloak, in the three languages; the longest begins first. */
@Order(1)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserIT {

    private static final String BEGINS_WITH_SEPARATOR = """
        () => [...document.querySelectorAll('.facts > *')].some(it =>
            getComputedStyle(it, '::before').content.includes('·')
            || getComputedStyle(it).display !== 'inline' && getComputedStyle(it, '::after').content.includes('·'))
        """;

    private final Portal portal = Portal.running();
    private final Browsing browsing = new Browsing(portal);

    @AfterAll
    void close() {
        browsing.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void theVisitorsPagesAreAccessibleInEveryLanguageOnPhoneAndDesk(String language) {
        var event = portal.anonymous()
                .get("/events?limit=1")
                .body()
                .at("/items/0/id")
                .asString("");
        var program = portal.anonymous()
                .get("/programs?limit=1")
                .body()
                .at("/items/0/id")
                .asString("");
        var organization = portal.anonymous()
                .get("/organizations?limit=1")
                .body()
                .at("/items/0/id")
                .asString("");
        var partnership = portal.anonymous()
                .get("/partnerships?limit=1")
                .body()
                .at("/items/0/id")
                .asString("");
        checkPages(
                language,
                null,
                "/",
                "/events",
                "/events/month",
                "/events/" + event,
                "/programs",
                "/programs/" + program,
                "/organizations",
                "/organizations/" + organization,
                "/partnerships",
                "/partnerships/" + partnership,
                "/speakers",
                "/privacy",
                "/no-such-page");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void theMembersPagesAreAccessibleInEveryLanguageOnPhoneAndDesk(String language) {
        var organization = portal.as("incubator")
                .get("/me/organizations?limit=1")
                .body()
                .at("/items/0/id")
                .asString("");
        var event = portal.as("incubator")
                .get("/me/events?limit=1")
                .body()
                .at("/items/0/id")
                .asString("");
        checkPages(
                language,
                "incubator",
                "/events/" + event + "/registrations",
                "/me",
                "/me/data",
                "/me/erasure",
                "/me/notices",
                "/me/notices/preferences",
                "/organizations/" + organization + "/logo",
                "/me/organizations",
                "/me/programs",
                "/me/events",
                "/me/registrations",
                "/me/partnerships",
                "/organizations/new",
                "/programs/new",
                "/events/new",
                "/partnerships/new");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void theStaffsPagesAreAccessibleInEveryLanguageOnPhoneAndDesk(String language) {
        checkPages(
                language,
                "officer",
                "/reviews",
                "/reviews/organizations",
                "/reviews/programs",
                "/reviews/events",
                "/reviews/partnerships");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void theOfficerSeesWhatANameCanBeTakenFor(String language) {
        // The letters of the demo incubator's name, some of them Cyrillic.
        var draft = portal.as("startup2")
                .create("/organizations", Steps.organizationBody("Inсubateur Atlаs (DEMO) SARL", "STARTUP"))
                .expect(201);
        var path = "/organizations/" + draft.id();
        portal.as("startup2").post(path + "/submit", draft.version()).expect(200);
        checkPages(language, "officer", path);
        try (var context = browsing.window(1280)) {
            var page = browsing.signedIn(context, language, "officer");
            page.navigate(portal.gateway() + "/" + language + path);
            assertThat(page.locator("section[aria-labelledby=lookalikes]").textContent())
                    .contains("001500000000002", "U+0441", "U+0430");
        }
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
            page.locator("main form[action$='/submit'] button[type=submit]").click();
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
    void thePageOfTheApiShowsEveryServiceAndIsAccessible(String language) {
        var found = new ArrayList<String>();
        for (var width : List.of(375, 1280)) {
            try (var context = browsing.window(width)) {
                var page = watched(context.newPage(), found);
                page.navigate(portal.gateway() + "/docs/api?lang=" + language);
                for (var operation :
                        List.of("/events/{id}/publish", "/organizations/{id}/verify", "/partnerships/{id}/approve")) {
                    assertThat(page.locator("main").innerText()).contains(operation);
                }
                // The first operation and the first schema of each service: the others are alike, and axe takes its
                // time.
                page.evaluate(
                        "() => document.querySelectorAll('main :not(details) + details').forEach(one => one.open ="
                                + " true)");
                inspect(page, language, "/docs/api at " + width + ": ", found);
                Browsing.screenshot(page, language + "-docs-api-" + width);
            }
        }
        assertThat(found).isEmpty();
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

    private void checkPages(String language, @Nullable String user, String... paths) {
        var found = new ArrayList<String>();
        for (var width : List.of(375, 1280)) {
            try (var context = browsing.window(width)) {
                var page =
                        watched(user == null ? context.newPage() : browsing.signedIn(context, language, user), found);
                for (var path : paths) {
                    page.navigate(portal.gateway() + "/" + language + path);
                    inspect(page, language, language + path + " at " + width + ": ", found);
                    Browsing.screenshot(
                            page,
                            language + path.replaceAll("[0-9a-f-]{36}", "one").replace('/', '-') + "-" + width);
                }
            }
        }
        assertThat(found).isEmpty();
    }

    /** A page whose violations of its content security policy are found. */
    private static Page watched(Page page, List<String> found) {
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && message.text().contains("Content Security Policy")) {
                found.add(message.text());
            }
        });
        return page;
    }

    private static void inspect(Page page, String language, String where, List<String> found) {
        assertThat(page.title()).as(where).isNotBlank();
        assertThat(page.locator("html").getAttribute("lang")).as(where).startsWith(language);
        assertThat(page.locator("html").getAttribute("dir")).as(where).isEqualTo(language.equals("ar") ? "rtl" : "ltr");
        assertThat(page.locator("h1").count()).as(where + "one h1").isEqualTo(1);
        Browsing.axe(page)
                .analyze()
                .getViolations()
                .forEach(violation -> found.add(where + violation.getId() + " "
                        + violation.getNodes().getFirst().getHtml()));
        for (var target : (List<?>) page.evaluate(Browsing.LOW_TARGETS)) {
            found.add(where + "lower than a finger needs: " + target);
        }
        if ((boolean)
                page.evaluate("() => document.documentElement.scrollWidth > document.documentElement.clientWidth")) {
            found.add(where + "scrolls sideways");
        }
        if ((boolean) page.evaluate(BEGINS_WITH_SEPARATOR)) {
            found.add(where + "a separator can begin a line");
        }
    }
}
