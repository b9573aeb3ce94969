package ma.maydan.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import ma.maydan.local.TestBackends;
import ma.maydan.local.testing.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The realm of production, keycloak/realm.json and nothing more, in a real Keycloak. */
class ProductionRealmIT {

    private static final String REDIRECT = "https://maydan.example/login/oauth2/code/keycloak";
    /** Of the verifier in RFC 7636, appendix B. */
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private final String keycloak = TestBackends.keycloak();
    private final String openid = keycloak + "/realms/maydan/protocol/openid-connect";

    @ParameterizedTest
    @CsvSource({"maydan-cli,password", "demo-partner,client_credentials", "admin-cli,password"})
    void nobodyGetsATokenByADemoClientOrADemoAccount(String client, String grant) throws Exception {
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
    void nobodyHasAnAccountAndEveryClientIsOurs() throws Exception {
        var token = json(send(Portal.form(
                        keycloak + "/realms/master/protocol/openid-connect/token",
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "admin-cli",
                                "username",
                                "admin",
                                "password",
                                "admin"))))
                .path("access_token")
                .asString("");
        var realm = keycloak + "/admin/realms/maydan";

        assertThat(json(send(authorized(realm + "/users", token)))).isEmpty();
        assertThat(json(send(authorized(realm + "/clients", token)))
                        .valueStream()
                        .filter(client ->
                                client.path("directAccessGrantsEnabled").asBoolean()
                                        && !client.path("clientId").asString("").equals("admin-cli"))
                        .map(client -> client.path("clientId").asString("")))
                .as("clients with the password grant")
                .isEmpty();
        var settings = json(send(authorized(realm, token)));
        assertThat(settings.path("bruteForceProtected").asBoolean()).isTrue();
        assertThat(settings.path("passwordPolicy").asString("")).contains("length(10)");
        assertThat(settings.path("sslRequired").asString("")).isEqualTo("external");
        // Without a word on them: a mail server of one's own network, without an account.
        assertThat(settings.path("smtpServer").path("host").asString("")).isEqualTo("localhost");
        assertThat(settings.path("smtpServer").path("starttls").asString("")).isEqualTo("false");
        assertThat(settings.path("smtpServer").path("auth").asString("")).isEqualTo("false");
    }

    @Test
    void theGatewaySignsPeopleInWithPkceAndAtItsOwnAddressOnly() throws Exception {
        var withoutPkce = send(HttpRequest.newBuilder(authorization(REDIRECT, "")));
        assertThat(withoutPkce.headers().firstValue("Location").orElse("")).contains("error=invalid_request");
        var elsewhere = send(HttpRequest.newBuilder(authorization(
                "https://elsewhere.example/", "&code_challenge_method=S256&code_challenge=" + CHALLENGE)));
        assertThat(elsewhere.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"ar,rtl", "fr,ltr", "en,ltr"})
    void peopleSignInAndRegisterInTheirLanguage(String language, String direction) throws Exception {
        var page = send(HttpRequest.newBuilder(authorization(
                REDIRECT, "&code_challenge_method=S256&code_challenge=" + CHALLENGE + "&ui_locales=" + language)));

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

    private static HttpRequest.Builder authorized(String url, String token) {
        return HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Api.JSON.readTree(answer.body());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (var client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
