package ma.maydan.incubators.receipt;

import static ma.maydan.incubators.Service.API;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import ma.maydan.incubators.Flows;
import ma.maydan.testkit.api.Answer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptIT {

    private final String owner = Flows.newPerson();

    @ParameterizedTest
    @CsvSource({
        "ar, وصل إيداع طلب التحقق",
        "fr, Récépissé de demande de vérification",
        "en, Receipt of a request for verification"
    })
    void anOwnerHasItInTheLanguageThatTheyChoose(String language, String title) throws Exception {
        var submitted = submitted();
        var text = text(submitted, "?lang=" + language);
        var number = submitted.id().replace("-", "").substring(24).toUpperCase(Locale.ROOT);
        assertThat(text).contains(title, number, submitted.text("ice"), "/" + language + "/receipts/V-");
        assertThat(text(submitted, "")).contains("Receipt of a request for verification");
    }

    @Test
    void itIsTheSameForMembersAndStaffUntilTheDecisionAndAfterwards() {
        var submitted = submitted();
        var first = API.person(owner).get(path(submitted)).expect(200);
        assertThat(first.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(first.header("Content-Disposition")).matches("attachment; filename=\"V-\\d{8}-[0-9A-F]{8}\\.pdf\"");
        assertThat(first.header("Cache-Control")).contains("private");

        var officer = API.officer("officer");
        var taken = Flows.checked(officer, Flows.take(officer, submitted), "PASS");
        assertThat(API.officer("officer").get(path(submitted)).expect(200).eTag())
                .isEqualTo(first.eTag());
        API.admin("admin")
                .post("/api/v1/organizations/" + submitted.id() + "/verify", taken.version())
                .expect(200);
        assertThat(API.person(owner)
                        .getBytes(path(submitted), "If-None-Match", first.eTag())
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void nobodyElseHasIt() {
        var verified = Flows.verified(owner, "STARTUP");
        API.person(Flows.newPerson()).get(path(verified)).expect(404);
        API.anonymous().get(path(verified)).expect(401);
    }

    @Test
    void whatWasNotSubmittedOrWasRejectedHasNone() {
        var draft = Flows.draft(owner, "STARTUP");
        API.person(owner).get(path(draft)).expect(404);
        var taken = Flows.underReview(owner, Flows.organization("STARTUP"));
        API.admin("admin")
                .post(
                        "/api/v1/organizations/" + taken.id() + "/reject",
                        Flows.reason(),
                        Flows.failed(taken).version())
                .expect(200);
        API.person(owner).get(path(taken)).expect(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?lang=de", "?lang=AR", "?lang="})
    void anotherLanguageIsRefused(String query) {
        API.person(owner).get(path(submitted()) + query).expect(422);
    }

    private Answer submitted() {
        var draft = Flows.draft(owner, "STARTUP");
        return Flows.submitted(API.person(owner), draft);
    }

    private static String path(Answer organization) {
        return "/api/v1/organizations/" + organization.id() + "/receipt";
    }

    private String text(Answer organization, String query) throws IOException {
        var pdf = API.person(owner).getBytes(path(organization) + query);
        assertThat(pdf.statusCode()).isEqualTo(200);
        try (var file = Loader.loadPDF(pdf.body())) {
            return new PDFTextStripper().getText(file);
        }
    }
}
