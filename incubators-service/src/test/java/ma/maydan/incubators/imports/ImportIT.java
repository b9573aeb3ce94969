package ma.maydan.incubators.imports;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.regex;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import ma.maydan.incubators.Flows;
import ma.maydan.incubators.Service;
import ma.maydan.incubators.organization.Organization;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** A register of many rows. */
class ImportIT {

    /** 5,000 take two minutes on the embedded server, which looks at all documents for many a query. */
    private static final int ROWS = Integer.getInteger("maydan.import.rows", 1_000);

    private static final int UPDATES = 200;
    private static final int OF_EACH_FAULT = ROWS * 3 / 500;

    private final MongoDatabase database = Service.bean(MongoDatabase.class);
    private final String name = Imports.name();

    /** Ten ways in which a row is wrong, each with where and what is told. */
    private static Map<String, UnaryOperator<List<String>>> faults() {
        var faults = new LinkedHashMap<String, UnaryOperator<List<String>>>();
        faults.put("/ice pattern", row -> Imports.with(row, "ICE", "12345678901234"));
        faults.put("/region pattern", row -> Imports.with(row, "Région", "Atlantide"));
        faults.put("/legalName given", row -> Imports.with(row, "Raison sociale", "\u200F"));
        faults.put("/kinds/0 invalid-value", row -> Imports.with(Imports.with(row, "Stade", ""), "Type", "Licorne"));
        faults.put("/kinds cluster-kind", row -> Imports.with(Imports.with(row, "Stade", ""), "Type", "Cluster"));
        faults.put("/foundedOn in-the-future", row -> Imports.with(row, "Date de création", "01/01/2999"));
        faults.put("/foundedOn invalid-value", row -> Imports.with(row, "Date de création", "mars 2021"));
        faults.put("/website pattern", row -> Imports.with(row, "Site web", "pas de site"));
        faults.put("/stage startups-only", row -> Imports.with(row, "Type", "Université"));
        faults.put(
                "/legalName/fr hidden-characters",
                row -> Imports.with(row, "Raison sociale", "Soci\u200Bété " + row.getFirst()));
        return faults;
    }

    @Test
    void manyRowsAreToldRunAndUndoneToTheByte(TestReporter reporter) {
        var there = IntStream.range(0, UPDATES)
                .mapToObj(at -> Imports.unclaimed(name + " connue " + at, Flows.newIce()))
                .toList();
        var ids = there.stream().map(Organization::id).toList();
        var before = documents(ids);
        var rows = new ArrayList<List<String>>();
        there.forEach(one -> rows.add(Imports.with(
                Imports.row(one.profile().legalName().fr() + "", one.profile().ice() + ""), "Ville", "Mohammédia")));
        faults().values()
                .forEach(wrong -> IntStream.range(0, OF_EACH_FAULT)
                        .forEach(at ->
                                rows.add(wrong.apply(Imports.row(name + " fausse " + rows.size(), Flows.newIce())))));
        while (rows.size() < ROWS) {
            rows.add(Imports.row(name + " neuve " + rows.size(), Flows.newIce()));
        }

        var begun = Instant.now();
        var checked = Imports.checked(rows);
        var wrong = Imports.rows(checked, "&outcome=WRONG");
        var ran = Imports.ran(checked);
        reporter.publishEntry(
                ROWS + " rows were looked at and brought in", "in " + Duration.between(begun, Instant.now()));

        var fine = ROWS - UPDATES - 10 * OF_EACH_FAULT;
        assertThat(Imports.count(checked, "outcomes", "NEW")).isEqualTo(fine);
        assertThat(Imports.count(checked, "outcomes", "UPDATE")).isEqualTo(UPDATES);
        assertThat(wrong)
                .hasSize(10 * OF_EACH_FAULT)
                .allSatisfy(row -> assertThat(row.path("errors")).hasSize(1));
        var told = new TreeMap<String, Integer>();
        wrong.forEach(row -> told.merge(
                row.at("/errors/0/pointer").asString() + " "
                        + row.at("/errors/0/code").asString(),
                1,
                Integer::sum));
        assertThat(told.keySet()).containsExactlyInAnyOrderElementsOf(faults().keySet());
        assertThat(told.values()).as("each is told").containsOnly(OF_EACH_FAULT);
        assertThat(wrong)
                .allSatisfy(
                        row -> assertThat(row.at("/errors/0/detail").asString()).isNotBlank());
        assertThat(Imports.count(ran, "results", "CREATED")).isEqualTo(fine);
        assertThat(Imports.count(ran, "results", "UPDATED")).isEqualTo(UPDATES);
        assertThat(live("")).isEqualTo(UPDATES + fine);
        assertThat(live(" fausse")).as("none half done").isZero();
        assertThat(documents(ids)).hasSameSizeAs(before).doesNotContainAnyElementsOf(before);

        var undone = Imports.undone(ran);

        assertThat(Imports.count(undone, "undone", "UNDONE")).isEqualTo(fine + UPDATES);
        assertThat(documents(ids)).isEqualTo(before);
        assertThat(live("")).isEqualTo(UPDATES);
    }

    private long live(String more) {
        return database.getCollection("organizations")
                .countDocuments(and(regex("profile.legalName.fr", "^" + name + more), exists("deleted", false)));
    }

    /** As they are stored, but for what every change changes. */
    private List<Document> documents(Collection<String> ids) {
        var documents =
                database.getCollection("organizations").find(in("_id", ids)).into(new ArrayList<>());
        documents.forEach(one -> List.of("version", "updatedAt", "outbox").forEach(one::remove));
        documents.sort((one, other) -> one.getString("_id").compareTo(other.getString("_id")));
        return documents;
    }
}
