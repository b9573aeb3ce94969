package ma.maydan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the staff sees of a spreadsheet on its way into the register. */
class ImportsIT extends PortalTest {

    private static final String IMPORT = """
        {"id": "%s", "version": 3, "name": "registre <b> 2026.csv", "rows": 5, "status": "%s",
         "updatedAt": "2026-11-30T09:00:00Z"%s, "columns": [
          {"name": "Raison <b> sociale", "samples": ["Atlas", "أطلس"], "field": "LEGAL_NAME_FR"},
          {"name": "", "samples": [], "field": "IGNORED"}],
         "counts": {"brought": 2, "outcomes": [{"code": "NEW", "rows": 2}, {"code": "WRONG", "rows": 3}],
          "results": [{"code": "CLAIMED", "rows": 1}, {"code": "CREATED", "rows": %d}],
          "undone": [{"code": "TOUCHED", "rows": 0}]},
         "allowedTransitions": [%s]}\
        """;

    private static final String ROWS = """
        {"items": [
          {"number": 2, "outcome": "NEW", "name": "Atlas <b>", "errors": [], "changed": [], "material": [],
           "decidable": false, "update": false, "organizationId": "atlas", "result": "CREATED"},
          {"number": 3, "outcome": "WRONG", "name": "=1+1", "changed": [], "material": [], "decidable": false, "update": false,
           "errors": [{"pointer": "/ice", "code": "pattern", "detail": "Un ICE a 15 chiffres."},
            {"pointer": "", "code": "own-organization", "detail": "Vous en faites partie."}]},
          {"number": 4, "outcome": "DUPLICATE", "name": "Sahara", "errors": [], "changed": ["region"], "material": ["legalName"],
           "organizationId": "sahara", "legalName": {"ar": "صحراء"}, "decidable": true, "update": false},
          {"number": 5, "outcome": "DUPLICATE", "name": "Rif", "errors": [], "changed": [], "material": [], "sameAs": 2,
           "decidable": false, "update": false}]}\
        """;

    @BeforeEach
    void importsInSomeStates() {
        imported("uploaded", "UPLOADED", "", 0, "\"mapping\", \"discard\"");
        imported("checking", "CHECKING", "", 0, "\"mapping\", \"discard\"");
        imported("checked", "CHECKED", "", 0, "\"mapping\", \"run\", \"discard\"");
        imported("running", "RUNNING", "", 1, "");
        imported("done", "DONE", ", \"undoneBy\": \"2026-12-01T09:00:00Z\"", 2, "\"undo\"");
        SERVICES.answers("GET /imports", Samples.list(IMPORT.formatted("done", "DONE", "", 2, "")));
    }

    private static void imported(String id, String status, String more, int created, String steps) {
        SERVICES.answers("GET /imports/" + id, IMPORT.formatted(id, status, more, created, steps));
        SERVICES.answers("GET /imports/" + id + "/rows", ROWS);
    }

    @ParameterizedTest
    @CsvSource({
        "ar, imports",
        "fr, imports/uploaded",
        "en, imports/uploaded/mapping",
        "ar, imports/checking",
        "ar, imports/checked",
        "fr, imports/checked",
        "en, imports/running",
        "fr, imports/done",
        "ar, imports/done/undo",
        "en, imports/checked/run",
        "fr, imports/checked/discard",
        "ar, imports/checked/mapping"
    })
    void theirPagesAreSound(String language, String address) {
        var page = get("/" + language + "/" + address, ADMIN);

        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("<b>");
        new Html(page.body()).isSound(language);
    }

    @Test
    void theyAreTheStaffsAlone() {
        assertThat(get("/fr/imports", PERSON).statusCode()).isEqualTo(403);
        assertThat(get("/fr/imports/done", PERSON).statusCode()).isEqualTo(403);
        assertThat(get("/fr/imports/done/mapping", PERSON).statusCode()).isEqualTo(403);
        assertThat(post("/fr/imports/checked/rows/4/update", PERSON, Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(get("/fr/imports", null).statusCode()).isNotEqualTo(200);
        assertThat(get("/fr/reviews", ADMIN).body()).contains("/fr/imports\"");
    }

    @Test
    void eachRowSaysWhatWouldComeOfItAndWhy() {
        var page = get("/fr/imports/checked", ADMIN).body();

        assertThat(page)
                .contains(
                        "Importer 2 lignes",
                        "?outcome=NEW",
                        "(ICE)\u00A0: Un ICE a 15 chiffres.",
                        "Vous en faites partie.")
                .contains("Identique à la ligne 2.", "/fr/organizations/sahara", "/fr/imports/checked/rows/4/update");
        assertThat(page).doesNotContain("/rows/5/");
        assertThat(SERVICES.lastOf("GET /imports/checked/rows").query()).contains("limit=50");
        get("/fr/imports/checked?outcome=WRONG&result=TOUCHED", ADMIN);
        assertThat(SERVICES.lastOf("GET /imports/checked/rows").query()).contains("outcome=WRONG", "result=TOUCHED");
    }

    @Test
    void whatGoesOnIsShownAgainWithoutScripts() {
        var going = get("/en/imports/running", ADMIN);
        assertThat(header(going, "Refresh")).isEqualTo("3");
        assertThat(going.body()).contains("1 of 2", "<progress");
        assertThat(get("/en/imports/done", ADMIN).headers().firstValue("Refresh"))
                .isEmpty();
    }

    @Test
    void aDuplicateIsDecidedOn() {
        SERVICES.answers("PUT /imports/checked/rows/4", "{}");

        var decided = post("/fr/imports/checked/rows/4/update", ADMIN, Map.of());

        assertThat(header(decided, "Location")).isEqualTo("/fr/imports/checked?outcome=DUPLICATE");
        assertThat(SERVICES.last("PUT").body()).isEqualTo("{\"update\":true}");
        post("/fr/imports/checked/rows/4/skip", ADMIN, Map.of());
        assertThat(SERVICES.last("PUT").body()).isEqualTo("{\"update\":false}");
    }

    @Test
    void whatIsWrongWithAColumnStandsAtIt() {
        SERVICES.refuses("PUT /imports/uploaded/mapping", 422, "validation-failed", """
            , "errors": [{"pointer": "/columns/1", "code": "mapped-twice", "detail": "Une autre colonne l’est déjà."}]\
            """);
        var fields = Map.of("version", "3", "columns.0.field", "ICE", "columns.1.field", "ICE");

        var sent = post("/fr/imports/uploaded/mapping", ADMIN, fields);

        assertThat(sent.statusCode()).isEqualTo(422);
        assertThat(sent.body()).contains("id=\"e-columns.1.field\"", "Une autre colonne l’est déjà.");
        new Html(sent.body()).isSound("fr");
        assertThat(SERVICES.last("PUT").body()).isEqualTo("{\"columns\":[\"ICE\",\"ICE\"]}");

        SERVICES.answers("PUT /imports/uploaded/mapping", IMPORT.formatted("uploaded", "CHECKING", "", 0, ""));
        assertThat(header(post("/fr/imports/uploaded/mapping", ADMIN, fields), "Location"))
                .isEqualTo("/fr/imports/uploaded");
    }

    @Test
    void theReportIsAFileWithoutFormulas() {
        var file = get("/fr/imports/checked/export.csv", ADMIN);

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body())
                .contains("\"Ligne\"", "\"'=1+1\"", "\"Un ICE a 15 chiffres., Vous en faites partie.\"")
                .doesNotContain("\"=1+1\"");
        assertThat(get("/fr/imports/checked/export.xlsx", ADMIN).statusCode()).isEqualTo(200);
    }

    @Test
    void withoutAFileNothingIsSent() {
        var before = SERVICES.changes();
        var sent = post("/fr/imports", ADMIN, Map.of());

        assertThat(sent.statusCode()).isEqualTo(422);
        assertThat(sent.body()).contains("Choisissez un fichier.");
        assertThat(SERVICES.changes()).isEqualTo(before);
    }
}
