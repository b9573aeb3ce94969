package ma.maydan.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The search of the lists in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchPageIT {

    private final Portal portal = Portal.running();
    private final Browsing browsing = new Browsing(portal);

    @AfterAll
    void close() {
        browsing.close();
    }

    @ParameterizedTest
    @CsvSource({"ar, أكاديميه رقميّة, 375", "fr, academies numerique, 375", "en, oasis acadmy, 1280", "ar, الواحة, 1280"
    })
    void aListIsSearchedInPlaceAndItsAddressKeepsWhatWasSought(String language, String typed, int width) {
        try (var window = browsing.window(width)) {
            var page = window.newPage();
            page.navigate(portal.gateway() + "/" + language + "/organizations");
            var entries = (int) page.evaluate("() => history.length");
            page.locator("#q").fill(typed);
            page.locator("#q").press("Enter");
            page.waitForURL(url -> url.contains("/organizations?q="));

            assertFound(page, typed);
            assertThat(page.evaluate("() => history.length")).isEqualTo(entries + 1);
            assertThat(Browsing.axe(page).analyze().getViolations()).isEmpty();
            Browsing.screenshot(page, language + "-searched-" + width);
            page.reload();
            assertFound(page, typed);

            page.locator("#kind").selectOption("TRAINING_OPERATOR");
            page.waitForURL(url -> url.contains("q=") && url.contains("kind="));
            assertFound(page, typed);

            page.locator("#q").fill("xyzzyx");
            page.locator("form.filters button").click();
            page.locator("#results .empty").waitFor();
            assertThat(page.locator("#results .empty p").textContent()).isNotBlank();
            assertThat(Browsing.axe(page).analyze().getViolations()).isEmpty();
            Browsing.screenshot(page, language + "-nothing-found-" + width);
            page.locator("#results .empty a").click();
            page.waitForURL(portal.gateway() + "/" + language + "/organizations");
            assertThat(page.locator("#q").inputValue()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "programs", "organizations", "speakers"})
    void everyListIsSearchedWithoutJavaScript(String list) {
        try (var window = browsing.windowWithoutJavaScript(1280)) {
            var page = window.newPage();
            page.navigate(portal.gateway() + "/fr/" + list);
            page.locator("#q").fill("xyzzyx & <zyxxyz>");
            page.locator("form.filters button").click();
            page.waitForURL(url -> url.contains("/fr/" + list + "?q=xyzzyx"));
            assertThat(page.locator("#results .empty").count()).isEqualTo(1);
            assertThat(page.locator("#q").inputValue()).isEqualTo("xyzzyx & <zyxxyz>");
            assertThat(page.locator("link[hreflang=ar]").getAttribute("href")).contains("?q=xyzzyx");
        }
    }

    private static void assertFound(Page page, String typed) {
        assertThat(page.locator("#q").inputValue()).isEqualTo(typed);
        assertThat(page.locator("#results .cards > li").first().textContent()).containsAnyOf("Oasis", "الواحة");
        assertThat(page.locator("#count").textContent()).isNotBlank();
    }
}
