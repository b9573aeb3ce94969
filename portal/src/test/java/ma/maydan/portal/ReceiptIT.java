package ma.maydan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptIT extends PortalTest {

    @ParameterizedTest
    @CsvSource({
        "SUBMITTED, ar, true",
        "UNDER_REVIEW, fr, true",
        "VERIFIED, en, true",
        "SUSPENDED, fr, true",
        "REJECTED, fr, false",
        "DRAFT, en, false"
    })
    void itIsOfferedInTheLanguageOfThePageWhileThereIsOne(String status, String language, boolean offered) {
        var mine = ", \"myRole\": \"OWNER\", \"submittedAt\": \"2026-10-01T09:00:00Z\"";
        SERVICES.answers("GET /organizations/o", Samples.organization("o", status, "", mine));
        var page = get("/" + language + "/organizations/o", PERSON).body();
        assertThat(page.contains("href=\"/api/v1/organizations/o/receipt?lang=" + language + "\""))
                .as(page)
                .isEqualTo(offered);
    }

    @Test
    void whoIsNotToldWhenItWasSubmittedIsOfferedNone() {
        SERVICES.answers("GET /organizations/o", Samples.organization("o", "VERIFIED", "", ""));
        assertThat(get("/fr/organizations/o", null).body()).doesNotContain("/receipt");
    }
}
