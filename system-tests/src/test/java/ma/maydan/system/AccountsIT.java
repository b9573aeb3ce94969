package ma.maydan.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import ma.maydan.local.testing.Answer;
import ma.maydan.local.testing.Api;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the realm takes away counts within a minute, on the pages, by a browser's session and by tokens. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountsIT {

    private static final Duration PROMISED = Duration.ofSeconds(60);

    private final Portal portal = Portal.running();
    private final Browsing browsing = new Browsing(portal);
    private final String admin = portal.stack().url("keycloak") + "/admin/realms/maydan";

    @AfterAll
    void close() {
        browsing.close();
    }

    @Test
    void whoseAccountIsDisabledHasNoPageAndNoTokenThatCounts() throws Exception {
        var account = one("/users?exact=true&username=startup2");
        try (var window = browsing.window(1280)) {
            var page = browsing.signedIn(window, "fr", "startup2");
            var token = portal.withToken(tokenOf("startup2"));
            token.get("/me/organizations").expect(200);
            assertThat(statusInSession(page, "/me/organizations")).isEqualTo(200);

            put("/users/", account, Map.of("enabled", false));
            try {
                await().atMost(PROMISED).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
                    assertThat(isSignedIn(page)).isFalse();
                    assertThat(statusInSession(page, "/me/organizations")).isEqualTo(401);
                    assertThat(token.get("/me/organizations").status()).isEqualTo(401);
                });
            } finally {
                put("/users/", account, Map.of("enabled", true));
            }
        }
    }

    @Test
    void whoseRoleIsTakenAwayHasNoQueueAndNoTokenThatOpensOne() throws Exception {
        var roles =
                "/users/" + one("/users?exact=true&username=admin2").path("id").asString() + "/role-mappings/realm";
        var role = "["
                + Api.JSON.writeValueAsString(
                        keycloak(request("/roles/mnc-admin").GET())) + "]";
        try (var window = browsing.window(1280)) {
            var page = browsing.signedIn(window, "fr", "admin2");
            var token = portal.withToken(tokenOf("admin2"));
            token.get("/verification-cases").expect(200);
            assertThat(statusInSession(page, "/verification-cases")).isEqualTo(200);

            keycloak(request(roles).method("DELETE", HttpRequest.BodyPublishers.ofString(role)));
            try {
                await().atMost(PROMISED).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
                    assertThat(page.navigate(portal.gateway() + "/fr/reviews/organizations")
                                    .status())
                            .isIn(403, 404);
                    assertThat(statusInSession(page, "/verification-cases")).isEqualTo(403);
                    assertThat(token.get("/verification-cases").status()).isIn(401, 403);
                });
                assertThat(isSignedIn(page)).isTrue();
                portal.withToken(tokenOf("admin2")).get("/verification-cases").expect(403);
            } finally {
                keycloak(request(roles).POST(HttpRequest.BodyPublishers.ofString(role)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"enabled", "secret"})
    void aMachineThatIsDisabledOrWhoseSecretIsChangedIsLetInNoLonger(String change) throws Exception {
        var client = one("/clients?clientId=demo-partner");
        var machine = portal.machine("events.read");
        machine.get("/events").expect(200);

        put("/clients/", client, change.equals("enabled") ? Map.of(change, false) : Map.of(change, "another-secret"));
        try {
            assertThat(statusOf(() -> portal.machine("events.read").get("/events")))
                    .as("a new token")
                    .isEqualTo(401);
            await().atMost(PROMISED)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> machine.get("/events").status() == 401);
        } finally {
            put("/clients/", client, Map.of("enabled", true, "secret", "demo-partner-secret"));
        }
    }

    /** 401 also when there is no token to ask with. */
    private static int statusOf(Callable<Answer> call) throws Exception {
        try {
            return call.call().status();
        } catch (AssertionError noToken) {
            return 401;
        }
    }

    /** As the realm's own client gives it. */
    private String tokenOf(String user) {
        return portal.token(
                Map.of("grant_type", "password", "client_id", "maydan-cli", "username", user, "password", "maydan"));
    }

    private boolean isSignedIn(Page page) {
        page.navigate(portal.gateway() + "/fr/");
        return page.locator("form[action='/logout']").count() > 0;
    }

    private int statusInSession(Page page, String path) {
        return page.request().get(portal.gateway() + "/api/v1" + path).status();
    }

    private JsonNode one(String search) {
        return keycloak(request(search).GET()).path(0);
    }

    private void put(String collection, JsonNode known, Map<String, Object> changes) {
        var changed = (ObjectNode) known.deepCopy();
        changes.forEach((name, value) -> changed.set(name, Api.JSON.valueToTree(value)));
        keycloak(request(collection + known.path("id").asString())
                .PUT(HttpRequest.BodyPublishers.ofString(Api.JSON.writeValueAsString(changed))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(admin + path)).header("Content-Type", "application/json");
    }

    private JsonNode keycloak(HttpRequest.Builder request) {
        return Portal.json(request.header("Authorization", "Bearer " + portal.keycloakAdmin()));
    }
}
