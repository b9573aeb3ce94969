package ma.maydan.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;

/** What holds on every page of Keycloak's. */
final class RealmPage {

    /** What a validator of HTML finds in Keycloak's own pages, and what leads nowhere. */
    private static final String UNSOUND = """
            () => [
              ...[...document.querySelectorAll('[aria-invalid=""], script[blocking], [tabindex], [onclick], [onsubmit]')],
              ...[...document.querySelectorAll('meta[http-equiv], a:not([href]), a[href^="javascript:"], img:not([alt])')],
              ...[...document.querySelectorAll('label[for]')].filter(it => !document.getElementById(it.htmlFor)),
              ...[...document.querySelectorAll('[aria-describedby]')].filter(it =>
                it.getAttribute('aria-describedby').split(' ').some(id => !document.getElementById(id)?.innerText)),
              ...[...document.querySelectorAll('[id]')].filter(it =>
                document.querySelectorAll('#' + CSS.escape(it.id)).length > 1),
              ...[...document.querySelectorAll('ul, ol')].filter(it =>
                [...it.children].some(child => child.tagName !== 'LI')),
              ...[...document.querySelectorAll('p')].filter(it => it.querySelector('p, ul, ol, div')),
            ].map(it => it.outerHTML)""";

    private RealmPage() {}

    static void look(Page page, String language, String name) {
        Browsing.screenshot(page, language + "-keycloak-" + name);
        assertThat(page.title()).as(name).contains(" · ");
        assertThat(page.locator("html").getAttribute("lang")).as(name).isEqualTo(language);
        assertThat(page.locator("html").getAttribute("dir")).isEqualTo(language.equals("ar") ? "rtl" : "ltr");
        assertThat(page.locator("h1").count()).as(name).isEqualTo(1);
        assertThat(page.locator("meta[charset]").count()).isEqualTo(1);
        for (var field : List.of("username", "email", "password", "password-confirm", "password-new", "totp", "otp")) {
            if (page.locator("#" + field).count() > 0) {
                assertThat(page.locator("#" + field).evaluate("it => getComputedStyle(it).direction"))
                        .as(field)
                        .isEqualTo("ltr");
            }
        }
        assertThat(page.locator("body").innerText())
                .doesNotContain("'", "...")
                .doesNotContainPattern("(?m)^\\s*»")
                .doesNotContainPattern(language.equals("fr") ? " [:;?!]" : "$^");
        assertThat((List<?>) page.evaluate(UNSOUND)).as(name).isEmpty();
        assertThat(Browsing.lowTargets(page)).as(name).isEmpty();
        assertThat(Browsing.axe(page).analyze().getViolations()).as(name).isEmpty();
        assertThat((boolean) page.evaluate(
                        "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                .as("scrolls sideways")
                .isFalse();
    }
}
