package ma.maydan.starter.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** A whole number of 32 bits, as JSON writes it: no text, no fraction. */
final class PlainInteger extends StdScalarDeserializer<Integer> {

    PlainInteger() {
        super(Integer.class);
    }

    @Override
    public @Nullable Integer deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.hasToken(JsonToken.VALUE_STRING)) {
            return (Integer) context.handleWeirdStringValue(Integer.class, parser.getString(), "a number is no text");
        }
        if (!parser.hasToken(JsonToken.VALUE_NUMBER_INT)) {
            return (Integer) context.handleUnexpectedToken(Integer.class, parser);
        }
        return parser.getNumberType() == JsonParser.NumberType.INT
                ? Integer.valueOf(parser.getIntValue())
                : (Integer) context.handleWeirdNumberValue(Integer.class, parser.getNumberValue(), "too large");
    }
}
