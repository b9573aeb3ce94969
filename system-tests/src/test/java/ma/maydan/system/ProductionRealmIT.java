package ma.maydan.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import ma.maydan.testkit.backends.TestBackends;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The realm of production, keycloak/realm.json and nothing more, in a real Keycloak. */
class ProductionRealmIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String PASSWORD = "correct horse battery";

    private final String keycloak = TestBackends.keycloak();
    private final String openid = keycloak + "/realms/maydan/protocol/openid-connect";
    private final ProductionRealmAdmin admin = new ProductionRealmAdmin(keycloak);

    @AfterEach
    void nobodyStays() {
        admin.removeUsers();
    }

    @ParameterizedTest
    @CsvSource({"maydan-cli,password", "demo-partner,client_credentials", "admin-cli,password"})
    void nobodyGetsATokenByADemoClientOrADemoAccount(String client, String grant) {
        var answer = send(Portal.form(
                openid + "/token",
                Map.of(
                        "grant_type", grant,
                        "client_id", client,
                        "client_secret", "demo-partner-secret",
                        "username", "admin",
                        "password", "maydan")));

        assertThat(answer.statusCode()).isBetween(400, 401);
        assertThat(answer.body()).contains("error").doesNotContain("access_token");
    }

    @Test
    void nobodyGetsATokenByAPasswordAtAnyClient() {
        admin.addUser("startup", PASSWORD);
        var clients = admin.get("/clients");
        assertThat(clients).hasSizeGreaterThan(5);

        assertThat(clients).allSatisfy(client -> {
            var answer = send(Portal.form(
                    openid + "/token",
                    Map.of(
                            "grant_type",
                            "password",
                            "client_id",
                            client.path("clientId").asString(""),
                            "client_secret",
                            client.path("secret").asString(""),
                            "username",
                            "startup@people.example",
                            "password",
                            PASSWORD)));
            assertThat(answer.statusCode())
                    .as(client.path("clientId").asString(""))
                    .isBetween(400, 401);
            assertThat(answer.body()).doesNotContain("access_token");
        });
    }

    @Test
    void nobodyIsLedThroughAStepThatTheRealmDoesNotUse() {
        assertThat(admin.get("/authentication/required-actions")
                        .valueStream()
                        .filter(action -> action.path("enabled").asBoolean())
                        .map(action -> action.path("alias").asString("")))
                .containsExactlyInAnyOrder(
                        "UPDATE_PROFILE",
                        "VERIFY_EMAIL",
                        "CONFIGURE_TOTP",
                        "UPDATE_PASSWORD",
                        "VERIFY_PROFILE",
                        "update_user_locale");
    }

    @Test
    void aClientGetsWhatItNeedsAndNoMore() {
        assertThat(admin.get("/clients")).allSatisfy(client -> {
            var name = client.path("clientId").asString("");
            assertThat(client.path("directAccessGrantsEnabled").asBoolean())
                    .as(name)
                    .isFalse();
            assertThat(client.path("implicitFlowEnabled").asBoolean()).as(name).isFalse();
            // The one that closes the accounts of people who are erased.
            assertThat(client.path("serviceAccountsEnabled").asBoolean())
                    .as(name)
                    .isEqualTo(name.equals("maydan-accounts"));
            assertThat(client.path("fullScopeAllowed").asBoolean()).as(name).isFalse();
            assertThat(client.path("webOrigins")).as(name).isEmpty();
            assertThat(client.path("optionalClientScopes")).as(name).isEmpty();
            assertThat(client.path("redirectUris").toString()).as(name).doesNotContain("*", "+");
            var attributes = client.path("attributes");
            assertThat(attributes.path("post.logout.redirect.uris").asString("-"))
                    .as(name)
                    .doesNotContain("*", "+");
            if (client.path("standardFlowEnabled").asBoolean()
                    && !client.path("bearerOnly").asBoolean()) {
                assertThat(name).isEqualTo("maydan-gateway");
                assertThat(attributes.path("pkce.code.challenge.method").asString(""))
                        .isEqualTo("S256");
            }
        });
        for (var off : List.of("admin-cli", "security-admin-console", "account-console")) {
            assertThat(admin.get("/clients?clientId=" + off)
                            .path(0)
                            .path("enabled")
                            .asBoolean())
                    .as(off)
                    .isFalse();
        }
    }

    @Test
    void nobodyGetsASessionWithoutEnd() {
        assertThat(admin.get("/roles/default-roles-maydan/composites").toString())
                .doesNotContain("offline_access");
        assertThat(admin.get("/default-optional-client-scopes")).isEmpty();
        var settings = admin.get("/");
        for (var lifespan : List.of(
                "ssoSessionIdleTimeout",
                "ssoSessionMaxLifespan",
                "clientSessionIdleTimeout",
                "clientSessionMaxLifespan")) {
            assertThat(settings.path(lifespan).asInt()).as(lifespan).isBetween(1, 43_200);
        }
    }

    @Test
    void nobodyAddsAClientFromOutside() {
        var answer = send(HttpRequest.newBuilder(
                        URI.create(keycloak + "/realms/maydan/clients-registrations/openid-connect"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"redirect_uris\": [\"https://elsewhere.example/\"]}")));

        assertThat(answer.statusCode()).isBetween(401, 403);
    }

    @Test
    void theSettingsAreThoseOfProduction() {
        assertThat(admin.get("/users")).isEmpty();
        var settings = admin.get("/");
        assertThat(settings.path("bruteForceProtected").asBoolean()).isTrue();
        assertThat(settings.path("failureFactor").asInt()).isBetween(3, 10);
        assertThat(settings.path("passwordPolicy").asString("")).contains("length(12)", "notUsername", "notEmail");
        assertThat(settings.path("sslRequired").asString("")).isEqualTo("external");
        assertThat(settings.path("verifyEmail").asBoolean()).isTrue();
        assertThat(settings.path("eventsEnabled").asBoolean()).isTrue();
        assertThat(settings.path("eventsExpiration").asLong()).isEqualTo(15_552_000);
        assertThat(settings.path("adminEventsEnabled").asBoolean()).isTrue();
        assertThat(settings.path("adminEventsDetailsEnabled").asBoolean()).isTrue();
        assertThat(settings.path("attributes").path("adminEventsExpiration").asString(""))
                .isEqualTo("31536000");
        // Without a word on them: a mail server of one's own network, without an account.
        assertThat(settings.path("smtpServer").path("host").asString("")).isEqualTo("localhost");
        assertThat(settings.path("smtpServer").path("starttls").asString("")).isEqualTo("false");
        assertThat(settings.path("smtpServer").path("auth").asString("")).isEqualTo("false");
    }

    @ParameterizedTest
    @CsvSource({
        "https://maydan.example/ar/, 302",
        "https://maydan.example/fr/, 302",
        "https://maydan.example/en/, 302",
        "https://maydan.example/, 400",
        "https://maydan.example/ar/elsewhere, 400",
        "https://elsewhere.example/, 400"
    })
    void afterSigningOutOneComesToAStartPageAndNowhereElse(String address, int status) {
        var answer = send(
                HttpRequest.newBuilder(URI.create(openid + "/logout?client_id=maydan-gateway&post_logout_redirect_uri="
                        + URLEncoder.encode(address, StandardCharsets.UTF_8))));

        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Test
    void theGatewaySignsPeopleInWithPkceAndAtItsOwnAddressOnly() {
        var withoutPkce = send(HttpRequest.newBuilder(authorization(RealmVisitor.REDIRECT, "")));
        assertThat(withoutPkce.headers().firstValue("Location").orElse("")).contains("error=invalid_request");
        var elsewhere = send(HttpRequest.newBuilder(authorization(
                "https://elsewhere.example/", "&code_challenge_method=S256&code_challenge=" + RealmVisitor.CHALLENGE)));
        assertThat(elsewhere.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"ar,rtl", "fr,ltr", "en,ltr"})
    void peopleSignInAndRegisterInTheirLanguage(String language, String direction) {
        var page = send(HttpRequest.newBuilder(authorization(
                RealmVisitor.REDIRECT,
                "&code_challenge_method=S256&code_challenge=" + RealmVisitor.CHALLENGE + "&ui_locales=" + language)));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("lang=\"" + language + "\"")
                .contains("dir=\"" + direction + "\"")
                .contains("css/maydan.css")
                .contains("registration");
    }

    private URI authorization(String redirect, String more) {
        return URI.create(
                openid + "/auth?client_id=maydan-gateway&response_type=code&scope=openid&state=s&redirect_uri="
                        + URLEncoder.encode(redirect, StandardCharsets.UTF_8) + more);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
