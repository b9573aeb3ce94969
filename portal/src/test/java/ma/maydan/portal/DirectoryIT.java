package ma.maydan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The directory of organizations, and what one of them says of itself. */
class DirectoryIT extends PortalTest {

    private static final String MORE = """
        , "myRole": "OWNER", "city": {"fr": "Casa <b>"}, "sectors": ["AI", "FINTECH"], "stage": "SCALING",
         "foundedOn": "2021-03-01", "entityStatus": "INACTIVE", "visibility": "MEMBERS",
         "identifiers": [{"scheme": "RC", "value": "510001"}],
         "links": [{"label": "Réseau <b>", "address": "https://social.example.test/atlas"}],
         "completeness": {"of": 12, "open": [{"pointer": "/description/ar", "code": "required"},
                                             {"pointer": "/logo", "code": "required"}]},
         "change": {"changed": ["legalName", "kinds", "ice", "identifiers"], "at": "2026-11-02T09:00:00Z",
                    "profile": {"legalName": {"fr": "Toubkal <b>"}, "kinds": ["STARTUP"], "ice": "001234567000090",
                                "identifiers": [{"scheme": "LEI", "value": "5493001KJTIIGC8Y1R12"}]}}\
        """;

    @BeforeEach
    void twoOrganizations() {
        SERVICES.answers(
                "GET /organizations",
                Samples.list(
                        Samples.organization("org", "VERIFIED", "", ""),
                        Samples.organization("two", "VERIFIED", "", "")));
        SERVICES.answers(
                "GET /organizations/org",
                Samples.organization("org", "VERIFIED", "\"edit\", \"withdraw-change\"", MORE));
        SERVICES.answers("GET /organizations/two", Samples.organization("two", "VERIFIED", "", ""));
        SERVICES.answers("GET /organization-changes", Samples.list(Samples.organization("org", "VERIFIED", "", MORE)));
        SERVICES.answers("GET /organization-figures", """
            {"count": 2, "kinds": {"INCUBATOR": 2, "ACCELERATOR": 2}, "sectors": {}, "stages": {},
             "regions": {"MA-06": 2}, "partners": 2, "at": "2026-11-02T09:00:00Z"}\
            """);
    }

    @AfterEach
    void none() {
        SERVICES.answers("GET /organizations", Samples.list());
        SERVICES.forget("GET /organization-figures");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void itsPagesAreSound(String language) {
        for (var address : new String[] {
            "/",
            "/organizations",
            "/organizations/org",
            "/organizations/org/edit",
            "/organizations/compare?compared=org&compared=two"
        }) {
            var page = get("/" + language + address, PERSON);
            assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
            assertThat(page.body()).doesNotContain("<b>");
            new Html(page.body()).isSound(language);
        }
        new Html(get("/" + language + "/reviews/organizations/changes", ADMIN).body()).isSound(language);
    }

    @Test
    void aChoiceHasItsNumberAndLeadsToItsListAndBack() {
        var page = get("/en/organizations?kind=INCUBATOR", null).body();
        assertThat(page)
                .contains(
                        "href=\"/en/organizations?kind=ACCELERATOR\"",
                        "href=\"/en/organizations?kind=INCUBATOR&amp;region=MA-06\"");
        assertThat(SERVICES.lastOf("GET /organization-figures").query()).isEqualTo("kind=INCUBATOR");
    }

    @Test
    void withoutNumbersThereIsTheList() {
        SERVICES.answers("GET /organization-figures", 503, "{}");
        assertThat(get("/en/organizations", null).statusCode()).isEqualTo(200);
        assertThat(get("/en/", null).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsOpenLeadsToItsField() {
        assertThat(get("/en/organizations/org", PERSON).body())
                .contains("/en/organizations/org/edit#f-description-ar", "/en/organizations/org/logo");
    }

    @Test
    void ofManyFourAreComparedAndWhoIsNotSeenIsLeftOut() {
        SERVICES.refuses("GET /organizations/gone", 404, "not-found", "");
        var page = get("/en/organizations/compare?compared=org&compared=gone&compared=two&compared=a&compared=b", null);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Four fit", "Atlas Incubator");
        assertThat(get("/en/organizations/compare", null).statusCode()).isEqualTo(200);
    }

    @Test
    void changesAreForTheStaff() {
        assertThat(get("/en/reviews/organizations/changes", PERSON).statusCode())
                .isEqualTo(403);
    }
}
