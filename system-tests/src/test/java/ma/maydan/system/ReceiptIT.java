package ma.maydan.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever submits an organization takes a receipt along. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReceiptIT {

    private final Portal portal = Portal.running();
    private final Browsing browsing = new Browsing(portal);
    private final String organization =
            Steps.submittedOrganization(portal, "startup2", "STARTUP").id();

    @AfterAll
    void close() {
        browsing.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void itIsDownloadedFromThePageOfTheOrganization(String language) throws IOException {
        try (var window = browsing.window(375)) {
            var page = browsing.signedIn(window, language, "startup2");
            page.navigate(portal.gateway() + "/" + language + "/organizations/" + organization);
            Browsing.screenshot(page, language + "-receipt");
            var download = page.waitForDownload(() -> page.locator("main a[href*='/receipt?lang=" + language + "']")
                    .click());
            assertThat(download.suggestedFilename()).matches("V-\\d{8}-[0-9A-F]{8}\\.pdf");
            var pdf = Files.readAllBytes(download.path());
            assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        }
    }
}
