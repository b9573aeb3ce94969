package ma.maydan.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import ma.maydan.testkit.backends.TestBackends;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The mailbox of one's own machine, in a browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailboxIT {

    private final Browsing browsing = new Browsing();

    @AfterAll
    void close() {
        browsing.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void whoForgotThePasswordGetsALinkInTheMailbox(String language) {
        var portal = Portal.running();
        var name = "forgetful-" + UUID.randomUUID();
        new RealmAdmin(portal).person(name);
        try (var window = browsing.window(375)) {
            var page = window.newPage();
            page.navigate(portal.gateway() + "/login?lang=" + language + "&next=/" + language + "/me");
            page.locator("a[href*=reset-credentials]").click();
            RealmPage.look(page, language, "forgotten");
            page.locator("#username").fill(RealmAdmin.login(name));
            page.locator("main form [type=submit]").click();

            var mailbox = window.newPage();
            mailbox.navigate(portal.stack().url("mail") + "/?to=" + RealmAdmin.login(name));
            mailbox.locator(".mails a").click();
            look(mailbox, language + "-forgotten");
            mailbox.locator(".text a").first().click();
            RealmPage.look(mailbox, language, "forgotten-new");
            mailbox.locator("#password-new").fill("another long password");
            mailbox.locator("#password-confirm").fill("another long password");
            mailbox.locator("main form [type=submit]").click();
            mailbox.waitForCondition(() -> mailbox.locator("#password-new").count() == 0);
            Browsing.screenshot(mailbox, language + "-keycloak-forgotten-done");
        }
        try (var window = browsing.window(375)) {
            browsing.signedIn(window, language, RealmAdmin.login(name), "another long password");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {375, 1280})
    void aHostileMailIsShownAndDoesNothing(int width) throws MessagingException {
        var to = "hostile-" + width + "@maydan.test";
        var mail = TestBackends.mailbox();
        send(to, "تأكيد التسجيل <script>document.title = 'taken'</script>", """
                <html dir="rtl" lang="ar"><title>x</title><h1>مرحبا</h1>
                <script>document.body.innerHTML = 'taken'</script>
                <img src="http://localhost:1/seen.png" alt="" onerror="document.body.innerHTML = 'taken'">
                <link rel="stylesheet" href="http://localhost:1/seen.css"><p style="color: #111">أهلا بكم</p></html>""");
        try (var window = browsing.window(width)) {
            var page = window.newPage();
            var asked = new ArrayList<String>();
            page.onRequestFinished(request -> asked.add(request.url()));
            page.navigate(mail.url() + "/?to=" + to);
            look(page, "list-" + width);
            assertThat(page.title()).startsWith("Mails to ");
            page.locator(".mails a").click();
            look(page, "mail-" + width);
            assertThat(page.locator("h1").textContent()).contains("<script>document.title = 'taken'</script>");
            assertThat(page.title()).doesNotStartWith("taken");
            var shown = page.frameLocator("iframe").locator("body");
            assertThat(shown.locator("h1").textContent()).isEqualTo("مرحبا");
            assertThat(shown.locator("p").evaluate("it => getComputedStyle(it).color"))
                    .isEqualTo("rgb(17, 17, 17)");
            assertThat(asked)
                    .hasSizeGreaterThan(3)
                    .allMatch(url -> url.startsWith(mail.url() + "/") || url.startsWith("data:"));
        }
    }

    @Test
    void withoutJavaScriptItIsTheSame() throws MessagingException {
        var to = "plain@maydan.test";
        send(to, "Plain", "<p>Plain</p>");
        try (var window = browsing.windowWithoutJavaScript(375)) {
            var page = window.newPage();
            page.navigate(TestBackends.mailbox().url());
            page.locator("#to").fill(to);
            page.locator("button").click();
            page.locator(".mails a").click();
            assertThat(page.frameLocator("iframe").locator("p").textContent()).isEqualTo("Plain");
        }
    }

    private static void look(Page page, String name) {
        Browsing.screenshot(page, "mailbox-" + name);
        assertThat(Browsing.lowTargets(page)).as(name).isEmpty();
        // What is in the frame is the mail's own.
        assertThat(Browsing.axe(page).exclude(List.of("iframe")).analyze().getViolations())
                .as(name)
                .isEmpty();
        assertThat((boolean) page.evaluate(
                        "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                .as("scrolls sideways")
                .isFalse();
    }

    private static void send(String to, String subject, String html) throws MessagingException {
        var settings = new Properties();
        settings.put("mail.smtp.host", TestBackends.mailbox().smtpHost());
        settings.put("mail.smtp.port", Integer.toString(TestBackends.mailbox().smtpPort()));
        var message = new MimeMessage(Session.getInstance(settings));
        message.setFrom(new InternetAddress("maydan@localhost"));
        message.setRecipient(RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        message.setText(html, "UTF-8", "html");
        Transport.send(message);
    }
}
