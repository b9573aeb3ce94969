package ma.maydan.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The staff's tables in a browser, with scripts and without: an order, columns, and a step with several at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TablesIT {

    private final Portal portal = Portal.running();
    private final Browsing browsing = new Browsing(portal);

    @AfterAll
    void close() {
        browsing.close();
    }

    @ParameterizedTest
    @CsvSource({"ar, 375, true", "fr, 1280, false", "en, 1280, true", "fr, 375, false"})
    void anOfficerTakesSeveralCasesAndAnAdminVerifiesThemAndWhatComesAgainChangesNothing(
            String language, int width, boolean scripts) {
        var names = Stream.of("A", "B")
                .map(letter -> letter + " " + UUID.randomUUID().toString().substring(0, 8))
                .toList();
        names.forEach(this::submitted);
        try (var window = scripts ? browsing.window(width) : browsing.windowWithoutJavaScript(width)) {
            var page = browsing.signedIn(window, language, "officer");
            show(page, language, "?sort=-submittedAt&column=legalName");
            var rows = page.locator("tbody tr").allTextContents();
            assertThat(rows.stream()
                            .flatMap(row -> names.stream().filter(row::contains))
                            .toList())
                    .as("the latest first, among those of others")
                    .isEqualTo(names.reversed());
            choose(page, names);
            page.locator("button[formaction$='/take']").click();
            assertThat(page.locator("#done li").allTextContents()).hasSize(2);
            assertThat(page.locator("#refused").count()).isZero();
            inspected(page, scripts, language + "-taken-" + width);
            for (var name : names) {
                var taken = caseOf(name);
                portal.as("officer")
                        .put(
                                "/organizations/" + taken.at("/id").asString() + "/checks",
                                Steps.CHECKS,
                                taken.at("/version").asLong())
                        .expect(200);
            }

            page.reload();
            assertThat(page.locator("#refused li").allTextContents())
                    .as("the same form once more")
                    .hasSize(2);
        }
        try (var window = scripts ? browsing.window(width) : browsing.windowWithoutJavaScript(width)) {
            var page = browsing.signedIn(window, language, "admin");
            show(page, language, "?status=UNDER_REVIEW&sort=-submittedAt");
            choose(page, names);
            page.locator("button[formaction$='/verify']").click();
            assertThat(page.locator("#done").count()).isZero();
            assertThat(page.locator("#typed input[name=chosen]").count()).isEqualTo(2);
            inspected(page, scripts, language + "-together-" + width);

            // Somebody is faster with one of them.
            var first = caseOf(names.getFirst());
            portal.as("admin2")
                    .post(
                            "/organizations/" + first.at("/id").asString() + "/verify",
                            first.at("/version").asLong())
                    .expect(200);
            page.locator("#typed [type=submit]").last().click();
            assertThat(page.locator("#done li").allTextContents())
                    .singleElement()
                    .asString()
                    .contains(names.getLast());
            assertThat(page.locator("#refused li").allTextContents())
                    .singleElement()
                    .asString()
                    .contains(names.getFirst());
            inspected(page, scripts, language + "-verified-" + width);
        }
    }

    private void submitted(String name) {
        var draft = portal.as("startup2")
                .create("/organizations", Steps.organizationBody(name, "STARTUP"))
                .expect(201);
        Steps.submitted(portal.as("startup2"), draft);
    }

    private JsonNode caseOf(String name) {
        return portal.as("officer")
                .get("/verification-cases?limit=100&sort=-submittedAt")
                .body()
                .path("items")
                .valueStream()
                .filter(one -> one.toString().contains(name))
                .findFirst()
                .orElseThrow();
    }

    private void show(Page page, String language, String view) {
        page.navigate(portal.gateway() + "/" + language + "/reviews/organizations" + view);
    }

    private static void choose(Page page, List<String> names) {
        names.forEach(name ->
                page.locator("tr:has-text('" + name + "') [name=chosen]").check());
    }

    private static void inspected(Page page, boolean scripts, String name) {
        assertThat(page.locator("h1").count()).isEqualTo(1);
        assertThat(page.locator("body").boundingBox().width)
                .as("%s scrolls sideways", name)
                .isLessThanOrEqualTo(page.viewportSize().width);
        if (scripts) {
            assertThat(Browsing.axe(page).analyze().getViolations()).isEmpty();
        }
        Browsing.screenshot(page, name);
    }
}
