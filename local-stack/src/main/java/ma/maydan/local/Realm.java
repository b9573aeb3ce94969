package ma.maydan.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The realm as code: {@code keycloak/realm.json}, and what {@code keycloak/local.json} adds on one's own machine. */
final class Realm {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Realm() {}

    /** The realm of one's own machine, its placeholders filled. */
    static String local(Map<String, String> values) {
        var merged = merge(JSON.readTree(read("realm.json")), JSON.readTree(read("local.json")));
        // Demo passwords are short on purpose and cheap to check.
        ((ObjectNode) merged).put("passwordPolicy", "hashAlgorithm(pbkdf2-sha256) and hashIterations(1000)");
        return filled(JSON.writeValueAsString(merged), values);
    }

    /** The realm of production as it is, its placeholders filled. */
    static String production(Map<String, String> values) {
        return filled(read("realm.json"), values);
    }

    private static String read(String file) {
        try {
            return Files.readString(Layout.root().resolve("keycloak").resolve(file));
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
