package ma.maydan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of the services' APIs. */
class ApiPageIT extends PortalTest {

    private static final String DOCUMENT = """
            {"openapi": "3.1.0",
             "paths": {"/api/v1/events/{id}": {"get": {
               "summary": "<b>One</b> event",
               "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}],
               "responses": {"200": {"description": "OK", "content": {"application/json": {
                 "schema": {"type": "array", "items": {"$ref": "#/components/schemas/Event"}}}}}}}}},
             "components": {"schemas": {"Event": {"required": ["status"], "properties": {
               "status": {"type": "string", "enum": ["DRAFT", "PUBLISHED"]},
               "startsAt": {"type": "string", "format": "date-time", "description": "When"}}}}}}
            """;

    @AfterEach
    void forget() {
        SERVICES.forget("GET /v3/api-docs");
    }

    @ParameterizedTest
    @CsvSource({"ar, الواجهة البرمجية للشركاء", "fr, API pour les partenaires", "en, API for partners"})
    void onePageShowsAllApisWithoutInlineStyle(String language, String title) {
        SERVICES.answers("GET /v3/api-docs", DOCUMENT);

        var page = get("/" + language + "/docs/api", null);

        assertThat(page.statusCode()).isEqualTo(200);
        new Html(page.body()).isSound(language);
        assertThat(page.body())
                .contains(title, "/api/v1/events/{id}", "Event[]", "DRAFT | PUBLISHED", "string (date-time)")
                .contains("href=\"/openapi/events\"", "id=\"incubators\"", "&lt;b&gt;")
                .doesNotContain("<b>One", " style=", "<style");
    }

    @Test
    void aServiceThatDoesNotAnswerLeavesTheOthers() {
        SERVICES.answers("GET /v3/api-docs", 503, "{}");

        var page = get("/en/docs/api", null);

        assertThat(page.statusCode()).isEqualTo(200);
        new Html(page.body()).isSound("en");
        assertThat(page.body()).contains("partners-service", "This service does not answer at the moment.");
    }

    @ParameterizedTest
    @CsvSource({"/docs/api, /ar/docs/api", "/docs/api?lang=en, /en/docs/api", "/docs/api?lang=fr&x=1, /fr/docs/api?x=1"
    })
    void itsAddressLeadsToTheLanguageThatIsAskedFor(String address, String page) {
        assertThat(header(get(address, null, "Accept-Language", "ar"), "Location"))
                .isEqualTo(page);
    }
}
