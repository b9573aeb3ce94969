package ma.maydan.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Locale;
import ma.maydan.testkit.api.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An organization is picked by its name: with the keyboard where scripts run, by a search where they do not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PickerIT {

    private static final String FIELD = "#f-partnerOrganizationId";

    private final Portal portal = Portal.running();
    private final Browsing browsing = new Browsing(portal);
    private final Answer organization = Steps.verifiedOrganization(portal, "startup2", "STARTUP");
    private final String partner = organization.id();
    private final String mark = organization.at("/legalName/fr");

    @AfterAll
    void close() {
        browsing.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void aComboboxIsWorkedByTheKeyboardAlone(String language) {
        try (var window = browsing.window(375)) {
            var page = browsing.signedIn(window, language, "incubator");
            page.navigate(portal.gateway() + "/" + language + "/partnerships/new");
            var box = page.locator(FIELD);
            assertThat(box.getAttribute("role")).isEqualTo("combobox");
            box.pressSequentially(mark.toUpperCase(Locale.ROOT));
            page.locator("[role=option]").first().waitFor();
            assertThat(box.getAttribute("aria-expanded")).isEqualTo("true");
            box.press("ArrowDown");
            assertThat(box.getAttribute("aria-activedescendant"))
                    .isEqualTo(page.locator("[role=option][aria-selected=true]").getAttribute("id"));
            assertThat(Browsing.axe(page).analyze().getViolations()).isEmpty();
            Browsing.screenshot(page, language + "-combobox");

            box.press("Enter");
            assertThat(page.locator("[name=partnerOrganizationId]").inputValue())
                    .isEqualTo(partner);
            assertThat(box.inputValue()).contains(mark);
            assertThat(box.getAttribute("aria-expanded")).isEqualTo("false");

            box.press("Escape");
            assertThat(page.locator("[name=partnerOrganizationId]").inputValue())
                    .isEmpty();
            assertThat(box.inputValue()).isEmpty();
        }
    }

    @Test
    void whatIsTypedAndNotPickedIsAskedAboutAndWhatIsPickedStays() {
        try (var window = browsing.window(1280)) {
            var page = browsing.signedIn(window, "fr", "incubator");
            page.navigate(portal.gateway() + "/fr/partnerships/new");
            page.locator(FIELD).fill(mark);
            page.locator("main form .buttons [type=submit]").click();
            assertThat(page.locator("#e-partnerOrganizationId").textContent()).isNotBlank();
            assertThat(page.locator(FIELD).inputValue()).isEqualTo(mark);

            page.locator(FIELD).fill(mark.substring(0, 12));
            page.locator("[role=option]", new Page.LocatorOptions().setHasText(mark))
                    .click();
            page.locator("main form .buttons [type=submit]").click();
            assertThat(page.locator("#e-partnerOrganizationId").count()).isZero();
            assertThat(page.locator("[name=partnerOrganizationId]").inputValue())
                    .isEqualTo(partner);
            assertThat(page.locator(FIELD).inputValue()).contains(mark);
            assertThat(Browsing.axe(page).analyze().getViolations()).isEmpty();
        }
    }

    @Test
    void aPartnershipIsProposedToAnotherWithoutScripts() {
        var own = Steps.verifiedOrganization(portal, "incubator", "INCUBATOR").id();
        try (var window = browsing.windowWithoutJavaScript(375)) {
            var page = browsing.signedIn(window, "fr", "incubator");
            page.navigate(portal.gateway() + "/fr/partnerships/new");
            page.locator("[name=proposerOrganizationId]").selectOption(own);
            page.locator(FIELD).fill(mark);
            page.locator("[name=_more]").click();
            page.locator("label:has([name=partnerOrganizationId][value='" + partner + "'])")
                    .click();
            Browsing.write(page, "title", "fr", "Pacte " + mark);
            Browsing.write(page, "objectives", "fr", "Former ensemble");
            page.locator("[name=startsOn]").fill("2027-01-01");
            page.locator("[name=endsOn]").fill("2027-12-31");
            page.locator("main form .buttons [type=submit]").click();
            assertThat(page.locator("h1").textContent()).contains("Pacte " + mark);
            assertThat(page.locator("main").textContent()).contains(mark);
        }
    }
}
