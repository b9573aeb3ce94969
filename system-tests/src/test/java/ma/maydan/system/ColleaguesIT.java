package ma.maydan.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import ma.maydan.testkit.api.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An organization takes seats for colleagues in a browser, and who was named refuses by the link of the mail. */
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

            var mailbox = window.newPage();
            var inbox = portal.stack().url("mail") + "/?to=" + address;
            mailbox.navigate(inbox);
            mailbox.waitForCondition(() -> {
                mailbox.navigate(inbox);
                return mailbox.locator(".mails a").count() > 0;
            });
            mailbox.locator(".mails a").first().click();
            mailbox.locator(".text a").first().click();
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
            page.locator("#typed [type=submit]").last().click();
            assertThat(page.locator(".row h3").allTextContents().toString()).contains("Lina");
            page.locator("a[href$='/cancel']").first().click();
            Browsing.inspected(page, scripts, language + "-colleague-cancel-" + width);
        }
    }

    private Answer event() {
        var host = Steps.verifiedOrganization(portal, "incubator", "INCUBATOR").id();
        var body = Steps.eventBody(host, 5).replace("\"capacity\":5", "\"perOrganization\":3,\"capacity\":5");
        return Steps.publishedEvent(portal, "incubator", body);
    }
}
