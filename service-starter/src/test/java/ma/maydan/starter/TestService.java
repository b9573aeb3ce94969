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
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import ma.maydan.starter.thing.ThingApplication;
import ma.maydan.testkit.api.RunningService;
import ma.maydan.testkit.backends.TestTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A small service on the starter, with the real broker and the MongoDB contract. */
public final class TestService implements AutoCloseable {

    /** What operators show at the management port. */
    public static final String OPERATOR_TOKEN = "test-operator-token";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private final RunningService service;

    /** @param arguments come last, so that they win */
    public TestService(String... arguments) {
        var defaults = Stream.of(
                "spring.config.import=classpath:maydan-service.yml",
                "spring.application.name=things-service",
                "logging.level.org.springframework.context.support=error",
                "logging.structured.format.console=",
                "maydan.mongodb.database=things",
                "maydan.operator-token=" + OPERATOR_TOKEN);
        service = RunningService.start(
                List.of(ThingApplication.class),
                Stream.concat(defaults, Stream.of(arguments).map(argument -> argument.substring("--".length())))
                        .toArray(String[]::new));
    }

    /** The one that the tests share. */
    public static TestService shared() {
        return Shared.SERVICE;
    }

    private static final class Shared {
        private static final TestService SERVICE = new TestService();
    }

    public <T> T bean(Class<T> type) {
        return service.bean(type);
    }

    public int port() {
        return URI.create(service.uri()).getPort();
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(service.uri() + path));
    }

    /** A request to the port that operators reach. */
    public HttpRequest.Builder management(String path) {
        return HttpRequest.newBuilder(URI.create(service.managementUri() + path));
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
        try (var socket = new Socket("127.0.0.1", port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        service.close();
    }
}
