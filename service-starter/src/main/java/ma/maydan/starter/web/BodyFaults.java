package ma.maydan.starter.web;

import java.util.ArrayList;
import java.util.List;
import ma.maydan.starter.problem.FieldProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.deser.ValueInstantiator;

/**
 * The fields of one body that cannot be read, so that all of them come in one answer: each is left out, and reading goes
 * on. A body that is no object at all is still refused at once.
 */
final class BodyFaults extends DeserializationProblemHandler {

    private static final String ATTRIBUTE = BodyFaults.class.getName();

    /** More than any form has fields. */
    private static final int MOST = 50;

    private final List<FieldProblem> found = new ArrayList<>();

    /** For the body that is about to be read. */
    static BodyFaults begin() {
        var faults = new BodyFaults();
        RequestContextHolder.currentRequestAttributes()
                .setAttribute(ATTRIBUTE, faults, RequestAttributes.SCOPE_REQUEST);
        return faults;
    }

    /** Of the body that was just read. */
    static List<FieldProblem> found() {
        return RequestContextHolder.currentRequestAttributes().getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)
                        instanceof BodyFaults faults
                ? faults.found
                : List.of();
    }

    List<FieldProblem> unread() {
        return found;
    }

    /** Those of the body that is being read; null where none are gathered, such as in a message of a topic. */
    static @Nullable BodyFaults of(DeserializationContext context) {
        return (BodyFaults) context.getAttribute(BodyFaults.class);
    }

    void add(DeserializationContext context, String code) {
        add(path(context.getParser()), code);
    }

    private void add(String pointer, String code) {
        if (found.size() < MOST && found.stream().noneMatch(one -> one.pointer().equals(pointer))) {
            found.add(new FieldProblem(pointer, code, null));
        }
    }

    private @Nullable Object leaveOut(DeserializationContext context, JsonParser parser) {
        var pointer = path(parser);
        if (pointer.isEmpty()) {
            return NOT_HANDLED;
        }
        add(pointer, "invalid-value");
        parser.skipChildren();
        return null;
    }

    private static String path(JsonParser parser) {
        return parser.streamReadContext().pathAsPointer().toString();
    }

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            ValueDeserializer<?> deserializer,
            Object bean,
            String name) {
        // What came before the object could be made was set aside, and is read again by a parser of its own.
        var escaped = "/" + name.replace("~", "~0").replace("/", "~1");
        var outer = path(context.getParser());
        add(parser == context.getParser() && outer.endsWith(escaped) ? outer : outer + escaped, "unknown-field");
        parser.skipChildren();
        return true;
    }

    @Override
    public @Nullable Object handleWeirdStringValue(
            DeserializationContext context, Class<?> target, String value, String message) {
        return leaveOut(context, context.getParser());
    }

    @Override
    public @Nullable Object handleWeirdNumberValue(
            DeserializationContext context, Class<?> target, Number value, String message) {
        return leaveOut(context, context.getParser());
    }

    @Override
    public @Nullable Object handleUnexpectedToken(
            DeserializationContext context, JavaType target, JsonToken token, JsonParser parser, String message) {
        return leaveOut(context, parser);
    }

    @Override
    public @Nullable Object handleMissingInstantiator(
            DeserializationContext context,
            Class<?> target,
            ValueInstantiator instantiator,
            JsonParser parser,
            String message) {
        return leaveOut(context, parser);
    }
}
