package ma.maydan.starter.web;

import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.text.PlainText;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Reads text with LF at the end of lines, and refuses what is not {@link PlainText}. What turns text around is a fault of
 * prose; from an identifier it is dropped with all else that cannot be seen.
 */
final class PlainString extends StdScalarDeserializer<String> {

    private final boolean prose;

    PlainString() {
        this(false);
    }

    private PlainString(boolean prose) {
        super(String.class);
        this.prose = prose;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        var member = property == null ? null : property.getMember();
        return member != null && member.getDeclaringClass() == LocalizedText.class ? new PlainString(true) : this;
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (String) context.handleUnexpectedToken(String.class, parser);
        }
        var text = parser.getString();
        var faults = BodyFaults.of(context);
        var fault = PlainText.fault(text);
        if (faults != null && fault != null && (prose || fault.equals(PlainText.NOT_PLAIN))) {
            faults.add(context, fault);
            return null;
        }
        if (PlainText.NOT_PLAIN.equals(fault)) {
            throw context.weirdStringException(text, String.class, "not plain text");
        }
        return PlainText.lines(text);
    }
}
