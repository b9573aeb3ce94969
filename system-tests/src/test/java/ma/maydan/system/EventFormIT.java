package ma.maydan.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import ma.maydan.testkit.api.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The form of an event, as somebody types in it on a phone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventFormIT {

    private final Portal portal = Portal.running();
    private final Browsing browsing = new Browsing(portal);

    @AfterAll
    void close() {
        browsing.close();
    }

    @Test
    void theEndIsProposedTwoHoursLaterAndWhatWasTypedStays() {
        try (var context = browsing.window(375)) {
            var page = browsing.signedIn(context, "fr", "incubator");
            page.navigate(portal.gateway() + "/fr/events/new");
            type(page, "startsAtLocal.date", "2027-12-31");
            type(page, "startsAtLocal.time", "23:00");
            assertThat(value(page, "endsAtLocal.date")).isEqualTo("2028-01-01");
            assertThat(value(page, "endsAtLocal.time")).isEqualTo("01:00");

            type(page, "startsAtLocal.time", "09:30");
            assertThat(value(page, "endsAtLocal.date"))
                    .as("as long as nobody touched it")
                    .isEqualTo("2027-12-31");
            assertThat(value(page, "endsAtLocal.time")).isEqualTo("11:30");

            type(page, "endsAtLocal.time", "18:00");
            type(page, "startsAtLocal.time", "10:00");
            assertThat(value(page, "endsAtLocal.time")).isEqualTo("18:00");
        }
    }

    @Test
    void aDraftIsSavedWhileSomebodyTypesAndNeverOverAnothersChange() {
        var host = Steps.verifiedOrganization(portal, "incubator", "INCUBATOR").id();
        var draft = Steps.eventually(() -> portal.as("incubator").create("/events", Steps.eventBody(host, 10)), 201);
        try (var context = browsing.window(375)) {
            var page = browsing.signedIn(context, "en", "incubator");
            page.navigate(portal.gateway() + "/en/events/" + draft.id() + "/edit");
            Browsing.write(page, "title", "en", "Saved by typing");
            said(page, "Saved at");
            assertThat(title(draft)).isEqualTo("Saved by typing");

            type(page, "capacity", "0");
            said(page, "Not saved yet");
            type(page, "capacity", "12");
            said(page, "Saved at");
            assertThat(read(draft).at("/capacity")).isEqualTo("12");

            var body = Steps.eventBody(host, 10).replace("Workshop", "Of somebody else");
            var others = read(draft);
            portal.as("incubator")
                    .put("/events/" + draft.id(), body, others.version())
                    .expect(200);
            Browsing.write(page, "title", "en", "Mine");
            said(page, "somebody else changed it");
            assertThat(title(draft)).isEqualTo("Of somebody else");
            assertThat(Browsing.axe(page).analyze().getViolations()).isEmpty();
            Browsing.screenshot(page, "en-saved-by-somebody-else");

            page.locator("main #typed .buttons button[type=submit]").click();
            page.locator("#errors").waitFor();
            assertThat(page.locator("main [name='title.en']").inputValue()).isEqualTo("Mine");
            assertThat(title(draft)).isEqualTo("Of somebody else");
        }
    }

    @Test
    void enterSavesAndDoesNotAskForAnotherLine() {
        var host = Steps.verifiedOrganization(portal, "incubator", "INCUBATOR").id();
        var draft = Steps.eventually(() -> portal.as("incubator").create("/events", Steps.eventBody(host, 10)), 201);
        try (var context = browsing.window(375)) {
            var page = browsing.signedIn(context, "en", "incubator");
            page.navigate(portal.gateway() + "/en/events/" + draft.id() + "/edit");
            Browsing.write(page, "title", "en", "Saved by Enter");
            page.locator("main [name='title.en']").press("Enter");
            page.waitForURL("**/en/events/" + draft.id());
            assertThat(title(draft)).isEqualTo("Saved by Enter");
        }
    }

    @Test
    void theButtonWaitsForWhatIsBeingSaved() {
        var host = Steps.verifiedOrganization(portal, "incubator", "INCUBATOR").id();
        var draft = Steps.eventually(() -> portal.as("incubator").create("/events", Steps.eventBody(host, 10)), 201);
        try (var context = browsing.window(375)) {
            var page = browsing.signedIn(context, "en", "incubator");
            page.navigate(portal.gateway() + "/en/events/" + draft.id() + "/edit");
            var sent = page.waitForRequest(
                    "**/draft", () -> Browsing.write(page, "title", "en", "Sent while it was saved"));
            assertThat(sent.method()).isEqualTo("POST");
            page.locator("main #typed .buttons button[type=submit]").click();
            page.waitForURL("**/en/events/" + draft.id());
            assertThat(title(draft)).isEqualTo("Sent while it was saved");
        }
    }

    private static void said(Page page, String words) {
        page.locator("#saving", new Page.LocatorOptions().setHasText(words))
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
    }

    private static void type(Page page, String field, String value) {
        var input = page.locator("main [name='" + field + "']");
        input.fill(value);
        input.blur();
    }

    private static String value(Page page, String field) {
        return page.locator("main [name='" + field + "']").inputValue();
    }

    private Answer read(Answer draft) {
        return portal.as("incubator").get("/events/" + draft.id()).expect(200);
    }

    private String title(Answer draft) {
        return read(draft).at("/title/en");
    }
}
