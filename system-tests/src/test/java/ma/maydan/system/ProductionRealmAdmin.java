package ma.maydan.system;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import ma.maydan.testkit.api.Api;
import tools.jackson.databind.JsonNode;

/** Keycloak's own administrator, at the realm of a Keycloak that the tests started. */
final class ProductionRealmAdmin {

    private final String keycloak;

    ProductionRealmAdmin(String keycloak) {
        this.keycloak = keycloak;
    }

    JsonNode get(String path) {
        return Portal.json(request(path));
    }

    void put(String path, Object body) {
        Portal.json(json(path).PUT(HttpRequest.BodyPublishers.ofString(Api.JSON.writeValueAsString(body))));
    }

    /** An account with a verified address and the password. */
    void addUser(String name, String password) {
        post(
                "/users",
                Map.of(
                        "username",
                        name + "@people.example",
                        "enabled",
                        true,
                        "firstName",
                        "Test",
                        "lastName",
                        "Person",
                        "email",
                        name + "@people.example",
                        "emailVerified",
                        true,
                        "credentials",
                        List.of(Map.of("type", "password", "value", password))));
    }

    void give(String user, String role) {
        var known = get("/roles/" + role);
        post(
                "/users/" + id(user) + "/role-mappings/realm",
                List.of(Map.of("id", known.path("id").asString(""), "name", role)));
    }

    void removeUsers() {
        get("/users")
                .forEach(user -> Portal.json(
                        request("/users/" + user.path("id").asString("")).DELETE()));
    }

    String id(String user) {
        return get("/users?exact=true&email=" + user + "@people.example")
                .path(0)
                .path("id")
                .asString("");
    }

    private void post(String path, Object body) {
        Portal.json(json(path).POST(HttpRequest.BodyPublishers.ofString(Api.JSON.writeValueAsString(body))));
    }

    private HttpRequest.Builder json(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    private HttpRequest.Builder request(String path) {
        var token = Portal.json(Portal.form(
                        keycloak + "/realms/master/protocol/openid-connect/token",
                        Map.of(
                                "grant_type", "password",
                                "client_id", "admin-cli",
                                "username", "admin",
                                "password", "admin")))
                .path("access_token")
                .asString("");
        return HttpRequest.newBuilder(URI.create(keycloak + "/admin/realms/maydan" + path))
                .header("Authorization", "Bearer " + token);
    }
}
