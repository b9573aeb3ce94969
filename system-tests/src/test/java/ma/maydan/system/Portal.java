package ma.maydan.system;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.maydan.local.LocalStack;
import ma.maydan.local.StackOptions;
import ma.maydan.testkit.api.Api;
import ma.maydan.testkit.api.OpenApiDocument;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The whole portal, started once for all system tests: every part a process of its own, behind the gateway. */
final class Portal {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Seconds that a token lives which tests keep; those of the realm's own clients end within a minute. */
    static final int LONG = 600;

    /** Of the tests alone: people's tokens by it live {@link #LONG} seconds. */
    private static final String CLIENT = "system-tests";

    private static @Nullable Portal running;

    private final LocalStack stack;
    private final Api api;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    private record Token(String value, long expiresAt) {}

    private Portal(LocalStack stack) {
        this.stack = stack;
        this.api = Api.of(
                gateway() + "/api/v1",
                Stream.of("events", "incubators", "partners")
                        .map(service -> OpenApiDocument.at(gateway() + "/openapi/" + service))
                        .toList());
    }

    static synchronized Portal running() {
        if (running == null) {
            running = new Portal(LocalStack.start(StackOptions.forTests()));
            running.stack.loadDemoData();
            running.makeClient(CLIENT, LONG);
            Runtime.getRuntime().addShutdownHook(new Thread(running.stack::close, "stop-portal"));
        }
        return running;
    }

    LocalStack stack() {
        return stack;
    }

    String gateway() {
        return stack.url("gateway");
    }

    String realm() {
        return stack.url("keycloak") + "/realms/maydan";
    }

    /** The API for nobody in particular. */
    Api anonymous() {
        return api;
    }

    /** The API for a demo account. */
    Api as(String user) {
        return as(user, "maydan");
    }

    Api as(String user, String password) {
        return withToken(tokenOf(user, password));
    }

    /** The token of a demo account. */
    String tokenOf(String user) {
        return tokenOf(user, "maydan");
    }

    /** Signs in again when the token is old: one at a time, since two first sign-ins of an account may refuse one. */
    String tokenOf(String user, String password) {
        var now = System.nanoTime();
        return tokens.compute(
                        user,
                        (name, known) -> known != null && known.expiresAt - now >= 0
                                ? known
                                : new Token(
                                        token(Map.of(
                                                "grant_type",
                                                "password",
                                                "client_id",
                                                CLIENT,
                                                "username",
                                                user,
                                                "password",
                                                password)),
                                        now + 200_000_000_000L))
                .value;
    }

    /** The API for the demo partner's machine. */
    Api machine(String scope) {
        return machine("demo-partner", "demo-partner-secret", scope);
    }

    Api machine(String client, String secret, String scope) {
        return withToken(token(Map.of(
                "grant_type", "client_credentials", "client_id", client, "client_secret", secret, "scope", scope)));
    }

    Api withToken(String token) {
        return api.bearer(token);
    }

    String token(Map<String, String> form) {
        return json(form(realm() + "/protocol/openid-connect/token", form))
                .path("access_token")
                .asString("");
    }

    /** A token of Keycloak's own administrator. */
    String keycloakAdmin() {
        return json(form(
                        stack.url("keycloak") + "/realms/master/protocol/openid-connect/token",
                        Map.of(
                                "grant_type", "password",
                                "client_id", "admin-cli",
                                "username", "admin",
                                "password", stack.keycloakAdminPassword())))
                .path("access_token")
                .asString("");
    }

    /** Makes a client by which people get tokens for so many seconds. */
    void makeClient(String id, int lifespan) {
        makeClient(id, lifespan, List.of("basic", "profile", "email", "roles", "acr", "maydan-audience", "portal"));
    }

    /** A real token of the realm that is meant for somebody else. */
    String tokenForOthers(String user) {
        var client = "others-" + UUID.randomUUID();
        makeClient(client, 300, List.of("basic", "profile", "roles"));
        return token(Map.of("grant_type", "password", "client_id", client, "username", user, "password", "maydan"));
    }

    private void makeClient(String id, int lifespan, List<String> scopes) {
        new RealmAdmin(this)
                .client(Map.of(
                        "clientId",
                        id,
                        "publicClient",
                        true,
                        "standardFlowEnabled",
                        false,
                        "directAccessGrantsEnabled",
                        true,
                        "attributes",
                        Map.of("access.token.lifespan", String.valueOf(lifespan)),
                        "defaultClientScopes",
                        scopes));
    }

    static HttpRequest.Builder form(String url, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    static JsonNode json(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new AssertionError(response.uri() + " answered " + response.statusCode() + " " + response.body());
            }
            return Api.JSON.readTree(response.body().isEmpty() ? "{}" : response.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static final List<String> LANGUAGES = List.of("ar", "fr", "en");
}
