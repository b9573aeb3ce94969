package ma.maydan.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.maydan.testkit.api.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Every operation that the services publish, by every actor, gives what {@code access.txt} says: at the gateway, and at
 * the service's own port, where somebody inside the network would knock.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixIT {

    private static final String STRANGER = "7";

    private final Portal portal = Portal.running();
    private final RealmKey key = new RealmKey(portal);
    private final Cast cast = new Cast(portal);
    private final Stage stage = new Stage(portal, cast, key);
    private final Doors doors = new Doors(portal, stage);
    private final Map<String, ApiOperation> operations = ApiOperation.all(portal).stream()
            .collect(Collectors.toMap(
                    ApiOperation::toString, operation -> operation, (one, other) -> one, TreeMap::new));

    @Test
    void theTableHasEveryOperationAndNoOther() {
        var written =
                AccessTable.rows().stream().map(AccessTable.Row::operation).collect(Collectors.toSet());

        assertThat(new TreeSet<>(written)).isEqualTo(operations.keySet());
    }

    @TestFactory
    Stream<DynamicTest> everyActorGetsWhatTheTableSays() {
        return AccessTable.rows().stream()
                .filter(row -> operations.containsKey(row.operation()))
                .map(row -> DynamicTest.dynamicTest(row.toString(), () -> check(row)));
    }

    @TestFactory
    Stream<DynamicTest> aTokenThatDoesNotCountOpensNothing() {
        var nothing = new Stage.Thing(STRANGER, STRANGER, 1);
        var good = key.person(UUID.randomUUID().toString());
        var tokens = key.unacceptable();
        tokens.put("for another audience, from Keycloak", portal.tokenForOthers("admin"));
        return operations.values().stream()
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> {
                    var wrong = new ArrayList<String>();
                    for (var door : Doors.NAMES) {
                        assertThat(doors.send(door, operation, nothing, good, "fr")
                                        .status())
                                .as("with a good token by the same key")
                                .isNotEqualTo(401);
                        tokens.forEach((what, token) -> {
                            var answer = doors.send(door, operation, nothing, token, "fr");
                            note(wrong, door + ", token " + what, AccessOutcome.refusal(answer, "401", "fr", "-"));
                        });
                    }
                    assertThat(wrong).isEmpty();
                }));
    }

    /** Those who are refused come first, so that whoever may take the step finds the object as it was. */
    private void check(AccessTable.Row row) {
        var operation = operation(row);
        var wrong = new ArrayList<String>();
        var thing = operation.reads() ? stage.shared(row.object()) : stage.fresh(row.object());
        each(row, operation, false, (cell, token) -> {
            for (var door : Doors.NAMES) {
                note(wrong, door + ", " + cell, look(row, cell, door, thing, token));
            }
        });
        var turn = new ArrayList<Answer>();
        each(row, operation, true, (cell, token) -> {
            var object = turn.isEmpty() || operation.creates() ? thing : stage.fresh(row.object());
            var answer = doors.send(Doors.NAMES.get(turn.size() % 2), operation, object, token, "en");
            turn.add(answer);
            note(wrong, cell.toString(), answer.status() / 100 == 2 ? null : answer.toString());
        });
        assertThat(wrong).isEmpty();
    }

    private interface Attempt {
        void by(AccessTable.Cell cell, String token);
    }

    /** @param steps whether those who take a step that changes something, else all others */
    private void each(AccessTable.Row row, ApiOperation operation, boolean steps, Attempt attempt) {
        for (var cell : row.cells()) {
            if (steps == (!operation.reads() && cell.outcome().equals("yes"))) {
                for (var token : cast.tokens(cell.actor(), row.scope())) {
                    attempt.by(cell, token);
                }
            }
        }
    }

    /** @return what is wrong, null for nothing */
    private @Nullable String look(
            AccessTable.Row row, AccessTable.Cell cell, String door, Stage.Thing thing, String token) {
        var operation = operation(row);
        var language = Portal.LANGUAGES.get(Math.floorMod(cell.actor().hashCode(), Portal.LANGUAGES.size()));
        var answer = doors.send(door, operation, thing, token, language);
        var seen = cell.outcome().equals("yes");
        if (seen || cell.outcome().equals("none")) {
            return answer.status() == 200 && doors.shows(door, operation, thing, token) == seen
                    ? null
                    : answer.toString();
        }
        return AccessOutcome.refusal(answer, cell.outcome(), language, row.scope());
    }

    private ApiOperation operation(AccessTable.Row row) {
        var operation = operations.get(row.operation());
        if (operation == null) {
            throw new IllegalStateException(row + " is no operation");
        }
        return operation;
    }

    private static void note(List<String> wrong, String who, @Nullable String what) {
        if (what != null) {
            wrong.add("%n%s: %s".formatted(who, what));
        }
    }
}
