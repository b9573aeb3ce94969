package ma.maydan.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An officer brings a spreadsheet into the register in a browser, and takes it back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportsIT {

    private final Portal portal = Portal.running();
    private final Browsing browsing = new Browsing(portal);

    @AfterAll
    void close() {
        browsing.close();
    }

    @ParameterizedTest
    @CsvSource({"ar, 375, true", "fr, 1280, false"})
    void anOfficerImportsASpreadsheetAndTakesItBack(String language, int width, boolean scripts) {
        var name = "Registre " + UUID.randomUUID();
        var draft = portal.as("startup2")
                .create("/organizations", Steps.organizationBody(name + " ancienne", "STARTUP"))
                .expect(201);
        var file = """
            Raison sociale;ICE;Type;Région;Observations
            %1$s neuve;%2$s;Startup;Fès-Meknès;-
            %1$s fausse;123;Startup;Atlantide;-
            %1$s autre;%3$s;Incubateur;Souss-Massa;-
            """.formatted(name, "%015d".formatted(System.nanoTime()), draft.text("ice"));
        try (var window = scripts ? browsing.window(width) : browsing.windowWithoutJavaScript(width)) {
            var page = browsing.signedIn(window, language, "officer");
            page.navigate(portal.gateway() + "/" + language + "/reviews");
            page.locator("main a[href$='/imports']").click();
            page.locator("[name=file]")
                    .setInputFiles(new FilePayload("registre.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
            page.locator("#typed .buttons [type=submit]").click();

            assertThat(page.locator("select").nth(0).inputValue()).isEqualTo("LEGAL_NAME_FR");
            assertThat(page.locator("select").nth(4).inputValue()).isEqualTo("IGNORED");
            Browsing.inspected(page, scripts, language + "-import-mapping-" + width);
            page.locator("#typed .buttons [type=submit]").click();
            until(page, "CHECKED");
            Browsing.inspected(page, scripts, language + "-import-checked-" + width);
            assertThat(page.locator("tbody tr").count()).isEqualTo(3);
            page.locator("button[formaction$='/rows/4/update']").click();
            assertThat(page.locator("button[formaction$='/rows/4/skip']").count())
                    .isEqualTo(1);

            page.locator("main a[href$='/run']").click();
            Browsing.inspected(page, scripts, language + "-import-run-" + width);
            page.locator("#typed .buttons [type=submit]").click();
            until(page, "DONE");
            Browsing.inspected(page, scripts, language + "-import-done-" + width);
            page.locator("tbody a[href*='/organizations/']").first().click();
            assertThat(page.locator("h1").textContent()).contains(name);
            assertThat(portal.as("startup2").get("/organizations/" + draft.id()).text("region"))
                    .isEqualTo("MA-09");

            page.goBack();
            page.locator("main a[href$='/undo']").click();
            page.locator("#typed .buttons [type=submit]").click();
            until(page, "UNDONE");
            var before = portal.as("startup2").get("/organizations/" + draft.id());
            assertThat(before.text("region")).isEqualTo("MA-06");
            portal.as("startup2")
                    .delete("/organizations/" + draft.id(), before.version())
                    .expect(204);
        }
    }

    /** The page shows by itself how far it is. */
    private static void until(Page page, String status) {
        page.waitForCondition(
                () -> page.locator("main [data-status=" + status + "]").count() == 1);
    }
}
