package ma.maydan.incubators.imports;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static ma.maydan.incubators.Service.API;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ma.maydan.incubators.Flows;
import ma.maydan.incubators.Service;
import ma.maydan.incubators.organization.ImportedOrganizations;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.schedule.Work;
import ma.maydan.starter.schedule.WorkHandler;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.api.Parallel;
import ma.maydan.testkit.backends.MovedClock;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ImportStepsIT {

    private static final Actor OFFICER = new Actor("officer-of-imports", true, false);

    private final MongoDatabase database = Service.bean(MongoDatabase.class);
    private final MongoCollection<Document> rows = database.getCollection("import_rows");
    private final ImportedOrganizations register = Service.bean(ImportedOrganizations.class);
    private final String name = Imports.name();

    @AfterEach
    void itIsThePresentAgain() {
        Service.bean(MovedClock.class).moveBack();
    }

    @Test
    void whatIsNewBelongsToNobodyAndNobodySeesItButTheStaff() {
        var ran = Imports.ran(Imports.checked(List.of(Imports.row(name, Flows.newIce()))));

        var id = Imports.rows(ran, "&result=CREATED")
                .getFirst()
                .path("organizationId")
                .asString();
        var organization = Imports.OFFICER.get("/api/v1/organizations/" + id).expect(200);
        assertThat(organization.text("registrationStatus")).isEqualTo("DRAFT");
        assertThat(organization.at("/legalName/fr")).isEqualTo(name);
        assertThat(organization.text("foundedOn")).isEqualTo("2021-03-15");
        assertThat(Imports.organization(id).memberIds()).isEmpty();
        API.anonymous().get("/api/v1/organizations/" + id).expect(404);
        API.person(Flows.newPerson()).get("/api/v1/organizations/" + id).expect(404);
    }

    @Test
    void ofWhatIsVerifiedOnlyWhatIsNotMaterialChangesAndItIsUndone() {
        var verified = Flows.verified(Flows.newPerson(), "STARTUP");
        var ice = verified.text("ice");
        var other = Imports.with(Imports.row(name, ice), "Région", "Souss-Massa");
        var checked = Imports.checked(List.of(other));

        var row = Imports.row(checked, 2);
        assertThat(row.path("outcome").asString()).isEqualTo("UPDATE");
        assertThat(row.path("material").valueStream().map(one -> one.asString()))
                .containsExactly("legalName");
        assertThat(row.path("changed").valueStream().map(one -> one.asString()))
                .contains("region", "city")
                .doesNotContain("legalName");
        var ran = Imports.ran(checked);
        var after =
                API.anonymous().get("/api/v1/organizations/" + verified.id()).expect(200);
        assertThat(after.text("region")).isEqualTo("MA-09");
        assertThat(after.at("/legalName/fr")).isEqualTo(verified.at("/legalName/fr"));

        Imports.undone(ran);
        assertThat(API.anonymous().get("/api/v1/organizations/" + verified.id()).text("region"))
                .isEqualTo("MA-06");
        var again = Imports.checked(List.of(Imports.row(name, ice).subList(0, 2)));
        assertThat(Imports.row(again, 2).path("outcome").asString())
                .as("but for its name it says so already")
                .isEqualTo("UNCHANGED");
    }

    @Test
    void whoBelongsToAnOrganizationDoesNotImportIt() {
        var verified = Flows.verified("officer-of-imports", "STARTUP");
        var checked = Imports.checked(List.of(Imports.row(name, verified.text("ice"))));
        assertThat(Imports.row(checked, 2).at("/errors/0/code").asString()).isEqualTo("own-organization");

        var colleague = Flows.verified("colleague", "STARTUP");
        var theirs = Imports.checked(List.of(Imports.row(name, colleague.text("ice"))));
        API.officer("colleague")
                .post(Imports.PATH + "/" + theirs.id() + "/run", theirs.version())
                .expect(200);
        assertThat(Imports.count(Imports.until("DONE", theirs.id()), "results", "CONFLICT_OF_INTEREST"))
                .isEqualTo(1);
        assertThat(Imports.OFFICER
                        .get("/api/v1/organizations/" + colleague.id())
                        .version())
                .isEqualTo(colleague.version());
    }

    @Test
    void duplicatesAreSkippedUnlessSomebodyDecidesOtherwise() {
        var draft = Flows.draft(Flows.newPerson(), "STARTUP");
        var ice = Flows.newIce();
        var without = Imports.unclaimed(name + " Sahara", Flows.newIce());
        var checked = Imports.checked(List.of(
                Imports.row(name + " A", ice),
                Imports.row(name + " B", ice),
                Imports.row(name + " C", draft.text("ice")),
                Imports.with(Imports.row(name + " SAHARA sarl", ""), "Ville", "")));

        assertThat(Imports.rows(checked, "&outcome=DUPLICATE")).hasSize(3);
        assertThat(Imports.row(checked, 3).path("sameAs").asInt()).isEqualTo(2);
        assertThat(Imports.row(checked, 4).path("organizationId").asString()).isEqualTo(draft.id());
        assertThat(Imports.row(checked, 5).path("organizationId").asString()).isEqualTo(without.id());
        var at = Imports.PATH + "/" + checked.id() + "/rows/";
        assertThat(decide(at + 3).code()).as("it is of another row").isEqualTo("no-decision");
        assertThat(decide(at + 2).code()).isEqualTo("no-decision");
        decide(at + 9).expect(404);
        assertThat(decide(at + 5).expect(200).body().path("update").asBoolean()).isTrue();

        var ran = Imports.ran(checked);

        assertThat(Imports.count(ran, "results", "CREATED")).isEqualTo(1);
        assertThat(Imports.count(ran, "results", "UPDATED")).isEqualTo(1);
        assertThat(Imports.organization(without.id()).profile().legalName().fr())
                .isEqualTo(name + " SAHARA sarl");
        assertThat(Imports.organization(draft.id()).version()).isEqualTo(draft.version());
        assertThat(decide(at + 4).code()).as("it has run").isEqualTo("no-decision");
    }

    private static Answer decide(String row) {
        return Imports.OFFICER.send("PUT", row, Map.of("update", true), Map.of());
    }

    @Test
    void whatSomebodyChangesMeanwhileIsNotOverwritten() {
        var one = Imports.unclaimed(name + " 1", Flows.newIce());
        var two = Imports.unclaimed(name + " 2", Flows.newIce());
        var ice = Flows.newIce();
        var checked = Imports.checked(List.of(
                Imports.row(name + " 1", String.valueOf(one.profile().ice())),
                Imports.row(name + " 2", String.valueOf(two.profile().ice())),
                Imports.row(name + " 3", ice),
                Imports.row(name + " 4", Flows.newIce())));
        register.update(one, two.profile(), Instant.now());
        Imports.unclaimed(name + " 3 bis", ice);

        var ran = Imports.ran(checked);

        assertThat(Imports.count(ran, "results", "CHANGED_MEANWHILE")).isEqualTo(2);
        assertThat(Imports.organization(one.id()).profile()).isEqualTo(two.profile());

        var brought =
                Imports.organization(Imports.row(ran, 5).path("organizationId").asString());
        register.update(brought, one.profile(), Instant.now());
        var undone = Imports.undone(ran);
        assertThat(Imports.count(undone, "undone", "TOUCHED")).isEqualTo(1);
        assertThat(Imports.count(undone, "undone", "UNDONE")).isEqualTo(1);
        assertThat(Imports.organization(brought.id()).profile()).isEqualTo(one.profile());
        assertThat(Imports.organization(two.id()).profile()).isEqualTo(two.profile());
    }

    /** The process dies when organizations are changed and their rows do not say so yet. */
    @Test
    void afterACrashEachRowIsOnceInEffect() {
        var there = Imports.unclaimed(name + " 0", Flows.newIce());
        var many = new ArrayList<List<String>>();
        many.add(Imports.row(name + " 0", String.valueOf(there.profile().ice())));
        for (var at = 1; at < 250; at++) {
            many.add(Imports.row(name + " " + at, Flows.newIce()));
        }
        var checked = Imports.checked(many);
        var id = checked.id();
        silently(id, store(id).run(OFFICER, now()));

        assertThatThrownBy(() -> Service.bean(ImportRun.class).run(work(OrganizationImport.RUN, id), died()))
                .hasMessage("died");
        assertThat(live()).as("a page is done").isEqualTo(100);
        for (var row : List.of(2, 3, 50)) {
            rows.updateOne(eq("_id", ImportRow.id(store(id), row)), set("effect.result", "CLAIMED"));
        }
        var updated = Imports.organization(there.id()).version();
        Service.bean(ImportRun.class).run(work(OrganizationImport.RUN, id), progress -> {});

        var done = Imports.until("DONE", id);
        assertThat(Imports.count(done, "results", "CREATED")).isEqualTo(249);
        assertThat(Imports.count(done, "results", "UPDATED")).isEqualTo(1);
        assertThat(live()).isEqualTo(250);
        assertThat(Imports.organization(there.id()).version())
                .as("changed once")
                .isEqualTo(updated);

        silently(id, store(id).undo(OFFICER, now()));
        assertThatThrownBy(() -> Service.bean(ImportUndo.class).run(work(OrganizationImport.UNDO, id), died()))
                .hasMessage("died");
        for (var row : List.of(2, 3, 50)) {
            rows.updateOne(eq("_id", ImportRow.id(store(id), row)), set("undo.result", "CLAIMED"));
        }
        Service.bean(ImportUndo.class).run(work(OrganizationImport.UNDO, id), progress -> {});
        assertThat(Imports.count(Imports.until("UNDONE", id), "undone", "UNDONE"))
                .isEqualTo(250);
        assertThat(live()).isEqualTo(1);
    }

    /** Without the time of its claim nobody knows that the change was one's own. */
    @Test
    void aChangeOfAnotherTimeIsSomebodyElses() {
        var there = Imports.unclaimed(name, Flows.newIce());
        var checked = Imports.checked(
                List.of(Imports.row(name, String.valueOf(there.profile().ice()))));
        silently(checked.id(), store(checked.id()).run(OFFICER, now()));
        assertThatThrownBy(() -> Service.bean(ImportRun.class).run(work(OrganizationImport.RUN, checked.id()), died()))
                .hasMessage("died");
        rows.updateOne(
                eq("_id", ImportRow.id(store(checked.id()), 2)),
                combine(set("effect.result", "CLAIMED"), set("effect.at", Date.from(now().minusSeconds(9)))));

        Service.bean(ImportRun.class).run(work(OrganizationImport.RUN, checked.id()), progress -> {});

        assertThat(Imports.count(Imports.get(checked.id()), "results", "CHANGED_MEANWHILE"))
                .isEqualTo(1);
    }

    @Test
    void ofManyWhoRunItAtOnceOneDoesAndImportsTakeTurns() {
        var checked = Imports.checked(List.of(Imports.row(name + " 1", Flows.newIce())));
        var other = Imports.checked(List.of(Imports.row(name + " 2", Flows.newIce())));

        var answers = Parallel.atOnce(
                12, at -> Imports.OFFICER.post(Imports.PATH + "/" + checked.id() + "/run", checked.version()));
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .allMatch(answer -> answer.status() == 412 || answer.status() == 409);
        Imports.until("DONE", checked.id());

        var third = Imports.checked(List.of(Imports.row(name + " 3", Flows.newIce())));
        silently(third.id(), store(third.id()).run(OFFICER, now()));
        assertThat(Service.bean(ImportStore.class).takeTurn(third.id())).isTrue();
        silently(other.id(), store(other.id()).run(OFFICER, now()));
        assertThatThrownBy(() ->
                        Service.bean(ImportRun.class).run(work(OrganizationImport.RUN, other.id()), progress -> {}))
                .hasMessage("Another import is at work");
        assertThat(live()).isEqualTo(1);
        Service.bean(ImportRun.class).run(work(OrganizationImport.RUN, third.id()), progress -> {});
        Service.bean(ImportRun.class).run(work(OrganizationImport.RUN, other.id()), progress -> {});
        assertThat(live()).isEqualTo(3);
    }

    @Test
    void afterADayItIsNotUndoneAndWhatStoodInTheCellsIsForgotten() {
        var there = Imports.unclaimed(name, Flows.newIce());
        var ran = Imports.ran(Imports.checked(
                List.of(Imports.row(name, String.valueOf(there.profile().ice())))));
        var row = eq("_id", ImportRow.id(store(ran.id()), 2));
        assertThat(stored(row)).contains("before", "Casablanca", "wanted");

        Service.bean(MovedClock.class)
                .moveTo(Instant.now().plus(Duration.ofDays(1).plusMinutes(1)));

        assertThat(Imports.OFFICER
                        .post(Imports.PATH + "/" + ran.id() + "/undo", ran.version())
                        .code())
                .isIn("undo-over", "version-conflict");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(stored(row)).doesNotContain("before", "Casablanca", "wanted"));
        var forgotten = Imports.get(ran.id());
        assertThat(forgotten.body().at("/columns/0/samples")).isEmpty();
        assertThat(Imports.OFFICER
                        .post(Imports.PATH + "/" + ran.id() + "/undo", forgotten.version())
                        .code())
                .isEqualTo("undo-over");
        assertThat(Imports.count(forgotten, "results", "UPDATED"))
                .as("what came of it stays")
                .isEqualTo(1);
    }

    @Test
    void whatIsDiscardedOrRunByNobodyIsGone() {
        var checked = Imports.checked(List.of(Imports.row(name, Flows.newIce())));
        Imports.OFFICER
                .post(Imports.PATH + "/" + checked.id() + "/discard", checked.version())
                .expect(200);
        var idle = Imports.checked(List.of(Imports.row(name + " 2", Flows.newIce())));

        Service.bean(MovedClock.class)
                .moveTo(Instant.now().plus(Duration.ofDays(30).plusMinutes(5)));

        await().atMost(Duration.ofSeconds(30))
                .until(() -> Imports.get(idle.id()).text("status").equals("DISCARDED"));
        Service.bean(MovedClock.class)
                .moveTo(Instant.now().plus(Duration.ofDays(30).plusMinutes(10)));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                rows.countDocuments(regex("_id", "^(" + checked.id() + "|" + idle.id() + ")")))
                        .isZero());
    }

    @Test
    void itIsMappedAnewUntilItRuns() {
        var checked = Imports.checked(List.of(Imports.row(name, Flows.newIce())));
        var columns = new ArrayList<>(
                List.of("LEGAL_NAME_EN", "ICE", "IGNORED", "IGNORED", "CITY_FR", "WEBSITE", "FOUNDED_ON", "STAGE"));
        var at = Imports.PATH + "/" + checked.id() + "/mapping";

        Imports.OFFICER.put(at, Map.of("columns", columns), checked.version()).expect(200);
        var again = Imports.until("CHECKED", checked.id());

        assertThat(Imports.row(again, 2)
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("pointer").asString()))
                .containsExactly("/kinds", "/region");
        columns.set(1, "LEGAL_NAME_EN");
        var refused = Imports.OFFICER
                .put(at, Map.of("columns", columns), again.version())
                .expect(422);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/columns/1");
        Imports.OFFICER.put(at, Map.of("columns", columns), checked.version()).expect(412);
    }

    @Test
    void itIsTheStaffsAlone() {
        var checked = Imports.checked(List.of(Imports.row(name, Flows.newIce())));
        var file = Sheets.csv(List.of(Imports.COLUMNS, Imports.row(name, Flows.newIce())));
        for (var person : List.of(API.person(Flows.newPerson()), API.machine("registry.organizations.read"))) {
            person.postFile(Imports.PATH, "a.csv", file).expect(403);
            person.get(Imports.PATH).expect(403);
            person.get(Imports.PATH + "/" + checked.id()).expect(403);
            person.get(Imports.PATH + "/" + checked.id() + "/rows").expect(403);
            person.post(Imports.PATH + "/" + checked.id() + "/run", checked.version())
                    .expect(403);
        }
        API.anonymous().postFile(Imports.PATH, "a.csv", file).expect(401);
        Imports.OFFICER.get(Imports.PATH + "/none").expect(404);
        assertThat(Imports.OFFICER
                        .in("ar")
                        .postFile(Imports.PATH, "a.pdf", Flows.PDF)
                        .expect(422)
                        .at("/errors/0/detail"))
                .contains("XLSX");
        assertThat(Imports.OFFICER.get(Imports.PATH).ids()).contains(checked.id());
        assertThat(checked.text("name")).isEqualTo("registre.csv");
    }

    private String stored(Bson row) {
        return Objects.requireNonNull(rows.find(row).first()).toJson();
    }

    private static OrganizationImport store(String id) {
        return Service.bean(ImportStore.class).find(id).orElseThrow();
    }

    /** The step without the work that would come of it. */
    private static void silently(String id, Change<OrganizationImport> step) {
        assertThat(Service.bean(ImportStore.class)
                        .tryUpdate(new Change<>(step.state(), step.eventType(), step.eventData())))
                .as(id)
                .isTrue();
    }

    private static Work work(String kind, String id) {
        return new Work(kind + ":" + id, kind, id, now(), 1, now(), new BsonDocument());
    }

    private static WorkHandler.Lease died() {
        return progress -> {
            throw new IllegalStateException("died");
        };
    }

    private long live() {
        return database.getCollection("organizations")
                .countDocuments(and(regex("profile.legalName.fr", "^" + name), exists("deleted", false)));
    }

    private static Instant now() {
        return Service.bean(Clock.class).instant();
    }
}
