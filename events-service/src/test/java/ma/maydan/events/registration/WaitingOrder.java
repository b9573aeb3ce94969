package ma.maydan.events.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Goes once more through what happened to a waiting list, by what the API says of those who registered. */
final class WaitingOrder {

    private WaitingOrder() {}

    /** A place in the list: a lower lane is served before, and in the same a lower number. */
    record Place(long lane, long number) implements Comparable<Place> {

        static Place of(JsonNode row) {
            return new Place(
                    row.path("listLane").asLong(), row.path("listNumber").asLong());
        }

        @Override
        public int compareTo(Place other) {
            return Comparator.comparingLong(Place::lane)
                    .thenComparingLong(Place::number)
                    .compare(this, other);
        }
    }

    record Served(long turn, Place place) {}

    /** Each turn served the first of those who had come to the list before it and were still there. */
    static void assertKept(List<JsonNode> rows) {
        for (var one : served(rows)) {
            assertThat(one.place()).as("turn %d", one.turn()).isEqualTo(next(rows, one.turn()));
        }
    }

    /** In the order of their turns. */
    static List<Served> served(List<JsonNode> rows) {
        return rows.stream()
                .flatMap(row -> row.path("moves")
                        .valueStream()
                        .filter(move -> isService(move))
                        .map(move -> new Served(move.path("turn").asLong(), Place.of(row))))
                .sorted(Comparator.comparingLong(Served::turn))
                .toList();
    }

    private static boolean isService(JsonNode move) {
        return move.path("from").asString().equals("WAITLISTED")
                && List.of("OFFERED", "CONFIRMED").contains(move.path("to").asString())
                && !move.path("kept").asBoolean(false);
    }

    /** Who was to be served by a turn: the first of those who had come before it and were still there. */
    private static Place next(List<JsonNode> rows, long turn) {
        return rows.stream()
                .filter(row -> row.path("listNumber").asLong() > 0)
                .filter(row -> row.path("listTurn").asLong() < turn)
                .filter(row -> row.path("moves")
                        .valueStream()
                        .filter(move -> move.path("from").asString().equals("WAITLISTED"))
                        .allMatch(move -> isService(move)
                                ? move.path("turn").asLong() >= turn
                                : move.path("turn").asLong() > turn))
                .map(Place::of)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
