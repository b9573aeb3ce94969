package ma.maydan.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The realm as code: {@code keycloak/realm.json}, and what {@code keycloak/local.json} adds on one's own machine. */
final class Realm {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Realm() {}

    /** Writes the local realm's import file, with its placeholders filled. */
    static void write(Path file, Map<String, String> values) {
        var folder = Layout.root().resolve("keycloak");
        try {
            var merged = merge(
                    JSON.readTree(Files.readString(folder.resolve("realm.json"))),
                    JSON.readTree(Files.readString(folder.resolve("local.json"))));
            // Demo passwords are short on purpose, and nobody here takes mail; the production realm keeps both.
            ((ObjectNode) merged).remove(List.of("passwordPolicy", "smtpServer"));
            Files.writeString(file, filled(JSON.writeValueAsString(merged), values));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lists are joined, objects merged, and other values of {@code more} win. */
    static JsonNode merge(JsonNode base, JsonNode more) {
        if (base instanceof ObjectNode object && more instanceof ObjectNode additions) {
            var merged = object.deepCopy();
            additions.properties().forEach(member -> {
                var known = merged.get(member.getKey());
                merged.set(member.getKey(), known == null ? member.getValue() : merge(known, member.getValue()));
            });
            return merged;
        }
        if (base instanceof ArrayNode list && more instanceof ArrayNode additions) {
            return list.deepCopy().addAll(additions);
        }
        return more;
    }

    static String filled(String text, Map<String, String> values) {
        for (var value : values.entrySet()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue());
        }
        return text;
    }
}
