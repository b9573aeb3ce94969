package ma.maydan.testkit.api;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI 3.1 document that a service publishes, as a judge of what it answers. */
public final class OpenApiDocument {

    private static final Map<String, OpenApiDocument> DOCUMENTS = new ConcurrentHashMap<>();

    /** Every refusal has this shape, whoever gives it. */
    private static final JsonNode REFUSED = Api.JSON.readTree("""
            {"content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
            """);

    private final JsonNode document;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

    private OpenApiDocument(JsonNode document) {
        this.document = document;
        close(document);
        for (var path : document.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (operation.getValue().path("summary").asString("").isBlank()) {
                    throw new AssertionError("What does " + operation.getKey() + " " + path.getKey() + " do?");
                }
            }
        }
    }

    /** The document of the service at this address. */
    public static OpenApiDocument of(String uri) {
        return at(uri + "/v3/api-docs");
    }

    /** The document at its own address; read once. */
    public static OpenApiDocument at(String uri) {
        return DOCUMENTS.computeIfAbsent(
                uri,
                address ->
                        new OpenApiDocument(Api.of(address).get("").expect(200).body()));
    }

    public JsonNode json() {
        return document;
    }

    boolean describes(String method, String path) {
        return operation(method, path) != null;
    }

    /**
     * An answer has a status, media type and body that the document names; to what the document does not know, it is a
     * problem.
     *
     * @throws AssertionError when it has not
     */
    void check(String method, String path, Answer answer) {
        var operation = operation(method, path);
        var response = operation == null
                ? MissingNode.getInstance()
                : operation.path("responses").path(Integer.toString(answer.status()));
        if (response.isMissingNode()) {
            require(answer.status() >= 400, "Not documented: ", answer, "");
            response = REFUSED;
        }
        if (answer.status() == 204) {
            require(answer.response().body().isEmpty(), "No content, and yet some: ", answer, "");
            return;
        }
        var mediaType = answer.header("Content-Type").replaceFirst(";.*", "");
        var content = response.path("content").path(mediaType);
        require(!content.isMissingNode(), "Not documented as " + mediaType + ": ", answer, "");
        if (answer.body().isMissingNode()) {
            return;
        }
        var errors =
                schemas.computeIfAbsent(content.path("schema"), this::compile).validate(answer.body());
        require(errors.isEmpty(), "Does not conform: ", answer, "\n" + errors);
    }

    private @Nullable JsonNode operation(String method, String path) {
        for (var entry : document.path("paths").properties()) {
            var form = Pattern.compile(entry.getKey().replaceAll("\\{[^}]+}", "[^/]+"));
            var operation = entry.getValue().path(method.toLowerCase(Locale.ROOT));
            if (form.matcher(path).matches() && !operation.isMissingNode()) {
                return operation;
            }
        }
        return null;
    }

    private Schema compile(JsonNode shape) {
        var schema = Api.JSON.createObjectNode();
        schema.set("components", document.path("components"));
        schema.set("allOf", Api.JSON.createArrayNode().add(shape));
        return registry.getSchema(schema);
    }

    /** What an answer holds and the document does not name is an error too. */
    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object && object.has("properties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(OpenApiDocument::close);
    }

    private static void require(boolean holds, String otherwise, Answer answer, String why) {
        if (!holds) {
            throw new AssertionError(otherwise + answer + why);
        }
    }
}
