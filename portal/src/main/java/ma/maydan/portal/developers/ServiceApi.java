package ma.maydan.portal.developers;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The API of a service as a page shows it, read from its OpenAPI document. */
record ServiceApi(List<Operation> operations, List<Schema> schemas) {

    /** @param body the type of what is sent, empty for nothing */
    record Operation(
            String method,
            String path,
            String summary,
            String description,
            List<Value> parameters,
            String body,
            List<Answer> answers) {}

    /** @param type of what comes back, empty for nothing */
    record Answer(String status, String type, String about) {}

    record Schema(String name, List<Value> properties) {}

    /** @param in where a parameter is: {@code path}, {@code query}, {@code header}; empty for a property */
    record Value(String name, String in, String type, String about, boolean required) {}

    static ServiceApi of(JsonNode document) {
        return new ServiceApi(
                byName(document.path("paths"))
                        .flatMap(path -> path.getValue().properties().stream()
                                .map(one -> operation(one.getKey(), path.getKey(), one.getValue())))
                        .toList(),
                byName(document.path("components").path("schemas"))
                        .map(schema -> new Schema(schema.getKey(), properties(schema.getValue())))
                        .toList());
    }

    private static Stream<Map.Entry<String, JsonNode>> byName(JsonNode node) {
        return node.properties().stream().sorted(Map.Entry.comparingByKey());
    }

    private static Operation operation(String method, String path, JsonNode operation) {
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                text(operation, "summary"),
                text(operation, "description"),
                operation
                        .path("parameters")
                        .valueStream()
                        .map(ServiceApi::parameter)
                        .toList(),
                type(operation
                        .path("requestBody")
                        .path("content")
                        .path("application/json")
                        .path("schema")),
                operation.path("responses").properties().stream()
                        .map(answer -> answer(answer.getKey(), answer.getValue()))
                        .toList());
    }

    private static Value parameter(JsonNode parameter) {
        return new Value(
                text(parameter, "name"),
                text(parameter, "in"),
                type(parameter.path("schema")),
                text(parameter, "description"),
                parameter.path("required").asBoolean(false));
    }

    private static Answer answer(String status, JsonNode answer) {
        var types = answer.path("content")
                .valueStream()
                .map(content -> type(content.path("schema")))
                .distinct()
                .collect(Collectors.joining(", "));
        return new Answer(status, types, text(answer, "description"));
    }

    private static List<Value> properties(JsonNode schema) {
        var required = schema.path("required")
                .valueStream()
                .map(name -> name.asString(""))
                .collect(Collectors.toSet());
        return schema.path("properties").properties().stream()
                .map(one -> new Value(
                        one.getKey(),
                        "",
                        type(one.getValue()),
                        text(one.getValue(), "description"),
                        required.contains(one.getKey())))
                .toList();
    }

    /** A schema in a few words: {@code string (date-time)}, {@code Event[]}, {@code DRAFT | PUBLISHED}; empty for none. */
    private static String type(JsonNode schema) {
        var reference = text(schema, "$ref");
        if (!reference.isEmpty()) {
            return reference.substring(reference.lastIndexOf('/') + 1);
        }
        if (schema.has("items")) {
            return type(schema.path("items")) + "[]";
        }
        if (schema.has("enum")) {
            return oneOf(schema.path("enum"));
        }
        var type = schema.path("type");
        var name = type.isArray() ? oneOf(type) : type.asString("");
        var format = text(schema, "format");
        return format.isEmpty() ? name : name + " (" + format + ")";
    }

    private static String oneOf(JsonNode names) {
        return names.valueStream().map(name -> name.asString("")).collect(Collectors.joining(" | "));
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
