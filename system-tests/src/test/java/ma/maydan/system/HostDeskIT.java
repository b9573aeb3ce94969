package ma.maydan.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import ma.maydan.testkit.api.Answer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The desk of who runs an event, in a browser, with scripts and without: answers to several at once, and a message. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostDeskIT {

    private final Portal portal = Portal.running();
    private final Browsing browsing = new Browsing(portal);

    @AfterAll
    void close() {
        browsing.close();
    }

    @ParameterizedTest
    @CsvSource({"ar, 375, true", "fr, 1280, false", "en, 375, true"})
    void theHostAnswersThoseWhoAskedTogetherAndWritesToWhoHasASeat(String language, int width, boolean scripts) {
        var event = eventByApproval();
        List.of("startup", "startup2", "officer")
                .forEach(person -> portal.as(person)
                        .create("/events/" + event.id() + "/registrations", "{}")
                        .expect(201));
        try (var window = scripts ? browsing.window(width) : browsing.windowWithoutJavaScript(width)) {
            var page = browsing.signedIn(window, language, "incubator");
            var desk = portal.gateway() + "/" + language + "/events/" + event.id() + "/registrations";
            page.navigate(desk);
            assertThat(page.locator("[name=chosen]").count()).isEqualTo(3);
            page.locator("[name=chosen]").nth(0).check();
            page.locator("[name=chosen]").nth(1).check();
            Browsing.inspected(page, scripts, language + "-desk-" + width);
            page.locator("button[formaction$='/approve']").click();
            page.locator("#typed [type=submit]").last().click();
            assertThat(page.locator("#done li").count()).isEqualTo(2);
            Browsing.inspected(page, scripts, language + "-desk-approved-" + width);

            page.navigate(desk);
            page.locator("[name=chosen]").check();
            page.locator("button[formaction$='/decline']").click();
            page.locator("#typed [name=reasonCode]").selectOption("TOO_FEW_SEATS");
            Browsing.inspected(page, scripts, language + "-desk-decline-" + width);
            page.locator("#typed [type=submit]").last().click();
            assertThat(page.locator("#done, #errors").first().getAttribute("id"))
                    .isEqualTo("errors");
            Browsing.write(page, "reasonText", language, "Complet / full / ممتلئ");
            page.locator("#typed [type=submit]").last().click();
            assertThat(page.locator("#done li").count()).isEqualTo(1);

            page.navigate(desk + "/messages");
            Browsing.write(page, "subject", language, "Badge " + event.id());
            Browsing.write(page, "text", language, "**Badge** ([Plan](https://plan.example/))");
            Browsing.inspected(page, scripts, language + "-message-" + width);
            page.locator("#typed [type=submit]").last().click();
            assertThat(page.locator(".written").first().textContent()).contains("Plan", "https://plan.example/");
            Browsing.inspected(page, scripts, language + "-message-preview-" + width);
            page.locator("[name=confirmed]").click();
            assertThat(page.locator(".notice-row").count()).isEqualTo(1);
            Browsing.inspected(page, scripts, language + "-message-sent-" + width);
        }
        // Two have a seat, in the order in which they asked, and who wrote it reads it too.
        List.of("startup", "startup2", "incubator")
                .forEach(person -> Awaitility.await()
                        .atMost(Duration.ofSeconds(20))
                        .untilAsserted(
                                () -> assertThat(told(person, event.id())).isEqualTo(1)));
        assertThat(told("officer", event.id())).isZero();
    }

    private long told(String person, String event) {
        return portal.as(person)
                .get("/me/notices/events?limit=100")
                .body()
                .path("items")
                .valueStream()
                .filter(notice -> notice.path("kind").asString().equals("event.message")
                        && notice.at("/about/id").asString().equals(event))
                .count();
    }

    private Answer eventByApproval() {
        var host = Steps.verifiedOrganization(portal, "incubator", "INCUBATOR").id();
        var body = Steps.eventBody(host, 5).replace("\"capacity\":5", "\"admission\":\"APPROVAL\",\"capacity\":5");
        return Steps.publishedEvent(portal, "incubator", body);
    }
}
