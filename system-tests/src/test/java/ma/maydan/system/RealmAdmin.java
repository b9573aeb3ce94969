package ma.maydan.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.maydan.testkit.api.Api;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes people, clients and keys in the running realm. */
final class RealmAdmin {

    static final String PASSWORD = "crowd-password-1";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String uri;
    private final String token;

    RealmAdmin(Portal portal) {
        uri = portal.stack().url("keycloak") + "/admin/realms/maydan";
        token = portal.keycloakAdmin();
    }

    /** By which such a person signs in: the mail is the name. */
    static String login(String name) {
        return name + "@demo.maydan.test";
    }

    /**
     * A person with these realm roles, who signs in with {@link #PASSWORD}.
     *
     * @return the subject of the person's tokens
     */
    String person(String name, String... roles) {
        var id = created(
                "/users",
                Map.of(
                        "username",
                        login(name),
                        "enabled",
                        true,
                        "firstName",
                        "Crowd",
                        "lastName",
                        name,
                        "email",
                        login(name),
                        "emailVerified",
                        true,
                        "credentials",
                        List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false))));
        if (roles.length > 0) {
            created(rolesOf(id), named(roles));
        }
        return id;
    }

    /** A client as Keycloak represents it. */
    void client(Map<String, Object> client) {
        created("/clients", client);
    }

    /** A part of the realm, such as a key. */
    void component(Map<String, Object> component) {
        created("/components", component);
    }

    /** Changes these parts of what stands at this path, and no other. */
    void change(String path, Map<String, Object> parts) {
        var changed = (ObjectNode) get(path);
        parts.forEach((name, value) -> changed.set(name, Api.JSON.valueToTree(value)));
        sent("PUT", path, changed);
    }

    void takeRole(String person, String role) {
        sent("DELETE", rolesOf(person), named(role));
    }

    JsonNode get(String path) {
        return Portal.json(request(path).GET());
    }

    private static String rolesOf(String person) {
        return "/users/" + person + "/role-mappings/realm";
    }

    private List<JsonNode> named(String... roles) {
        return Stream.of(roles).map(role -> get("/roles/" + role)).toList();
    }

    /** @return the id of what was made */
    private String created(String path, Object body) {
        var location = sent("POST", path, body).headers().firstValue("Location").orElse("");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private HttpResponse<String> sent(String method, String path, Object body) {
        var request = request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(Api.JSON.writeValueAsString(body)))
                .build();
        try {
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new AssertionError(path + " answered " + answer.statusCode() + " " + answer.body());
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(uri + path)).header("Authorization", "Bearer " + token);
    }
}
