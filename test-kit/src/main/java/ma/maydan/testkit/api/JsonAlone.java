package ma.maydan.testkit.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Every operation reads and writes JSON and nothing else, but for those that take a file. */
public final class JsonAlone {

    private static final List<String> OTHERS = List.of(
            "application/yaml",
            "application/x-yaml",
            "application/xml",
            "text/xml",
            "application/cbor",
            "application/x-jackson-smile",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "application/merge-patch+json",
            "text/plain",
            "*/*");

    private JsonAlone() {}

    /**
     * @param admin the API of a service for somebody who may call all of it
     * @throws AssertionError when an operation takes another type or answers in one
     */
    public static void holdsFor(Api admin) {
        for (var path : admin.documents().getFirst().json().path("paths").properties()) {
            var address = path.getKey().replaceAll("\\{[^}]+}", "x");
            for (var operation : path.getValue().properties()) {
                var method = operation.getKey().toUpperCase(Locale.ROOT);
                if (operation.getValue().has("requestBody")) {
                    var takesFiles =
                            operation.getValue().at("/requestBody/content").has("multipart/form-data");
                    for (var type : OTHERS) {
                        if (takesFiles && type.startsWith("multipart/")) {
                            continue;
                        }
                        var headers = Map.of("Content-Type", type, "If-Match", "\"1\"", "Idempotency-Key", "x");
                        require(admin.send(method, address, "name: x", headers), type, List.of(415));
                    }
                }
                if (method.equals("GET")) {
                    var headers = Map.of("Accept", "application/yaml");
                    require(admin.send(method, address, null, headers), "YAML", List.of(404, 406));
                }
            }
        }
    }

    private static void require(Answer answer, String type, List<Integer> statuses) {
        if (!statuses.contains(answer.status())) {
            throw new AssertionError(type + ": " + answer);
        }
    }
}
