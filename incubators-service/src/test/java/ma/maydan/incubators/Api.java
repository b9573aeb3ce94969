package ma.maydan.incubators;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service's HTTP API for one caller. Every exchange must conform to the service's OpenAPI document. */
public final class Api {

    public static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final @Nullable String token;
    private final String language;

    private Api(@Nullable String token, String language) {
        this.token = token;
        this.language = language;
    }

    public static Api anonymous() {
        return new Api(null, "en");
    }

    public static Api bearer(String token) {
        return new Api(token, "en");
    }

    public static Api person(String id) {
        return new Api(TestRealm.person(id), "en");
    }

    public static Api officer(String id) {
        return new Api(TestRealm.person(id, "mnc-officer"), "en");
    }

    public static Api admin(String id) {
        return new Api(TestRealm.person(id, "mnc-admin"), "en");
    }

    public Api in(String otherLanguage) {
        return new Api(token, otherLanguage);
    }

    /** An answer; its body is a missing node when there is none. */
    public record Answer(int status, JsonNode body, Map<String, String> headers) {
        public String id() {
            return body.path("id").asString();
        }

        public long version() {
            return body.path("version").asLong();
        }

        public String code() {
            return body.path("code").asString();
        }

        public String text(String member) {
            return body.path(member).asString();
        }
    }

    public Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    public Answer create(String path, Object body) {
        return create(path, body, UUID.randomUUID().toString());
    }

    public Answer create(String path, Object body, String key) {
        return send("POST", path, json(body), Map.of("Idempotency-Key", key));
    }

    public Answer put(String path, Object body, long version) {
        return send("PUT", path, json(body), Map.of("If-Match", "\"" + version + "\""));
    }

    public Answer post(String path, long version) {
        return send("POST", path, null, Map.of("If-Match", "\"" + version + "\""));
    }

    public Answer post(String path, Object body, long version) {
        return send("POST", path, json(body), Map.of("If-Match", "\"" + version + "\""));
    }

    public Answer send(String method, String path, @Nullable String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(Service.uri() + path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept-Language", language)
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var answer = new Answer(
                    response.statusCode(),
                    JSON.readTree(response.body()),
                    Map.of(
                            "ETag", response.headers().firstValue("ETag").orElse(""),
                            "Location",
                                    response.headers().firstValue("Location").orElse(""),
                            "Content-Type",
                                    response.headers()
                                            .firstValue("Content-Type")
                                            .orElse("")));
            if (path.startsWith("/api/")) {
                OpenApiDocument.check(method, path, answer);
            }
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String json(Object body) {
        return body instanceof String text ? text : JSON.writeValueAsString(body);
    }
}
