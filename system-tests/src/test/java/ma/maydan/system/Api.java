package ma.maydan.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the API through the gateway as one caller, and holds every exchange against the OpenAPI documents. */
final class Api {

    static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final String gateway;
    private final @Nullable String token;
    private final @Nullable OpenApiContract contract;

    Api(String gateway, @Nullable String token, @Nullable OpenApiContract contract) {
        this.gateway = gateway;
        this.token = token;
        this.contract = contract;
    }

    /** What came back. */
    record Answer(int status, HttpResponse<String> response, JsonNode body) {

        String text(String field) {
            return body.path(field).asString("");
        }

        String id() {
            return text("id");
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** This answer, which must have this status. */
        Answer expect(int expected) {
            if (status != expected) {
                throw new AssertionError(
                        "Expected " + expected + " of " + response.request().method() + " " + response.uri()
                                + " and got " + status + ": " + response.body());
            }
            return this;
        }
    }

    /** The bearer token; empty for nobody in particular. */
    String token() {
        return token == null ? "" : token;
    }

    Answer get(String path) {
        return send("GET", path, null, null, null);
    }

    /** Creates, under a new idempotency key. */
    Answer post(String path, String body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    Answer post(String path, String body, String idempotencyKey) {
        return send("POST", path, body, "Idempotency-Key", idempotencyKey);
    }

    /** A transition of what {@code of} showed. */
    Answer transition(Answer of, String path, @Nullable String body) {
        return send("POST", path, body, "If-Match", of.header("ETag"));
    }

    Answer send(String method, String path, @Nullable String body, @Nullable String header, @Nullable String value) {
        var request = HttpRequest.newBuilder(URI.create(gateway + "/api/v1" + path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", "application/json, application/problem+json")
                .header("Accept-Language", "en");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (header != null && value != null) {
            request.header(header, value);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return send(request.method(
                method,
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            var type = response.headers().firstValue("Content-Type").orElse("");
            var body = type.contains("json") ? JSON.readTree(response.body()) : JSON.createObjectNode();
            if (contract != null) {
                contract.check(response, body);
            }
            return new Answer(response.statusCode(), response, body);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
