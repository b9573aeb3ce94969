package ma.maydan.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import ma.maydan.testkit.api.Api;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody is invited in a browser, joins by the link of the mail, and their role counts in all services. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MembersIT {

    private static final int SECONDS = 5;

    private final Portal portal = Portal.running();
    private final Browsing browsing = new Browsing(portal);

    @AfterAll
    void close() {
        browsing.close();
    }

    @ParameterizedTest
    @CsvSource({"ar, 375, true", "fr, 1280, false"})
    void whoIsInvitedJoinsAndALoweredRoleCountsInEveryService(String language, int width, boolean scripts) {
        var organization =
                Steps.verifiedOrganization(portal, "incubator", "INCUBATOR").id();
        var name = "invited-" + UUID.randomUUID();
        var address = RealmAdmin.login(name);
        var person = new RealmAdmin(portal).person(name);
        var members = "/organizations/" + organization + "/members";
        try (var inside = scripts ? browsing.window(width) : browsing.windowWithoutJavaScript(width);
                var outside = scripts ? browsing.window(width) : browsing.windowWithoutJavaScript(width)) {
            var page = browsing.signedIn(inside, language, "incubator");
            page.navigate(portal.gateway() + "/" + language + members);
            page.locator("[name=email]").fill("no address");
            page.locator("[name=role]").selectOption("OWNER");
            page.locator("#typed [type=submit]").last().click();
            assertThat(page.locator("#errors").count()).isEqualTo(1);
            page.locator("[name=email]").fill(address);
            page.locator("[name=language]").selectOption(language);
            page.locator("#typed [type=submit]").last().click();
            assertThat(page.locator("main").textContent()).contains(address);
            Browsing.inspected(page, scripts, language + "-members-" + width);

            var invited = outside.newPage();
            var inbox = portal.stack().url("mail") + "/?to=" + address;
            invited.navigate(inbox);
            invited.waitForCondition(() -> {
                invited.navigate(inbox);
                return invited.locator(".mails a").count() > 0;
            });
            invited.locator(".mails a").first().click();
            invited.locator(".text a").first().click();
            Browsing.inspected(invited, scripts, language + "-invitation-" + width);
            invited.locator("main a[href^='/login']").click();
            invited.locator("#username").fill(address);
            invited.locator("#password").fill(RealmAdmin.PASSWORD);
            invited.locator("#kc-login").click();
            invited.locator("form[action$='/accept'] [type=submit]").click();
            assertThat(invited.url()).endsWith("/organizations/" + organization);
            invited.navigate(portal.gateway() + "/" + language + "/me/acting");
            invited.locator("form[action$='/me/acting'] [type=submit]").click();
            invited.navigate(portal.gateway() + "/" + language + "/me/acting");
            Browsing.inspected(invited, scripts, language + "-acting-" + width);
            assertThat(invited.locator("main .badge").count()).isEqualTo(1);

            page.navigate(portal.gateway() + "/" + language + members + "/" + person);
            Browsing.inspected(page, scripts, language + "-member-" + width);
        }
        var they = portal.as(address, RealmAdmin.PASSWORD);
        Steps.eventually(() -> they.create("/events", Steps.eventBody(organization, 5)), 201, SECONDS);
        Steps.eventually(() -> they.create("/partnerships", proposal(organization)), 201, SECONDS);

        Api owner = portal.as("incubator");
        var version = owner.get(members).expect(200).version();
        owner.put(members + "/" + person, "{\"role\":\"VIEWER\"}", version).expect(200);

        Steps.eventually(() -> they.create("/events", Steps.eventBody(organization, 5)), 403, SECONDS);
        Steps.eventually(() -> they.create("/partnerships", proposal(organization)), 403, SECONDS);
    }

    private static String proposal(String organization) {
        var today = LocalDate.now(ZoneOffset.UTC);
        return """
            {"proposerOrganizationId":"%s","title":{"fr":"Ensemble"},"objectives":{"fr":"Avancer"},"lever":"ECOSYSTEM",
             "type":"FRAMEWORK","startsOn":"%s","endsOn":"%s"}
            """.formatted(organization, today, today.plusYears(1));
    }
}
