package ma.maydan.system;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import ma.maydan.local.testing.Api;

/** Many people with accounts of their own, made once in the running Keycloak. */
final class People {

    private static final String PASSWORD = "crowd-password-1";
    private static final List<Api> MADE = new ArrayList<>();

    private People() {}

    static synchronized List<Api> of(Portal portal, int count) throws InterruptedException, ExecutionException {
        if (MADE.size() < count) {
            var admin = portal.keycloakAdmin();
            try (var threads = Executors.newFixedThreadPool(2)) {
                var made = new ArrayList<java.util.concurrent.Future<Api>>();
                for (int i = MADE.size(); i < count; i++) {
                    var name = "crowd" + i;
                    made.add(threads.submit(() -> make(portal, admin, name)));
                }
                for (var one : made) {
                    MADE.add(one.get());
                }
            }
        }
        return List.copyOf(MADE.subList(0, count));
    }

    private static Api make(Portal portal, String admin, String name) {
        var user = Api.JSON.writeValueAsString(Map.of(
                "username",
                name,
                "enabled",
                true,
                "firstName",
                "Crowd",
                "lastName",
                name,
                "email",
                name + "@demo.maydan.test",
                "emailVerified",
                true,
                "credentials",
                List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false))));
        Portal.json(HttpRequest.newBuilder(URI.create(portal.stack().url("keycloak") + "/admin/realms/maydan/users"))
                .header("Authorization", "Bearer " + admin)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(user)));
        return portal.as(name, PASSWORD);
    }
}
