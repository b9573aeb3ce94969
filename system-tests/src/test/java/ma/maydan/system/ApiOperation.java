package ma.maydan.system;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import ma.maydan.testkit.api.OpenApiDocument;
import tools.jackson.databind.JsonNode;

/**
 * An operation that a service publishes.
 *
 * @param service whose it is, such as {@code events}
 * @param path below {@code /api/v1}, with its parameters in braces
 * @param body the name of the schema of what is sent, empty for nothing; {@value #FILE} for one in parts
 * @param parameters the names of its headers and of what may stand in the query
 * @param creates whether it makes something new, beside what its path names
 */
record ApiOperation(String service, String method, String path, String body, Set<String> parameters, boolean creates) {

    static final String FILE = "file";

    static final List<String> SERVICES = List.of("events", "incubators", "partners");

    private static final String PREFIX = "/api/v1";

    /** All that the portal publishes, by service. */
    static List<ApiOperation> all(Portal portal) {
        return SERVICES.stream()
                .flatMap(service -> of(
                        service,
                        OpenApiDocument.at(portal.gateway() + "/openapi/" + service)
                                .json()))
                .toList();
    }

    boolean reads() {
        return method.equals("GET");
    }

    /** As in the table of access. */
    @Override
    public String toString() {
        return method + " " + path;
    }

    private static Stream<ApiOperation> of(String service, JsonNode document) {
        return document.path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(operation -> of(service, operation.getKey(), path.getKey(), operation.getValue())));
    }

    private static ApiOperation of(String service, String method, String path, JsonNode operation) {
        if (!path.startsWith(PREFIX)) {
            throw new AssertionError(path + " is not below " + PREFIX);
        }
        var content = operation.at("/requestBody/content");
        var schema = content.has("multipart/form-data")
                ? FILE
                : content.at("/application~1json/schema/$ref").asString("");
        var parameters = StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .map(parameter -> parameter.path("name").asString())
                .collect(Collectors.toCollection(TreeSet::new));
        return new ApiOperation(
                service,
                method.toUpperCase(Locale.ROOT),
                path.substring(PREFIX.length()),
                schema.substring(schema.lastIndexOf('/') + 1),
                parameters,
                operation.path("responses").has("201"));
    }
}
