package ma.maydan.system;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI 3.1 documents that the portal publishes, as a judge of what it answers. */
final class OpenApiContract {

    private record Operation(Pattern path, String method, JsonNode responses, JsonNode document) {}

    private final List<Operation> operations = new ArrayList<>();
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();

    OpenApiContract(List<JsonNode> documents) {
        for (var document : documents) {
            document.path("paths")
                    .properties()
                    .forEach(path -> path.getValue()
                            .properties()
                            .forEach(operation -> operations.add(new Operation(
                                    Pattern.compile(path.getKey().replaceAll("\\{[^}]+}", "[^/]+")),
                                    operation.getKey().toUpperCase(java.util.Locale.ROOT),
                                    operation.getValue().path("responses"),
                                    document))));
        }
        operations.sort((a, b) -> Integer.compare(
                a.path.pattern().split("\\[\\^/]\\+", -1).length,
                b.path.pattern().split("\\[\\^/]\\+", -1).length));
    }

    /** @throws AssertionError when the documents do not foresee this status, type or body */
    void check(HttpResponse<String> response, JsonNode body) {
        var status = response.statusCode();
        var type = response.headers().firstValue("Content-Type").orElse("");
        if (status >= 400) {
            // Every refusal has the same shape, whoever gives it.
            require(type.startsWith("application/problem+json"), response, "is no problem detail but " + type);
            for (var member : List.of("type", "title", "status", "detail", "code")) {
                require(body.has(member), response, "lacks " + member);
            }
            return;
        }
        var path = response.uri().getPath();
        var method = response.request().method();
        var operation = operations.stream()
                .filter(one ->
                        one.method.equals(method) && one.path.matcher(path).matches())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No document describes " + method + " " + path));
        var described = operation.responses.path(Integer.toString(status));
        require(!described.isMissingNode(), response, "has a status that its document does not name");
        var schema = described.path("content").path("application/json").path("schema");
        if (!schema.isMissingNode()) {
            var errors = compiled.computeIfAbsent(schema, shape -> compile(shape, operation.document))
                    .validate(body.toString(), InputFormat.JSON);
            require(errors.isEmpty(), response, "does not conform: " + errors);
        }
    }

    private Schema compile(JsonNode shape, JsonNode document) {
        var whole = (ObjectNode) shape.deepCopy();
        whole.set("components", document.path("components"));
        return schemas.getSchema(whole.toString(), InputFormat.JSON);
    }

    private static void require(boolean holds, HttpResponse<String> response, String otherwise) {
        if (!holds) {
            throw new AssertionError("The answer of " + response.request().method() + " " + response.uri() + " ("
                    + response.statusCode() + ") " + otherwise + "\n" + response.body());
        }
    }
}
