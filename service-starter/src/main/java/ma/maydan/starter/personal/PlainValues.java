package ma.maydan.starter.personal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonNumber;
import org.bson.BsonString;
import org.bson.BsonValue;

/** Stored values as they are written in JSON: times as RFC 3339, bytes left out. */
final class PlainValues {

    private PlainValues() {}

    static Map<String, Object> of(BsonDocument document) {
        var plain = new LinkedHashMap<String, Object>();
        document.forEach((name, value) -> {
            if (!value.isNull() && !(value instanceof BsonBinary)) {
                plain.put(name, plain(value));
            }
        });
        return plain;
    }

    private static Object plain(BsonValue value) {
        return switch (value) {
            case BsonString text -> text.getValue();
            case BsonDateTime time -> Instant.ofEpochMilli(time.getValue()).toString();
            case BsonBoolean truth -> truth.getValue();
            case BsonNumber number -> number.longValue();
            case BsonDocument document -> of(document);
            case BsonArray items -> items.stream().map(PlainValues::plain).toList();
            default -> value.toString();
        };
    }
}
