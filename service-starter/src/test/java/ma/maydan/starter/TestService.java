package ma.maydan.starter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import ma.maydan.starter.thing.ThingApplication;
import ma.maydan.testkit.backends.TestBackends;
import ma.maydan.testkit.backends.TestTokens;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A small service on the starter, with the real broker and the MongoDB contract. */
public final class TestService implements AutoCloseable {

    /** What operators show at the management port. */
    public static final String OPERATOR_TOKEN = "test-operator-token";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private final ConfigurableApplicationContext context;
    private final int port;

    /** @param arguments come last, so that they win */
    public TestService(String... arguments) {
        var defaults = List.of(
                "--spring.config.import=classpath:maydan-service.yml",
                "--spring.application.name=things-service",
                "--logging.level.root=warn",
                "--logging.level.de.bwaldvogel=error",
                "--logging.level.org.springframework.context.support=error",
                "--logging.structured.format.console=",
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--management.server.port=0",
                "--management.server.address=127.0.0.1",
                "--maydan.mongodb.uri=" + TestBackends.mongoUri(),
                "--maydan.mongodb.database=things",
                "--maydan.operator-token=" + OPERATOR_TOKEN,
                "--spring.kafka.bootstrap-servers=" + TestBackends.kafkaBootstrap(),
                "--maydan.oidc.issuer=" + TestTokens.issuer(),
                "--maydan.oidc.internal-uri=" + TestTokens.issuer());
        // Spring would join two arguments of one name to a list.
        var settings = new LinkedHashMap<String, String>();
        Stream.concat(defaults.stream(), Stream.of(arguments))
                .forEach(argument -> settings.put(argument.substring(0, argument.indexOf('=')), argument));
        context =
                MaydanApplication.run(ThingApplication.class, settings.values().toArray(String[]::new));
        port = port("local.server.port");
    }

    /** The one that the tests share. */
    public static TestService shared() {
        return Shared.SERVICE;
    }

    private static final class Shared {
        private static final TestService SERVICE = new TestService();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public int port() {
        return port;
    }

    private int port(String name) {
        return Integer.parseInt(Objects.requireNonNull(context.getEnvironment().getProperty(name)));
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    /** A request to the port that operators reach. */
    public HttpRequest.Builder management(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port("local.management.port") + path));
    }

    public HttpRequest.Builder create(String name, String... headers) {
        var request = request("/api/v1/things")
                .header("Authorization", "Bearer " + TestTokens.person("someone"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString("{\"name\": \"" + name + "\"}"));
        return headers.length == 0 ? request : request.headers(headers);
    }

    public HttpRequest.Builder rename(String id, String ifMatch, String name) {
        return request("/api/v1/things/" + id)
                .header("Authorization", "Bearer " + TestTokens.person("someone"))
                .header("Content-Type", "application/json")
                .header("If-Match", ifMatch)
                .PUT(BodyPublishers.ofString("{\"name\": \"" + name + "\"}"));
    }

    /** What one caller is shown of a thing. */
    public HttpRequest.Builder seen(String id, String caller) {
        return request("/api/v1/things/" + id + "/seen").header("Authorization", "Bearer " + TestTokens.person(caller));
    }

    public static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    /** Sends what no HTTP client would, and reads until the server hangs up. */
    public String raw(String request) {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
