package ma.maydan.starter.web;

import java.time.DateTimeException;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** A time as RFC 3339 writes it: text, and a year of four digits, which the database can hold. */
final class PlainTime<T> extends StdDeserializer<T> {

    private static final Pattern FOUR_DIGITS = Pattern.compile("\\d{4}-.*");

    private final Class<T> type;
    private final Function<String, T> parse;

    PlainTime(Class<T> type, Function<String, T> parse) {
        super(type);
        this.type = type;
        this.parse = parse;
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable T deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (T) context.handleUnexpectedToken(type, parser);
        }
        var text = parser.getString();
        try {
            if (FOUR_DIGITS.matcher(text).matches()) {
                return parse.apply(text);
            }
        } catch (DateTimeException notATime) {
            return (T) context.handleWeirdStringValue(type, text, "not a time");
        }
        return (T) context.handleWeirdStringValue(type, text, "not a year of four digits");
    }
}
