package ma.maydan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists as files, for those who may see them whole. */
class ExportIT extends PortalTest {

    private static final String PEOPLE = "/events/forum/registrations";
    private static final String FILE = "/fr" + PEOPLE + "/export";

    @BeforeEach
    void peopleRegister() {
        SERVICES.answers("GET /events/forum", Samples.event("forum", "PUBLISHED", ""));
        SERVICES.answers("GET " + PEOPLE, followed(registration("one", "Salma Idrissi", "CONFIRMED", "")));
        SERVICES.answers(
                "GET " + PEOPLE + "?cursor",
                Samples.list(
                        registration("two", "=1+1", "WAITLISTED", ", \"position\": 2"),
                        registration("three", "سلمى", "CANCELLED", "")));
    }

    @AfterEach
    void nobodyIsRegistered() {
        SERVICES.forget("GET " + PEOPLE);
    }

    @Test
    void theHostsHaveAllPagesOfWhoComesAsOneFile() {
        var file = get(FILE + ".csv", PERSON);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).isEqualTo("""
                \uFEFF"Nom","État","Rang sur la liste d’attente","Inscription le"
                "Salma Idrissi","Confirmée",,2026-11-20T09:30:00
                "'=1+1","Sur liste d’attente",2,2026-11-20T09:30:00
                "سلمى","Annulée",,2026-11-20T09:30:00
                """.replace("\n", "\r\n"));
        assertThat(SERVICES.last("GET").query()).contains("limit=100", "cursor=n+1");
        assertThat(SERVICES.last("GET").authorization()).isEqualTo("Bearer " + PERSON);
        assertThat(header(file, "Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(header(file, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(file, "Cache-Control")).isEqualTo("private, no-store");
        assertThat(header(file, "Content-Disposition"))
                .matches("attachment; filename=\"registrations-\\d{4}-\\d\\d-\\d\\d\\.csv\"; "
                        + "filename\\*=UTF-8''Inscriptions%20%E2%80%93%20Atelier%20des%20id%C3%A9es-\\d{4}-.*\\.csv");
    }

    @Test
    void orAsASpreadsheetInTheirLanguage() throws IOException {
        var file = file("/ar" + PEOPLE + "/export.xlsx", PERSON);
        assertThat(header(file, "Content-Type")).contains("spreadsheetml");
        var rows = rows(file.body());
        assertThat(rows).hasSize(4);
        assertThat(rows.getFirst().getCellText(0)).isEqualTo("الاسم");
        assertThat(rows.get(1).getCellText(1)).isEqualTo("مؤكد");
        assertThat(rows.get(1).getCellAsDate(3)).contains(LocalDateTime.of(2026, 11, 20, 9, 30));
        assertThat(rows.get(2).getCellText(0)).isEqualTo("=1+1");
        assertThat(rows.get(2).getCellAsNumber(2)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void thePageLeadsToItsFiles(String language) {
        var page = get("/" + language + PEOPLE, PERSON).body();
        new Html(page).isSound(language);
        assertThat(page)
                .contains("\"/" + language + PEOPLE + "/export.csv\"", "\"/" + language + PEOPLE + "/export.xlsx\"");
    }

    @Test
    void whoMayNotSeeTheListHasNoFile() {
        SERVICES.refuses("GET " + PEOPLE, 404, "not-found", "");
        var refused = get(FILE + ".csv", PERSON);
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(header(refused, "Content-Type")).startsWith("text/html");
        assertThat(header(refused, "Content-Disposition")).isEmpty();
        for (var path : List.of(FILE + ".csv", "/fr/me/events/export.xlsx", "/fr/reviews/events/export.csv")) {
            var nobody = get(path, null);
            assertThat(nobody.statusCode()).isEqualTo(303);
            assertThat(header(nobody, "Location")).startsWith("/login?").contains("export");
        }
        assertThat(get("/fr/reviews/events/export.csv", PERSON).statusCode()).isEqualTo(403);
        for (var path : List.of("/fr/me/bushes/export.csv", FILE + ".pdf", "/fr/reviews/registrations/export.csv")) {
            assertThat(get(path, ADMIN).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void aServiceThatIsAwayFromTheBeginningIsAPageThatSaysSo() {
        SERVICES.answers("GET " + PEOPLE, 503, "");
        var away = get(FILE + ".xlsx", PERSON);
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(header(away, "Content-Type")).startsWith("text/html");
        assertThat(header(away, "Content-Disposition")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"csv, 503", "csv, 401", "xlsx, 503"})
    void whatBreaksOffLaterIsNoWholeFile(String format, int status) throws IOException {
        SERVICES.answers("GET " + PEOPLE + "?cursor", status, "");
        var part = new ByteArrayOutputStream();
        var failed = false;
        try (var in = stream(FILE + "." + format, PERSON).body()) {
            for (var one = in.read(); one >= 0; one = in.read()) {
                part.write(one);
            }
        } catch (IOException cut) {
            failed = true;
        }
        assertThat(failed).as("the browser learns that it failed").isTrue();
        if (format.equals("csv")) {
            assertThat(part.toString(StandardCharsets.UTF_8))
                    .contains("Salma Idrissi")
                    .endsWith(
                            "\"Ce fichier est incomplet\u00a0: un service n’a pas répondu. Téléchargez-le de nouveau.\"\r\n");
        }
    }

    @Test
    void whatCannotBeReadIsCounted() {
        SERVICES.answers("GET " + PEOPLE, Samples.list(registration("one", "Salma", "CONFIRMED", ""), "{\"id\": 1}"));
        assertThat(get(FILE + ".csv", PERSON).body())
                .endsWith("\"Lignes illisibles, absentes de ce fichier\u00a0: 1\"\r\n");
    }

    @Test
    void aQueueIsNarrowedAndInTheOrderOfItsPage() {
        SERVICES.answers(
                "GET /partnership-reviews", Samples.list(Samples.partnership("s", "UNDER_REVIEW", "\"approve\"")));
        var view = "?type=FRAMEWORK&sort=-startsOn";
        assertThat(get("/fr/reviews/partnerships" + view, ADMIN).body())
                .contains("/fr/reviews/partnerships/export.csv" + view.replace("&", "&amp;"));
        var file = get("/fr/reviews/partnerships/export.csv" + view, ADMIN).body();
        assertThat(SERVICES.last("GET").query()).contains("type=FRAMEWORK", "sort=-startsOn", "limit=100");
        assertThat(file.lines().skip(1).findFirst().orElseThrow())
                .startsWith("\"Accompagner 40 startups\",")
                .contains("\"Incubateur Atlas, mnc\",2027-01-01,");
        assertThat(get("/fr/reviews/partnerships/export.csv?column=parties", ADMIN)
                        .body()
                        .lines()
                        .findFirst()
                        .orElseThrow()
                        .split(","))
                .hasSize(2);
        assertThat(get("/fr/reviews/partnerships/export.csv?column=title&column=lever&column=type", ADMIN)
                        .body()
                        .lines()
                        .findFirst()
                        .orElseThrow()
                        .split(","))
                .hasSize(3);
        assertThat(get("/fr/reviews/partnerships/export.csv?type=PICNIC", ADMIN).statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "organizations, Incubateur Atlas, DRAFT",
        "events, Atelier des idées, 2036-08-15T10:00:00",
        "programs, Incubation 2027, Incubateur Atlas",
        "registrations, Atelier des idées, Confirmée"
    })
    void aPersonHasTheirOwnLists(String kind, String content, String more) {
        var item = switch (kind) {
            case "organizations" -> Samples.organization("o", "OTHER", "", "").replace("OTHER", "DRAFT");
            case "events" -> Samples.event("e", "DRAFT", "");
            case "programs" -> Samples.program("p", "DRAFT", "");
            default -> Samples.registration("r", "CONFIRMED", "");
        };
        SERVICES.answers("GET /me/" + kind, Samples.list(item));
        assertThat(get("/fr/me/" + kind, PERSON).body()).contains("/fr/me/" + kind + "/export.xlsx");
        var file = get("/fr/me/" + kind + "/export.csv", PERSON);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).contains(content, more.equals("DRAFT") ? "Brouillon" : more);
    }

    private static String registration(String id, String name, String status, String more) {
        return Samples.registration(id, status, more).replace("Salma Idrissi", name);
    }

    private static String followed(String... items) {
        return Samples.list(items).replaceFirst("}$", ", \"nextCursor\": \"n+1\"}");
    }

    private HttpResponse<byte[]> file(String path, @Nullable String token) {
        return send(request(path, token).GET(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpResponse<java.io.InputStream> stream(String path, @Nullable String token) {
        return send(request(path, token).GET(), HttpResponse.BodyHandlers.ofInputStream());
    }

    private static List<Row> rows(byte[] xlsx) throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            return workbook.getFirstSheet().read();
        }
    }
}
