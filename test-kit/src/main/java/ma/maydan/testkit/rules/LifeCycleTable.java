package ma.maydan.testkit.rules;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A life cycle beside the table that somebody wrote by hand: a line for each transition in each state, a column for
 * each actor, and what comes of it: {@code yes}, {@code 403} forbidden, {@code 409} invalid-transition, {@code coi}
 * conflict-of-interest, {@code eyes} four-eyes, or another code as it is. A dash is for who cannot be there.
 */
public final class LifeCycleTable {

    private static final Map<String, String> SHORT =
            Map.of("forbidden", "403", "invalid-transition", "409", "conflict-of-interest", "coi", "four-eyes", "eyes");

    private LifeCycleTable() {}

    /** Takes a transition, or fails with the code of the refusal as the message. */
    public interface Attempt<T> {
        void take(T transition, String state, String actor);
    }

    /**
     * @param resource beside the test
     * @param code of a transition, as the table has it
     * @throws AssertionError with the table as it is, when it is not as it is written
     */
    public static <T> void assertHeld(
            Class<?> test,
            String resource,
            T[] transitions,
            Function<T, String> code,
            List<String> states,
            Attempt<T> attempt) {
        var written = lines(test, resource);
        var actors = written.getFirst().subList(2, written.getFirst().size());
        var found = new ArrayList<List<String>>();
        found.add(written.getFirst());
        for (var transition : transitions) {
            for (var state : states) {
                var outcomes = actors.stream().map(actor -> outcome(attempt, transition, state, actor));
                found.add(Stream.concat(Stream.of(code.apply(transition), state), outcomes)
                        .toList());
            }
        }
        if (!found.equals(written)) {
            throw new AssertionError(resource + " says something else than this:\n" + text(found));
        }
    }

    private static <T> String outcome(Attempt<T> attempt, T transition, String state, String actor) {
        try {
            attempt.take(transition, state, actor);
            return "yes";
        } catch (RuntimeException refused) {
            var code = String.valueOf(refused.getMessage());
            return SHORT.getOrDefault(code, code);
        }
    }

    private static List<List<String>> lines(Class<?> test, String resource) {
        try (var stream = test.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalArgumentException(resource + " is not beside " + test.getName());
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.trim().split("\\s+")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(List<List<String>> table) {
        return table.stream()
                .map(line ->
                        line.stream().map("%-18s"::formatted).collect(joining()).stripTrailing())
                .collect(joining("\n"));
    }
}
