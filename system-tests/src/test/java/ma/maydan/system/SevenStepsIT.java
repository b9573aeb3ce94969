package ma.maydan.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import ma.maydan.system.words.Bundle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The portal's main job from end to end: people in the browser, each in a window of their own, and a partner's machine
 * at the API, in each of the three languages.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SevenStepsIT {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String PASSWORD = "a-long-password";

    private final Portal portal = Portal.running();
    private final Browsing browsing = new Browsing(portal);
    private final List<BrowserContext> windows = new ArrayList<>();

    @AfterEach
    void closeWindows() {
        windows.forEach(BrowserContext::close);
        windows.clear();
    }

    @AfterAll
    void closeBrowser() {
        browsing.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void theSevenStepsAreTakenInTheBrowser(String language) {
        var texts = Bundle.ofPages(language);
        var name = "Maydan " + UUID.randomUUID().toString().substring(0, 8);

        // 1. A visitor sees events, programs and organizations without signing in.
        var visitor = person(language, window().newPage());
        for (var section : List.of("events", "programs", "organizations")) {
            visitor.open("/" + section, texts.get("nav." + section));
            assertThat(visitor.page.locator("main .cards > li").count()).isPositive();
        }

        // 2. A new user registers in Keycloak, creates an organization and submits it; two others decide.
        var account = "new" + UUID.randomUUID().toString().substring(0, 8);
        var owner = person(language, registered(language, account));
        owner.open("/organizations/new", texts.get("organizations.new"));
        owner.press("main form.form .buttons button[type=submit]");
        assertThat(owner.page.title()).startsWith(texts.get("form.errorPrefix"));
        assertThat(owner.page.locator("main .error").count()).isPositive();
        var organization = owner.organization(name, "INCUBATOR");
        owner.submit(organization);
        var officer = person(language, browsing.signedIn(window(), language, "officer"));
        officer.open("/reviews/organizations", texts.get("reviews.organizations"));
        officer.open(organization, name);
        officer.press("main form[action$='/take'] button");
        officer.check("PASS");
        assertThat(officer.page.locator("main a[href$='/verify']").count())
                .as("who took the case does not decide it")
                .isZero();
        var admin = person(language, browsing.signedIn(window(), language, "admin"));
        admin.open(organization, name);
        admin.confirm("verify");
        visitor.open(organization, name);

        // A refusal has a reason, which the owner reads.
        var refused = owner.organization(name + " II", "STARTUP");
        owner.submit(refused);
        officer.open(refused, name + " II");
        officer.press("main form[action$='/take'] button");
        officer.check("FAIL");
        admin.open(refused, name + " II");
        admin.press("main a[href$='/reject']");
        admin.press("main form.form .buttons button[type=submit]");
        assertThat(admin.page.title()).startsWith(texts.get("form.errorPrefix"));
        admin.reason("NAME_MISMATCH", "Reason of the day");
        owner.open(refused, name + " II");
        assertThat(owner.text()).contains("Reason of the day").contains(texts.get("reason.NAME_MISMATCH"));

        // 3. The incubator lists a program and creates an event; the admin publishes both.
        var id = organization.substring(organization.lastIndexOf('/') + 1);
        owner.open("/programs/new", texts.get("programs.new"));
        owner.choose("organizationId", id);
        owner.fillForReview("title", "Program of " + name);
        owner.fillForReview("summary", "Six months");
        owner.choose("kind", "INCUBATION");
        owner.choose("mode", "HYBRID");
        owner.check("languages", language);
        var program = owner.created();
        owner.press("main form[action$='/submit'] button");
        admin.open(program, "Program of " + name);
        admin.press("main form[action$='/publish'] button");
        // Whether events-service has heard of the organization.
        Steps.eventually(
                () -> portal.as(account + "@demo.maydan.test", PASSWORD).create("/events", Steps.eventBody(id, 1)),
                201);
        owner.open("/events/new", texts.get("events.new"));
        owner.choose("hostOrganizationId", id);
        owner.fill("title." + language, "Event of " + name);
        Stream.of("ar", "fr").filter(other -> !other.equals(language)).forEach(other -> owner.check("leftOut", other));
        owner.choose("kind", "WORKSHOP");
        owner.choose("format", "ONLINE");
        var day = LocalDate.now(ZoneOffset.UTC).plusDays(9).toString();
        owner.fill("startsAtLocal.date", day);
        owner.fill("startsAtLocal.time", "10:00");
        owner.fill("endsAtLocal.date", day);
        owner.fill("endsAtLocal.time", "12:00");
        owner.fill("capacity", "1");
        var event = owner.created();
        owner.press("main form[action$='/submit'] button");
        admin.open("/reviews/events", texts.get("reviews.events"));
        admin.open(event, "Event of " + name);
        admin.press("main form[action$='/publish'] button");
        visitor.open(event, "Event of " + name);

        // 4. The first registers, the next one waits and gets the seat when the first cancels.
        var first = person(language, browsing.signedIn(window(), language, "startup"));
        first.open(event, "Event of " + name);
        first.press("main form[action$='/register'] button");
        assertThat(first.text()).contains(texts.get("registration.yours"));
        var next = person(language, browsing.signedIn(window(), language, "startup2"));
        next.open(event, "Event of " + name);
        next.press("main form[action$='/register'] button");
        assertThat(next.text()).contains(texts.get("registration.waiting"));
        first.open(event, "Event of " + name);
        first.confirm("cancel");
        soon(() -> {
            next.open(event, "Event of " + name);
            return next.text().contains(texts.get("registration.yours"));
        });

        // 5. The owner proposes a partnership, an admin approves: the badge is on the organization and its event.
        owner.open("/partnerships/new", texts.get("partnerships.new"));
        owner.choose("proposerOrganizationId", id);
        owner.fill("title." + language, "Partnership of " + name);
        owner.fill("objectives." + language, "Workshops together");
        owner.choose("lever", "ECOSYSTEM");
        owner.choose("type", "FRAMEWORK");
        owner.fill("startsOn", Morocco.today().toString());
        owner.fill("endsOn", Morocco.today().plusYears(2).toString());
        var partnership = owner.created();
        owner.press("main form[action$='/submit'] button");
        assertThat(owner.page.locator("main a[href$='/approve']").count()).isZero();
        admin.open("/reviews/partnerships", texts.get("reviews.partnerships"));
        admin.open(partnership, "Partnership of " + name);
        admin.confirm("approve");
        for (var path : List.of(organization, event)) {
            soon(() -> {
                visitor.open(path, null);
                return visitor.page.locator("main .page-head .badge.partner").count() == 1;
            });
            Browsing.screenshot(
                    visitor.page,
                    language + "-partner" + path.replaceAll("/[^/]*$", "").replace('/', '-'));
        }

        // 6. Suspended, it is gone with all that is its own; reinstated by another admin, it is back.
        admin.open(organization, name);
        admin.press("main a[href$='/suspend']");
        Browsing.screenshot(admin.page, language + "-suspend");
        admin.reason("RULES_BREACH", "Suspended for a while");
        soon(() -> visitor.status(event) == 404 && visitor.status(program) == 404);
        assertThat(visitor.status(organization)).isEqualTo(404);
        soon(() -> status(partnership).equals("SUSPENDED"));
        owner.open(organization, name);
        assertThat(owner.text()).contains("Suspended for a while");
        Browsing.screenshot(owner.page, language + "-suspended");
        var other = person(language, browsing.signedIn(window(), language, "admin2"));
        other.open(organization, name);
        other.press("main a[href$='/reinstate']");
        other.press("main form.form .buttons button[type=submit]");
        soon(() -> visitor.status(event) == 200 && visitor.status(program) == 200);
        soon(() -> status(partnership).equals("ACTIVE"));

        // 7. A partner's machine reads events, and nothing that its scope does not name.
        var machine = portal.machine("events.read");
        assertThat(machine.get("/events?organizationId=" + id)
                        .expect(200)
                        .body()
                        .toString())
                .contains("Event of " + name);
        machine.get("/programs").expect(403);
        machine.create("/events", Steps.eventBody(id, 1)).expect(403);
    }

    private String status(String path) {
        return portal.as("admin").get(path).text("status");
    }

    private BrowserContext window() {
        var window = browsing.window(1280);
        windows.add(window);
        return window;
    }

    private Person person(String language, Page page) {
        return new Person(language, page);
    }

    /** Signed in with a new account, made at Keycloak on the way. */
    private Page registered(String language, String account) {
        var page = window().newPage();
        page.navigate(portal.gateway() + "/" + language + "/");
        page.locator("a.sign-in").first().click();
        assertThat(page.locator("html").getAttribute("lang")).startsWith(language);
        page.locator("a[href*='registration']").click();
        Browsing.screenshot(page, language + "-keycloak-registration");
        page.locator("#email").fill(account + "@demo.maydan.test");
        page.locator("#password").fill(PASSWORD);
        page.locator("#password-confirm").fill(PASSWORD);
        page.locator("#firstName").fill("New");
        page.locator("#lastName").fill("Person");
        page.locator("[type=submit]").first().click();
        page.waitForURL(portal.gateway() + "/" + language + "/**");
        return page;
    }

    private static void soon(BooleanSupplier holds) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(200)).until(holds::getAsBoolean);
    }

    /** Somebody in front of a window. */
    private final class Person {

        private final String language;
        private final Page page;

        Person(String language, Page page) {
            this.language = language;
            this.page = page;
        }

        /** Goes to a page, which must be there, in the language, and have this title. */
        void open(String path, @Nullable String title) {
            assertThat(status(path)).as(path).isEqualTo(200);
            assertThat(page.locator("html").getAttribute("lang")).startsWith(language);
            if (title != null) {
                assertThat(page.title()).startsWith(title + " ·");
            }
        }

        int status(String path) {
            return page.navigate(portal.gateway() + "/" + language + path).status();
        }

        /** Clicks, and waits for the page that this leads to: until then nothing has happened. */
        void press(String locator) {
            page.evaluate("() => document.documentElement.setAttribute('data-left', '')");
            page.locator(locator).first().click();
            page.locator("html:not([data-left])").waitFor();
            page.waitForLoadState();
        }

        /** Follows the link to a step and confirms it on the page that says what follows. */
        void confirm(String step) {
            press("main a[href$='/" + step + "']");
            assertThat(page.locator("main .follows li").count()).isPositive();
            press("main form.form .buttons button[type=submit]");
            done();
        }

        void reason(String code, String text) {
            choose("reasonCode", code);
            fill("reasonText." + language, text);
            press("main form.form .buttons button[type=submit]");
            done();
        }

        /** The step was taken: the page says so, or this fails with what it says instead. */
        private void done() {
            assertThat(page.locator(".flash [role=status]").isVisible())
                    .as(this::text)
                    .isTrue();
        }

        void fill(String field, String value) {
            page.locator("main [name='" + field + "']").first().fill(value);
        }

        /** A program is reviewed when it is in Arabic or French, whatever else it is in. */
        void fillForReview(String field, String value) {
            fill(field + "." + language, value);
            if (language.equals("en")) {
                fill(field + ".fr", value);
            }
        }

        void choose(String field, String value) {
            page.locator("main select[name='" + field + "']").selectOption(value);
        }

        void check(String field, String value) {
            page.locator("main input[name='" + field + "'][value='" + value + "']")
                    .check();
        }

        /** Says that everything passes, or what comes of the last. */
        void check(String last) {
            press("main a[href$='/checks']");
            for (var check : List.of("REGISTER_EXTRACT", "LEGAL_REPRESENTATIVE", "ADDRESS", "ACTIVITY", "SANCTIONS")) {
                choose("result." + check, check.equals("SANCTIONS") ? last : "PASS");
                fill("reason." + check, "Seen today");
            }
            press("main form.form .buttons button[type=submit]");
            done();
        }

        /** Gives each document that an organization needs, declares, and submits it. */
        void submit(String organization) {
            open(organization + "/case", null);
            Browsing.giveDocuments(page);
            done();
            press("main a[href$='/submit']");
            press("main form.form .buttons button[type=submit]");
            done();
        }

        String organization(String name, String kind) {
            open("/organizations/new", null);
            fill("legalName." + language, name);
            check("kinds", kind);
            fill(
                    "ice",
                    "%015d"
                            .formatted(Math.floorMod(UUID.randomUUID().getMostSignificantBits(), 900_000_000_000_000L)
                                    + 1));
            choose("region", "MA-06");
            return created();
        }

        /** Sends the form and tells the address of what it made, without the language. */
        String created() {
            press("main form.form .buttons button[type=submit]");
            done();
            return URI.create(page.url()).getPath().substring("/xx".length());
        }

        String text() {
            return page.locator("main").innerText();
        }
    }
}
