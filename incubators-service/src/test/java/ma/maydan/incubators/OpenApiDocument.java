package ma.maydan.incubators;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The service's own OpenAPI document, and whether an answer conforms to it. */
final class OpenApiDocument {

    private static @Nullable JsonNode document;

    private OpenApiDocument() {}

    static synchronized JsonNode document() {
        if (document == null) {
            document = Api.anonymous().get("/v3/api-docs").body();
            closed(document);
        }
        return document;
    }

    /** An answer to a path that the document knows has a documented status, media type and body. */
    static void check(String method, String pathAndQuery, Api.Answer answer) {
        var operation = operation(method, pathAndQuery.replaceFirst("\\?.*", ""));
        if (operation == null) {
            return;
        }
        var what = method + " " + pathAndQuery + " -> " + answer.status() + " " + answer.body();
        var responses = operation.path("responses");
        var response = responses.path(Integer.toString(answer.status()));
        if (response.isMissingNode()) {
            response = responses.path("default");
            assertThat(answer.status()).as(what).isGreaterThanOrEqualTo(400);
        }
        var mediaType =
                Objects.requireNonNull(answer.headers().get("Content-Type")).replaceFirst(";.*", "");
        var content = response.path("content").path(mediaType);
        assertThat(content.isMissingNode())
                .as("No %s documented for %s", mediaType, what)
                .isFalse();
        var schema = Api.JSON.createObjectNode();
        schema.set("components", document().path("components"));
        schema.set("allOf", Api.JSON.createArrayNode().add(content.path("schema")));
        var errors = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema)
                .validate(answer.body());
        assertThat(errors).as(what).isEmpty();
    }

    private static @Nullable JsonNode operation(String method, String path) {
        for (var entry : document().path("paths").properties()) {
            var form = Pattern.compile(entry.getKey().replaceAll("\\{[^}]+}", "[^/]+"));
            var operation = entry.getValue().path(method.toLowerCase(java.util.Locale.ROOT));
            if (form.matcher(path).matches() && !operation.isMissingNode()) {
                return operation;
            }
        }
        return null;
    }

    /** What an answer holds and the document does not name is an error too. */
    private static void closed(JsonNode node) {
        if (node instanceof ObjectNode object && object.has("properties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(OpenApiDocument::closed);
    }
}
