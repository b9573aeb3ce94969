package ma.maydan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that are more than numbers: how they are typed, sent and shown. */
class FieldTypesIT extends PortalTest {

    private static final String OWNER = ", \"myRole\": \"OWNER\", \"phone\": \"+212522000000\"";

    @ParameterizedTest
    @CsvSource({"ar", "fr", "en"})
    void aPhoneNumberIsShownInGroupsFromTheLeftAndCanBeCalled(String language) {
        SERVICES.answers("GET /organizations/called", Samples.organization("called", "VERIFIED", "", OWNER));
        var page = get("/" + language + "/organizations/called", null);
        new Html(page.body()).isSound(language);
        assertThat(page.body())
                .contains("<a dir=\"ltr\" href=\"tel:+212522000000\">05 22 00 00 00</a>")
                .contains("\"telephone\":\"+212522000000\"");
    }

    @Test
    void anOrganizationWithoutAPhoneNumberHasNone() {
        SERVICES.answers("GET /organizations/silent", Samples.organization("silent", "VERIFIED", "", ""));
        assertThat(get("/fr/organizations/silent", null).body()).doesNotContain("tel:", "telephone");
    }

    @Test
    void aPhoneNumberIsTypedAsOneAndItsFaultStandsAtItsField() {
        SERVICES.answers("GET /organizations/typed", Samples.organization("typed", "DRAFT", "", OWNER));
        var form = new Html(get("/ar/organizations/typed/edit", PERSON).body());
        assertThat(form.byId("f-phone").getAttribute("type")).isEqualTo("tel");
        assertThat(form.byId("f-phone").getAttribute("value")).isEqualTo("+212522000000");

        SERVICES.refuses("PUT /organizations/typed", 422, "validation-failed", """
            , "errors": [{"pointer": "/phone", "code": "pattern", "detail": "no number"}]\
            """);
        var again = new Html(post("/ar/organizations/typed/edit", PERSON, Map.of("phone", "٠٥ 22 x", "version", "4"))
                .body());
        again.isSound("ar");
        assertThat(SERVICES.last("PUT").body()).contains("\"phone\":\"0522x\"");
        assertThat(Html.text(again.byId("e-phone"))).isEqualTo("no number");
        assertThat(again.byId("f-phone").getAttribute("value")).isEqualTo("٠٥ 22 x");
    }

    @ParameterizedTest
    @CsvSource({
        "ar, 50.000\u00a0درهم",
        "fr, 50\u202f000\u00a0dirhams",
        "en, '50,000\u00a0dirhams'",
    })
    void anAmountIsShownWithItsCurrencyAsTheLanguageWritesIt(String language, String shown) {
        SERVICES.answers("GET /programs/funded", funded("funded", ", \"funding\": 50000"));
        var page = get("/" + language + "/programs/funded", null);
        new Html(page.body()).isSound(language);
        assertThat(page.body()).contains("<dd>" + shown + "</dd>");
        SERVICES.answers("GET /programs/unfunded", funded("unfunded", ""));
        assertThat(get("/" + language + "/programs/unfunded", null).body()).doesNotContain("#coins");
    }

    @Test
    void anAmountIsSentAsAWholeNumberWhicheverWayItsThousandsAreSetApart() {
        SERVICES.answers("POST /programs", 201, funded("funded", ""));
        SERVICES.answers("GET /me/organizations", Samples.list(Samples.organization("mine", "VERIFIED", "", OWNER)));
        assertThat(Html.text(new Html(get("/fr/programs/new", PERSON).body()).byId("typed")))
                .contains("Financement par participant (en dirhams) (facultatif)");
        for (var typed : new String[] {"50000", "50.000", "50\u202f000", "٥٠٬٠٠٠"}) {
            post("/fr/programs/new", PERSON, Map.of("funding", typed, "idempotencyKey", "k"));
            assertThat(SERVICES.last("POST").body()).as(typed).contains("\"funding\":50000");
        }
        post("/fr/programs/new", PERSON, Map.of("funding", " ", "idempotencyKey", "k"));
        assertThat(SERVICES.last("POST").body()).doesNotContain("funding");
    }

    private static String funded(String id, String more) {
        return Samples.program(id, "PUBLISHED", "").replaceFirst("}$", more + "}");
    }
}
