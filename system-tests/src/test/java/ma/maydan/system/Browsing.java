package ma.maydan.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A real browser in front of the portal, started once for all tests of a thread: Playwright is for one thread. */
final class Browsing implements AutoCloseable {

    /** What can be pressed and is lower than 44 px; links within a sentence, and those that fill their card, are not. */
    private static final String LOW_TARGETS = """
        () => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
            .map(one => one.matches('[type=checkbox]') ? one.closest('label') : one)
            .filter(one => one.checkVisibility() && one.getClientRects().length
                && !one.closest('.hidden-text, .skip')
                && getComputedStyle(one, '::after').position !== 'absolute'
                && !(getComputedStyle(one).display === 'inline'
                    && one.parentElement.textContent.trim() !== one.textContent.trim())
                && one.getBoundingClientRect().height < 43.5)
            .map(one => one.outerHTML.slice(0, 150))
        """;

    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    /** Gone with the JVM: Playwright's driver ends when nobody speaks to it any more. */
    private static final ThreadLocal<Browser> BROWSERS = ThreadLocal.withInitial(Browsing::browser);

    /** The one without a window is the same browser, and needs half the time. */
    private static final List<Path> CHROMIUMS =
            List.of(Path.of("/usr/bin/chromium-headless-shell"), Path.of("/usr/bin/chromium"));

    private final Supplier<Portal> portal;
    private final Browser browser = BROWSERS.get();

    Browsing(Portal portal) {
        this.portal = () -> portal;
    }

    /** For pages that are not of the portal, which starts only when it is asked for. */
    Browsing() {
        this.portal = Portal::running;
    }

    private static Browser browser() {
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var chromium = chromium();
        var options = new BrowserType.LaunchOptions();
        try {
            Files.createDirectories(SCREENSHOTS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return playwright
                .chromium()
                .launch((chromium == null ? options : options.setExecutablePath(chromium))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** A person's browser window, with cookies of its own. */
    BrowserContext window(int width) {
        return browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, 900).setReducedMotion(ReducedMotion.REDUCE));
    }

    BrowserContext windowWithoutJavaScript(int width) {
        return browser.newContext(new Browser.NewContextOptions()
                .setJavaScriptEnabled(false)
                .setViewportSize(width, 900)
                .setReducedMotion(ReducedMotion.REDUCE));
    }

    /** The own space of a demo account, after signing in at Keycloak. */
    Page signedIn(BrowserContext window, String language, String user) {
        return signedIn(window, language, user, "maydan");
    }

    Page signedIn(BrowserContext window, String language, String user, String password) {
        var page = window.newPage();
        page.navigate(portal.get().gateway() + "/login?lang=" + language + "&next=/" + language + "/me");
        assertThat(page.locator("html").getAttribute("lang")).startsWith(language);
        page.locator("#username").fill(user);
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
        page.waitForURL(portal.get().gateway() + "/" + language + "/**");
        return page;
    }

    /** Writes into one language of a text, which comes to the front of its form where there is room for one. */
    static void write(Page page, String text, String language, String value) {
        var form = "main form:has([name='" + text + "." + language + "'])";
        var tab = page.locator(form + " .tab:has([value='" + language + "'])");
        if (tab.isVisible()) {
            tab.click();
        }
        page.locator("main [name='" + text + "." + language + "']").fill(value);
    }

    /** On the page of a case: gives each document of its check list. */
    static void giveDocuments(Page page) {
        var forms = page.locator("main li[id] form[enctype]");
        var given = page.locator("main a[href*='/evidence?']");
        for (var at = 0; at < forms.count(); at++) {
            var before = given.count();
            forms.nth(at)
                    .locator("input[type=file]")
                    .setInputFiles(new FilePayload("extract.pdf", "application/pdf", Steps.PDF));
            forms.nth(at).locator("button").click();
            page.waitForCondition(() -> given.count() > before);
        }
    }

    /** A picture of the whole page for somebody to look at, with {@code -Dmaydan.screenshots}: it takes its time. */
    static void screenshot(Page page, String name) {
        if (Boolean.getBoolean("maydan.screenshots")) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(SCREENSHOTS.resolve(name + ".png"))
                    .setFullPage(true));
        }
    }

    /** That a page has one heading, scrolls one way, and with scripts is sound to axe and high enough for a finger. */
    static void inspected(Page page, boolean scripts, String name) {
        assertThat(page.locator("h1").count()).isEqualTo(1);
        assertThat(page.locator("body").boundingBox().width)
                .as("%s scrolls sideways", name)
                .isLessThanOrEqualTo(page.viewportSize().width);
        if (scripts) {
            assertThat(axe(page).analyze().getViolations()).isEmpty();
            assertThat(lowTargets(page)).as(name).isEmpty();
        }
        screenshot(page, name);
    }

    /** What is too low for a finger, once the page has its style. */
    static List<?> lowTargets(Page page) {
        page.waitForLoadState();
        return (List<?>) page.evaluate(LOW_TARGETS);
    }

    /**
     * Looks for what is hard to reach for some people, within this page: no frames, and no details of what is right,
     * which take most of the time.
     */
    static AxeBuilder axe(Page page) {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).setLegacyMode(true).options(options);
    }

    /** Closes the windows that are left. */
    @Override
    public void close() {
        browser.contexts().forEach(BrowserContext::close);
    }

    /** The one that is named, or Debian's; null for the one that Playwright has fetched. */
    private static @Nullable Path chromium() {
        var given = System.getenv("CHROMIUM");
        var some = given == null || given.isBlank() ? CHROMIUMS : List.of(Path.of(given));
        return some.stream().filter(Files::exists).findFirst().orElse(null);
    }
}
