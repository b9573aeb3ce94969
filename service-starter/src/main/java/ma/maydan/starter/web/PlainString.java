package ma.maydan.starter.web;

import ma.maydan.starter.text.PlainText;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Refuses text that is not {@link PlainText}. */
final class PlainString extends StdScalarDeserializer<String> {

    PlainString() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        var text = StringDeserializer.instance.deserialize(parser, context);
        if (text != null && !PlainText.is(text)) {
            throw context.weirdStringException(text, String.class, "not plain text");
        }
        return text;
    }
}
