package ma.maydan.events.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import ma.maydan.starter.mongo.Codecs;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * The content of an event field by field, as it is stored: {@code wording.title}, {@code seating.capacity}. What belongs
 * together is one field: when it is, the window of registration, what is asked.
 */
final class ContentFields {

    static final String SCHEDULE = "schedule";
    static final String CAPACITY = "seating.capacity";

    private ContentFields() {}

    /** Those in which two differ. */
    static List<String> changed(EventContent before, EventContent after) {
        var one = flat(before);
        var other = flat(after);
        var changed = new ArrayList<String>();
        one.forEach((field, value) -> {
            if (!value.equals(other.get(field))) {
                changed.add(field);
            }
        });
        other.keySet().stream().filter(field -> !one.containsKey(field)).forEach(changed::add);
        return changed;
    }

    /** The first, with these fields of the second. */
    static EventContent merge(EventContent onto, EventContent from, Collection<String> fields) {
        var merged = flat(onto);
        var given = flat(from);
        fields.forEach(field -> {
            var value = given.get(field);
            if (value == null) {
                merged.remove(field);
            } else {
                merged.put(field, value);
            }
        });
        var document = new BsonDocument();
        merged.forEach((field, value) -> put(document, field, value));
        return Codecs.decode(document, EventContent.class);
    }

    private static TreeMap<String, BsonValue> flat(EventContent content) {
        var fields = new TreeMap<String, BsonValue>();
        Codecs.encode(content).forEach((part, value) -> {
            if (value instanceof BsonDocument document && !part.equals(SCHEDULE)) {
                document.forEach((field, inner) -> fields.put(part + "." + field, inner));
            } else {
                fields.put(part, value);
            }
        });
        return fields;
    }

    private static void put(BsonDocument document, String field, BsonValue value) {
        var dot = field.indexOf('.');
        if (dot < 0) {
            document.put(field, value);
        } else {
            part(document, field.substring(0, dot)).put(field.substring(dot + 1), value);
        }
    }

    private static BsonDocument part(BsonDocument document, String name) {
        BsonValue part = document.get(name);
        if (part == null) {
            part = new BsonDocument();
            document.put(name, part);
        }
        return part.asDocument();
    }
}
