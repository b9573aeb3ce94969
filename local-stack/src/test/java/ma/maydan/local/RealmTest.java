package ma.maydan.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RealmTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void listsAreJoinedObjectsMergedAndOtherValuesReplaced() {
        var merged = Realm.merge(
                JSON.readTree("{\"a\": 1, \"list\": [1], \"object\": {\"x\": 1, \"y\": 1}}"),
                JSON.readTree("{\"a\": 2, \"list\": [2], \"object\": {\"y\": 2}, \"new\": true}"));

        assertThat(merged)
                .isEqualTo(
                        JSON.readTree("{\"a\": 2, \"list\": [1, 2], \"object\": {\"x\": 1, \"y\": 2}, \"new\": true}"));
    }

    @Test
    void mergingChangesNeitherPart() {
        var base = JSON.readTree("{\"list\": [1]}");
        Realm.merge(base, JSON.readTree("{\"list\": [2]}"));

        assertThat(base).isEqualTo(JSON.readTree("{\"list\": [1]}"));
    }

    @Test
    void theProductionRealmHasNoPeopleAndNoClientsForScripts() throws IOException {
        var realm = JSON.readTree(Files.readString(Layout.root().resolve("keycloak/realm.json")));

        // A client's own, which cannot sign in.
        assertThat(texts(realm.path("users"), "username")).containsExactly("service-account-maydan-accounts");
        assertThat(texts(realm.path("clients"), "clientId"))
                .contains("maydan-gateway")
                .doesNotContain("maydan-cli", "demo-partner");
        for (var client : realm.path("clients")) {
            assertThat(client.path("directAccessGrantsEnabled").asBoolean(false))
                    .as("password grant of " + client.path("clientId").asString(""))
                    .isFalse();
        }
    }

    @Test
    void theProductionRealmKeepsTheScopesThatKeycloakWouldOtherwiseAdd() throws IOException {
        var realm = JSON.readTree(Files.readString(Layout.root().resolve("keycloak/realm.json")));

        assertThat(texts(realm.path("clientScopes"), "name"))
                .contains("profile", "email", "roles", "basic", "acr", "offline_access")
                .contains("portal", "events.read", "events.write", "programs.read")
                .contains("registry.organizations.read", "partnerships.read");
    }

    @Test
    void theLocalRealmHasTheDemoPeopleAndNoOpenPlaceholder() {
        var text = Realm.local(Map.of(
                "GATEWAY_CLIENT_SECRET", "a-secret",
                "ACCOUNTS_CLIENT_SECRET", "another-secret",
                "GATEWAY_PUBLIC_URI", "http://localhost:8080",
                "SMTP_PORT", "8026"));

        var realm = JSON.readTree(text);
        assertThat(texts(realm.path("users"), "username"))
                .containsExactlyInAnyOrder(
                        "admin",
                        "admin2",
                        "officer",
                        "startup",
                        "startup2",
                        "incubator",
                        "service-account-maydan-accounts");
        assertThat(texts(realm.path("clients"), "clientId")).contains("maydan-gateway", "maydan-cli", "demo-partner");
        assertThat(text).contains("a-secret").doesNotContain("${");
        // The demo accounts sign in with a password alone, and whoever registers here is in at once.
        assertThat(realm.path("browserFlow").asString("")).isEqualTo("browser");
        assertThat(realm.path("verifyEmail").asBoolean(true)).isFalse();
        assertThat(realm.path("resetPasswordAllowed").asBoolean(false)).isTrue();
        assertThat(realm.path("smtpServer").path("port").asString("")).isEqualTo("8026");
    }

    private static List<String> texts(JsonNode list, String member) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(item -> item.path(member).asString(""))
                .toList();
    }
}
