package ma.maydan.testkit.backends;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code docs/asyncapi.yaml}, as a judge of what the services publish. */
public final class AsyncApiDocument {

    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode document;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> byTopic = new HashMap<>();

    private AsyncApiDocument(JsonNode document) {
        this.document = document;
        for (var channel : document.path("channels")) {
            for (var reference : channel.path("messages")) {
                var message = document.at(reference.path("$ref").asString().substring(1));
                byTopic.put(channel.path("address").asString(), compile(message));
            }
        }
    }

    /** Reads it from the root of the sources, {@code -Dmaydan.root}. */
    public static AsyncApiDocument read() {
        var file = Path.of(System.getProperty("maydan.root", "..")).resolve("docs/asyncapi.yaml");
        try (var text = Files.newBufferedReader(file)) {
            Map<String, Object> content = new Yaml().load(text);
            return new AsyncApiDocument(JSON.valueToTree(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The topics that it names. */
    public Set<String> topics() {
        return byTopic.keySet();
    }

    /** What the document does not say of this message; empty when it says all. */
    public String missing(String topic, Topics.Message message) {
        var schema = byTopic.get(topic);
        if (schema == null) {
            return "docs/asyncapi.yaml does not name the topic " + topic;
        }
        var whole = JSON.createObjectNode();
        whole.set("headers", JSON.valueToTree(message.headers()));
        whole.set("payload", message.data());
        var errors = schema.validate(whole);
        return errors.isEmpty()
                ? ""
                : "docs/asyncapi.yaml does not describe " + message.type() + " " + message.value() + ": " + errors;
    }

    private Schema compile(JsonNode message) {
        var schemas = document.path("components").path("schemas").deepCopy();
        schemas.properties().stream()
                .filter(schema -> !schema.getKey().equals("CloudEvent"))
                .forEach(schema -> close(schema.getValue()));
        var schema = JSON.createObjectNode();
        schema.putObject("components").set("schemas", schemas);
        var properties = schema.putObject("properties");
        properties.set("headers", message.path("headers"));
        properties.set("payload", message.path("payload"));
        return registry.getSchema(schema);
    }

    /** Readers must expect members that are new; the services' tests must not, or the document falls behind. */
    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object && object.has("properties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(AsyncApiDocument::close);
    }
}
