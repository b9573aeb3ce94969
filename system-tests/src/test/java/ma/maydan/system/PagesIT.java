package ma.maydan.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of page, in a real browser, in the three languages, on a phone and a desk; the longest begins first. */
@Order(1)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesIT {

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
                "/organizations/compare?compared=" + organization,
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
                "/reviews/organizations/changes",
                "/reviews/organizations?appealed=true",
                "/reviews/programs",
                "/reviews/events",
                "/reviews/partnerships",
                "/imports");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void theOfficerSeesWhatANameCanBeTakenFor(String language) {
        // The letters of the demo incubator's name, some of them Cyrillic.
        var draft = portal.as("startup2")
                .create("/organizations", Steps.organizationBody("Inсubateur Atlаs (DEMO) SARL", "STARTUP"))
                .expect(201);
        var path = "/organizations/" + draft.id();
        Steps.submitted(portal.as("startup2"), draft);
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
    void whoIsRejectedAppealsAndTheStaffSeesIt(String language) {
        var submitted = Steps.submittedOrganization(portal, "startup2", "STARTUP");
        var path = "/organizations/" + submitted.id();
        var taken = Steps.taken(portal.as("officer"), submitted);
        var failed = portal.as("officer")
                .put(path + "/checks", Steps.checks("FAIL"), taken.version())
                .expect(200);
        var rejected = portal.as("admin")
                .post(path + "/reject", Steps.REASON, failed.version())
                .expect(200);
        checkPages(language, "startup2", path, path + "/case", path + "/appeal");
        portal.as("startup2")
                .post(path + "/appeal", "{\"text\":\"Regardez encore.\"}", rejected.version())
                .expect(200);
        checkPages(language, "admin2", path + "/case", path + "/accept-appeal", path + "/dismiss-appeal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void anOrganizationLeavesTheRegister(String language) {
        var verified = Steps.verifiedOrganization(portal, "startup2", "STARTUP");
        var path = "/organizations/" + verified.id();
        checkPages(language, "admin", path + "/propose-revocation", path + "/retire", path + "/suspend");
        var body = Steps.REASON
                .strip()
                .replaceFirst(
                        "}$",
                        ",\"minutes\":\"PV\",\"on\":\"%s\"}"
                                .formatted(LocalDate.now(ZoneOffset.UTC).plusDays(30)));
        portal.as("admin")
                .post(path + "/propose-revocation", body, verified.version())
                .expect(200);
        checkPages(language, "startup2", path, path + "/hearing");
        portal.as("admin")
                .post(path + "/withdraw-revocation", verified.version() + 1)
                .expect(200);
        var retired =
                Steps.REASON.strip().replaceFirst("}$", ",\"on\":\"%s\"}".formatted(LocalDate.now(ZoneOffset.UTC)));
        portal.as("startup2")
                .post(path + "/retire", retired, verified.version() + 2)
                .expect(200);
        checkPages(language, null, path);
        checkPages(language, "startup2", path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void anOwnerConfirmsThatNothingHasChanged(String language) {
        var verified = Steps.verifiedOrganization(portal, "startup2", "STARTUP");
        var path = "/organizations/" + verified.id();
        Steps.toBeConfirmed(portal, verified.id(), LocalDate.now(ZoneOffset.UTC).minusDays(40));
        checkPages(language, null, path);
        checkPages(language, "startup2", path, path + "/renew");
        try (var context = browsing.window(375)) {
            var page = browsing.signedIn(context, language, "startup2");
            page.navigate(portal.gateway() + "/" + language + path + "/renew");
            page.locator("main form.form .buttons button[type=submit]").click();
            assertThat(page.locator(".flash [role=status]").isVisible()).isTrue();
            assertThat(page.locator("[data-status=LAPSED]").count()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void thePageOfTheApiShowsEveryServiceAndIsAccessible(String language) {
        var found = new ArrayList<String>();
        try (var context = browsing.window(375)) {
            var page = watched(context.newPage(), found);
            page.navigate(portal.gateway() + "/docs/api?lang=" + language);
            for (var operation :
                    List.of("/events/{id}/publish", "/organizations/{id}/verify", "/partnerships/{id}/approve")) {
                assertThat(page.locator("main").innerText()).contains(operation);
            }
            // The first operation and the first schema of each service: the others are alike, and axe takes its time.
            page.evaluate(
                    "() => document.querySelectorAll('main :not(details) + details').forEach(one => one.open = true)");
            inspect(page, language, "/docs/api", found);
        }
        assertThat(found).isEmpty();
    }

    private void checkPages(String language, @Nullable String user, String... paths) {
        var found = new ArrayList<String>();
        try (var context = browsing.window(375)) {
            var page = watched(user == null ? context.newPage() : browsing.signedIn(context, language, user), found);
            for (var path : paths) {
                page.setViewportSize(375, 900);
                page.navigate(portal.gateway() + "/" + language + path);
                inspect(page, language, path, found);
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

    /** Looks at a page on a phone, and then on a desk: what axe finds there only is the same in every language. */
    private static void inspect(Page page, String language, String path, List<String> found) {
        var where = language + path + ": ";
        assertThat(page.title()).as(where).isNotBlank();
        assertThat(page.locator("html").getAttribute("lang")).as(where).startsWith(language);
        assertThat(page.locator("html").getAttribute("dir")).as(where).isEqualTo(language.equals("ar") ? "rtl" : "ltr");
        assertThat(page.locator("h1").count()).as(where + "one h1").isEqualTo(1);
        for (var width : List.of(375, 1280)) {
            page.setViewportSize(width, 900);
            inspect(page, width == 375 || language.equals("ar"), where + width + ": ", found);
            Browsing.screenshot(
                    page, language + path.replaceAll("[0-9a-f-]{36}", "one").replace('/', '-') + "-" + width);
        }
    }

    private static void inspect(Page page, boolean axe, String where, List<String> found) {
        if (axe) {
            Browsing.axe(page)
                    .analyze()
                    .getViolations()
                    .forEach(violation -> found.add(where + violation.getId() + " "
                            + violation.getNodes().getFirst().getHtml()));
        }
        for (var target : Browsing.lowTargets(page)) {
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
