package ma.maydan.starter.mongo;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * How the documents of a collection are stored, as a number that grows by one with each release that stores them
 * otherwise. A document carries its number as {@value #FIELD}, none for the first; one of an older release is read as
 * if it were of the present one.
 */
public final class Shape {

    public static final String FIELD = "shape";

    private final List<List<Step>> upgrades;

    private Shape(List<List<Step>> upgrades) {
        this.upgrades = upgrades;
    }

    public static Shape first() {
        return new Shape(List.of());
    }

    /** One that the replica's own refill makes of those before; until then they are read as they are. */
    public static Shape refilled(int number) {
        return new Shape(Collections.nCopies(number - 1, List.of()));
    }

    /** The next shape, which these steps make of the one before, in their order. */
    public Shape then(Step... steps) {
        return new Shape(
                Stream.concat(upgrades.stream(), Stream.of(List.of(steps))).toList());
    }

    public int number() {
        return upgrades.size() + 1;
    }

    /** Part of a change of shape: changes the document that it is given. */
    public interface Step {

        void apply(BsonDocument document);

        /** The paths of the fields that it takes away. */
        default Set<String> retires() {
            return Set.of();
        }
    }

    /** Moves fields, named by their paths, into an embedded document. */
    public static Step into(String path, String... fields) {
        return new Move(
                path,
                Arrays.asList(fields),
                Stream.of(fields)
                        .map(field -> field.substring(field.lastIndexOf('.') + 1))
                        .toList());
    }

    /** Moves a field, named by its path, into an embedded document, under another name. */
    public static Step into(String path, String field, As name) {
        return new Move(path, List.of(field), List.of(name.name));
    }

    /** The name of a field in its new place. */
    public record As(String name) {}

    public static As as(String name) {
        return new As(name);
    }

    private record Move(String path, List<String> from, List<String> to) implements Step {

        @Override
        public void apply(BsonDocument document) {
            for (var i = 0; i < from.size(); i++) {
                var value = take(document, from.get(i));
                if (value != null) {
                    place(document).put(to.get(i), value);
                }
            }
        }

        private static @Nullable BsonValue take(BsonDocument document, String field) {
            var names = field.split("\\.", 2);
            if (names.length == 1) {
                return document.remove(field);
            }
            return document.get(names[0]) instanceof BsonDocument part ? take(part, names[1]) : null;
        }

        private BsonDocument place(BsonDocument document) {
            var place = document;
            for (var name : path.split("\\.", -1)) {
                place = place.computeIfAbsent(name, absent -> new BsonDocument())
                        .asDocument();
            }
            return place;
        }

        @Override
        public Set<String> retires() {
            return Set.copyOf(from);
        }
    }

    public static int of(BsonDocument document) {
        return document.getInt32(FIELD, new BsonInt32(1)).getValue();
    }

    /** Makes a document of an older shape one of the present; one of a later release cannot be read. */
    void upgrade(BsonDocument document) {
        var stored = of(document);
        if (stored > number()) {
            throw new IllegalStateException(
                    "Stored by a later release, in shape " + stored + "; this one knows " + number());
        }
        upgrades.subList(stored - 1, upgrades.size()).forEach(steps -> steps.forEach(step -> step.apply(document)));
        mark(document);
    }

    void mark(BsonDocument document) {
        if (number() > 1) {
            document.put(FIELD, new BsonInt32(number()));
        }
    }

    /** The paths of fields of older shapes that the present one does not have. */
    public Set<String> retired() {
        var retired = new HashSet<String>();
        upgrades.forEach(steps -> steps.forEach(step -> retired.addAll(step.retires())));
        return retired;
    }
}
