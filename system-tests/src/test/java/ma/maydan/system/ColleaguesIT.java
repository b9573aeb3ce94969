package ma.maydan.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.UUID;
import ma.maydan.testkit.api.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People without an account at an event, in a browser: colleagues whom an organization names, and guests whom a host invites. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ColleaguesIT {

    private final Portal portal = Portal.running();
    private final Browsing browsing = new Browsing(portal);

    @AfterAll
    void close() {
        browsing.close();
    }

    @ParameterizedTest
    @CsvSource({"ar, 375, true", "fr, 1280, false", "en, 375, true"})
    void anEditorRegistersAColleagueWhoRefusesAndNamesSomebodyElse(String language, int width, boolean scripts) {
        var organization =
                Steps.verifiedOrganization(portal, "startup", "STARTUP").id();
        var event = event();
        var address = "sara-" + UUID.randomUUID() + "@example.org";
        try (var window = scripts ? browsing.window(width) : browsing.windowWithoutJavaScript(width)) {
            var page = browsing.signedIn(window, language, "startup");
            page.navigate(portal.gateway() + "/" + language + "/events/" + event.id());
            page.locator("#registration a[href$='/colleagues']").click();
            page.locator("a[href$='/colleagues/new']").click();
            if (page.locator("[name=organizationId] option").count() > 1) {
                page.locator("[name=organizationId]").selectOption(organization);
            }
            var name = "[name='who.%d.name']";
            var email = "[name='who.%d.email']";
            page.locator(name.formatted(0)).fill("Sara");
            page.locator(email.formatted(0)).fill(address);
            page.locator("[name=_more]").click();
            page.locator(name.formatted(1)).fill("Omar");
            page.locator(email.formatted(1)).fill("no address");
            page.locator("[name=language]").selectOption(language);
            page.locator("#typed .buttons [type=submit]").click();
            assertThat(page.locator("#errors").count()).isEqualTo(1);
            assertThat(page.locator(name.formatted(1)).inputValue()).isEqualTo("Omar");
            Browsing.inspected(page, scripts, language + "-colleagues-wrong-" + width);
            page.locator(email.formatted(1)).fill("o" + address);
            page.locator("#typed .buttons [type=submit]").click();
            assertThat(page.locator(".row h3").allTextContents().toString())
                    .contains("Sara")
                    .contains("Omar");
            assertThat(page.locator(".row").count()).as("nobody twice").isEqualTo(2);
            Browsing.inspected(page, scripts, language + "-colleagues-" + width);

            var mailbox = mailOf(window, address);
            assertThat(mailbox.locator("main").textContent()).contains("Sara");
            Browsing.inspected(mailbox, scripts, language + "-seat-" + width);
            mailbox.locator("form[action$='/refuse'] [type=submit]").click();
            assertThat(mailbox.locator("main").textContent()).doesNotContain("Sara");
            Browsing.inspected(mailbox, scripts, language + "-seat-refused-" + width);

            page.navigate(portal.gateway() + "/" + language + "/me/registrations");
            Browsing.inspected(page, scripts, language + "-registrations-of-colleagues-" + width);
            page.navigate(portal.gateway() + "/" + language + "/events/" + event.id() + "/colleagues");
            page.locator(".row", new Page.LocatorOptions().setHasNotText("Omar"))
                    .locator("a[href$='/name']")
                    .click();
            page.locator("[name=name]").fill("Lina");
            page.locator("[name=email]").fill("l" + address);
            Browsing.inspected(page, scripts, language + "-colleague-name-" + width);
            page.locator("#typed .buttons [type=submit]").last().click();
            assertThat(page.locator(".row h3").allTextContents().toString()).contains("Lina");
            page.locator("a[href$='/cancel']").first().click();
            Browsing.inspected(page, scripts, language + "-colleague-cancel-" + width);
        }
    }

    @ParameterizedTest
    @CsvSource({"ar, 375, false", "fr, 375, true", "en, 1280, false"})
    void aGuestComesByALinkOfTheHostAndConfirmsTheAddress(String language, int width, boolean scripts) {
        var host = Steps.verifiedOrganization(portal, "incubator", "INCUBATOR").id();
        var more = "\"guests\":\"BY_EMAIL\",\"admission\":\"APPROVAL\",\"capacity\":5";
        var event = Steps.publishedEvent(
                portal, "incubator", Steps.eventBody(host, 5).replace("\"capacity\":5", more));
        var address = "guest-" + UUID.randomUUID() + "@example.org";
        var url = portal.gateway() + "/" + language + "/events/" + event.id();
        try (var window = scripts ? browsing.window(width) : browsing.windowWithoutJavaScript(width);
                var guests = scripts ? browsing.window(width) : browsing.windowWithoutJavaScript(width)) {
            var page = browsing.signedIn(window, language, "incubator");
            page.navigate(url + "/invitation-links");
            page.locator("[name=label]").fill("Partners");
            page.locator("#typed .buttons [type=submit]").click();
            var link = page.locator("#made bdi").textContent();
            Browsing.inspected(page, scripts, language + "-invitation-link-" + width);

            var guest = guests.newPage();
            guest.navigate(link);
            assertThat(guest.url()).isEqualTo(url);
            Browsing.inspected(guest, scripts, language + "-invited-" + width);
            guest.locator("#registration a[href$='/guest']").click();
            guest.locator("[name=name]").fill("Ann");
            guest.locator("[name=email]").fill(address);
            Browsing.inspected(guest, scripts, language + "-guest-" + width);
            guest.locator("#typed .buttons [type=submit]").click();
            assertThat(guest.url()).isEqualTo(url);
            var seat = mailOf(guests, address);
            Browsing.inspected(seat, scripts, language + "-guest-seat-" + width);
            seat.locator("form[action$='/confirm'] [type=submit]").click();
            assertThat(seat.locator("form[action$='/confirm']").count()).isZero();

            page.navigate(url + "/registrations");
            assertThat(page.locator("#results").textContent()).contains("Ann");
            page.navigate(url + "/invitation-links");
            assertThat(page.locator(".row").textContent()).contains("1");
        }
    }

    /** The page to which the latest mail of an address leads. */
    private Page mailOf(BrowserContext window, String address) {
        var mailbox = window.newPage();
        var inbox = portal.stack().url("mail") + "/?to=" + address;
        mailbox.navigate(inbox);
        mailbox.waitForCondition(() -> {
            mailbox.navigate(inbox);
            return mailbox.locator(".mails a").count() > 0;
        });
        mailbox.locator(".mails a").first().click();
        mailbox.locator(".text a").first().click();
        return mailbox;
    }

    private Answer event() {
        var host = Steps.verifiedOrganization(portal, "incubator", "INCUBATOR").id();
        var body = Steps.eventBody(host, 5).replace("\"capacity\":5", "\"perOrganization\":3,\"capacity\":5");
        return Steps.publishedEvent(portal, "incubator", body);
    }
}
