package ma.maydan.incubators.imports;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import ma.maydan.incubators.imports.OrganizationImport.Status;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.testkit.rules.LifeCycleTable;
import org.junit.jupiter.api.Test;

class ImportLifeCycleTest {

    private static final Instant NOW = Instant.parse("2026-12-10T10:00:00Z");

    @Test
    void whoMayDoWhatWithAnImport() {
        LifeCycleTable.assertHeld(
                ImportLifeCycleTest.class,
                "import-life-cycle.txt",
                ImportTransition.values(),
                ImportTransition::code,
                Arrays.stream(Status.values()).map(Enum::name).toList(),
                (transition, state, actor) -> ImportTransition.LIFE_CYCLE.require(
                        transition,
                        new ImportSituation(
                                imported(Status.valueOf(state)),
                                actor(actor),
                                actor.equals("late") ? NOW.plus(OrganizationImport.UNDONE_WITHIN) : NOW)));
    }

    private static Actor actor(String name) {
        return switch (name) {
            case "officer", "late" -> new Actor("officer", true, false);
            case "admin" -> new Actor("admin", true, true);
            case "machine" -> new Actor(null, false, false);
            default -> new Actor(name, false, false);
        };
    }

    private static OrganizationImport imported(Status status) {
        var until = status == Status.DONE ? NOW.plus(OrganizationImport.UNDONE_WITHIN) : null;
        return new OrganizationImport(
                "id",
                1,
                new ImportSource("a.csv", 1, List.of(), null),
                new Mapping(List.of()),
                new OrganizationImport.Stage(status, 1, "officer", until, null),
                NOW);
    }
}
