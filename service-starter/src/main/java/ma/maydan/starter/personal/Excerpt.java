package ma.maydan.starter.personal;

import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** The parts of a document that are handed out to a person whom it names: of a list what is theirs alone. */
final class Excerpt {

    private Excerpt() {}

    /** @param paths of what is handed out */
    static BsonDocument of(BsonDocument document, String person, List<String> paths) {
        var excerpt = new BsonDocument();
        for (var path : paths) {
            var value = find(document, path, person);
            if (value != null && !value.isNull()) {
                excerpt.put(path.equals("_id") ? "id" : path, value);
            }
        }
        return excerpt;
    }

    private static @Nullable BsonValue find(BsonDocument document, String path, String person) {
        var value = document.get(path);
        if (value == null && path.contains(".")) {
            var end = path.indexOf('.');
            var rest = path.substring(end + 1);
            return switch (document.get(path.substring(0, end))) {
                case BsonDocument part -> find(part, rest, person);
                case BsonArray parts -> findInEach(parts, rest, person);
                case null, default -> null;
            };
        }
        return value instanceof BsonArray items
                ? new BsonArray(
                        items.stream().filter(item -> names(item, person)).toList())
                : value;
    }

    /** What the parts of a list have there, all in one; null where none has. */
    private static @Nullable BsonArray findInEach(BsonArray parts, String path, String person) {
        var found = new BsonArray();
        for (var part : parts) {
            if (part instanceof BsonDocument document && find(document, path, person) instanceof BsonArray items) {
                found.addAll(items);
            }
        }
        return found.isEmpty() ? null : found;
    }

    private static boolean names(BsonValue value, String person) {
        return switch (value) {
            case BsonString text -> text.getValue().equals(person);
            case BsonDocument document -> document.values().stream().anyMatch(part -> names(part, person));
            case BsonArray items -> items.stream().anyMatch(item -> names(item, person));
            default -> false;
        };
    }
}
