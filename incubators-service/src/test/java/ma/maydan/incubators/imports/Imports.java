package ma.maydan.incubators.imports;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static ma.maydan.incubators.Service.API;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.maydan.incubators.Flows;
import ma.maydan.incubators.Service;
import ma.maydan.incubators.organization.ImportedOrganizations;
import ma.maydan.incubators.organization.Organization;
import ma.maydan.incubators.organization.ProfileReader;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.api.Api;
import tools.jackson.databind.JsonNode;

/** Requests that tests of imports make. */
final class Imports {

    static final String PATH = "/api/v1/imports";
    static final Api OFFICER = API.officer("officer-of-imports");
    static final List<String> COLUMNS =
            List.of("Raison sociale", "ICE", "Type", "Région", "Ville", "Site web", "Date de création", "Stade");

    private Imports() {}

    static String name() {
        return "Registre " + UUID.randomUUID();
    }

    /** A row that is right, in {@link #COLUMNS}. */
    static List<String> row(String name, String ice) {
        return List.of(
                name,
                ice,
                "Startup",
                "Casablanca-Settat",
                "Casablanca",
                "https://example.ma/",
                "15/03/2021",
                "Idéation");
    }

    /** The same with another value in a column. */
    static List<String> with(List<String> row, String column, String value) {
        var other = new ArrayList<>(row);
        other.set(COLUMNS.indexOf(column), value);
        return other;
    }

    static Answer uploaded(List<List<String>> rows) {
        var all = new ArrayList<List<String>>(List.of(COLUMNS));
        all.addAll(rows);
        return OFFICER.postFile(PATH, "C:\\fakepath\\registre.csv", Sheets.csv(all))
                .expect(201);
    }

    /** Mapped as it is proposed, and looked at. */
    static Answer checked(List<List<String>> rows) {
        return checked(uploaded(rows));
    }

    static Answer checked(Answer uploaded) {
        var columns = uploaded.body()
                .path("columns")
                .valueStream()
                .map(column -> column.path("field").asString())
                .toList();
        OFFICER.put(PATH + "/" + uploaded.id() + "/mapping", Map.of("columns", columns), uploaded.version())
                .expect(200);
        return until("CHECKED", uploaded.id());
    }

    static Answer ran(Answer checked) {
        OFFICER.post(PATH + "/" + checked.id() + "/run", checked.version()).expect(200);
        return until("DONE", checked.id());
    }

    static Answer undone(Answer ran) {
        OFFICER.post(PATH + "/" + ran.id() + "/undo", ran.version()).expect(200);
        return until("UNDONE", ran.id());
    }

    static Answer until(String status, String id) {
        await().atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    requireNoFault(id);
                    return get(id).text("status").equals(status);
                });
        return get(id);
    }

    /** What fails is tried again: a test does not wait for that. */
    private static void requireNoFault(String id) {
        Service.bean(MongoDatabase.class)
                .getCollection("work")
                .find(and(eq("subject", id), exists("fault"), exists("dueAt")))
                .forEach(work -> {
                    throw new AssertionError(String.valueOf(work.get("fault")));
                });
    }

    static Answer get(String id) {
        return OFFICER.get(PATH + "/" + id).expect(200);
    }

    /** So many rows have come to this. */
    static int count(Answer imported, String list, String code) {
        return imported.body()
                .path("counts")
                .path(list)
                .valueStream()
                .filter(count -> count.path("code").asString().equals(code))
                .mapToInt(count -> count.path("rows").asInt())
                .sum();
    }

    /** All of its rows that are found so. */
    static List<JsonNode> rows(Answer imported, String query) {
        var rows = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var page = OFFICER.get(PATH + "/" + imported.id() + "/rows?limit=100" + query + cursor)
                    .expect(200);
            page.body().path("items").forEach(rows::add);
            cursor = page.body().has("nextCursor") ? "&cursor=" + page.text("nextCursor") : "";
        } while (!cursor.isEmpty());
        return rows;
    }

    static JsonNode row(Answer imported, int number) {
        return rows(imported, "").stream()
                .filter(row -> row.path("number").asInt() == number)
                .findFirst()
                .orElseThrow();
    }

    /** One in the register that nobody owns. */
    static Organization unclaimed(String name, String ice) {
        var body = Flows.organization("STARTUP");
        body.put("legalName", Map.of("fr", name));
        body.put("ice", ice);
        var id = UUID.randomUUID().toString();
        var read = Service.bean(ProfileReader.class).read(Api.JSON.valueToTree(body), id);
        Service.bean(ImportedOrganizations.class).create(id, ((ProfileReader.Right) read).profile());
        return organization(id);
    }

    static Organization organization(String id) {
        return Service.bean(ImportedOrganizations.class).find(id).orElseThrow();
    }
}
