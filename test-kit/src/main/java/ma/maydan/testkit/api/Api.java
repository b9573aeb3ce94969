package ma.maydan.testkit.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import ma.maydan.testkit.backends.TestTokens;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** An HTTP API for one caller. Every exchange must conform to the OpenAPI documents of who offers it. */
public final class Api {

    public static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String uri;
    private final Supplier<List<OpenApiDocument>> documents;
    private final @Nullable String token;
    private final String language;

    private Api(String uri, Supplier<List<OpenApiDocument>> documents, @Nullable String token, String language) {
        this.uri = uri;
        this.documents = documents;
        this.token = token;
        this.language = language;
    }

    /** Of the service at this address, for nobody in particular, in English. */
    public static Api of(String uri) {
        return new Api(uri, () -> List.of(OpenApiDocument.of(uri)), null, "en");
    }

    /**
     * Of a door to several services, for nobody in particular, in English.
     *
     * @param uri to which the paths are added
     */
    public static Api of(String uri, List<OpenApiDocument> documents) {
        return new Api(uri, () -> documents, null, "en");
    }

    List<OpenApiDocument> documents() {
        return documents.get();
    }

    public Api anonymous() {
        return new Api(uri, documents, null, language);
    }

    public Api bearer(String otherToken) {
        return new Api(uri, documents, otherToken, language);
    }

    public Api person(String id) {
        return bearer(TestTokens.person(id));
    }

    public Api officer(String id) {
        return bearer(TestTokens.person(id, "mnc-officer"));
    }

    public Api admin(String id) {
        return bearer(TestTokens.person(id, "mnc-admin"));
    }

    /** A partner's machine with these scopes. */
    public Api machine(String... scopes) {
        return bearer(TestTokens.machine("machine", scopes));
    }

    /** The same caller in another language. */
    public Api in(String otherLanguage) {
        return new Api(uri, documents, token, otherLanguage);
    }

    public Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    /** Creates, under an idempotency key of its own. */
    public Answer create(String path, Object body) {
        return create(path, body, UUID.randomUUID().toString());
    }

    public Answer create(String path, Object body, String key) {
        return send("POST", path, body, Map.of("Idempotency-Key", key));
    }

    public Answer put(String path, Object body, long version) {
        return send("PUT", path, body, Map.of("If-Match", "\"" + version + "\""));
    }

    /** Takes a step that needs no more than the version. */
    public Answer post(String path, long version) {
        return send("POST", path, null, Map.of("If-Match", "\"" + version + "\""));
    }

    public Answer post(String path, Object body, long version) {
        return send("POST", path, body, Map.of("If-Match", "\"" + version + "\""));
    }

    public Answer delete(String path, long version) {
        return send("DELETE", path, null, Map.of("If-Match", "\"" + version + "\""));
    }

    /**
     * Replaces a file, as RFC 7578 has it.
     *
     * @param details what is said of it, as JSON; null for nothing
     */
    public Answer putFile(String path, byte[] file, @Nullable String details, long version) {
        return sendFile("PUT", path, "../../picture.php.jpg", file, details, version);
    }

    /** A new file, under this name. */
    public Answer postFile(String path, String name, byte[] file) {
        return sendFile("POST", path, name, file, null, 0);
    }

    /** @param version of what it becomes a part of */
    public Answer sendFile(
            String method, String path, String name, byte[] file, @Nullable String details, long version) {
        var boundary = "--" + UUID.randomUUID();
        var body = new ByteArrayOutputStream();
        body.writeBytes(part(boundary, "name=\"file\"; filename=\"" + name + "\"", "text/html"));
        body.writeBytes(file);
        if (details != null) {
            body.writeBytes(part("\r\n" + boundary, "name=\"details\"", "application/json"));
            body.writeBytes(details.getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("\r\n" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return exchange(
                method,
                path,
                HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()),
                Map.of(
                        "If-Match",
                        "\"" + version + "\"",
                        "Content-Type",
                        "multipart/form-data; boundary=" + boundary.substring(2)));
    }

    private static byte[] part(String boundary, String disposition, String type) {
        return (boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\nContent-Type: " + type
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** What is no JSON, such as a picture. */
    public HttpResponse<byte[]> getBytes(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(uri + path)).timeout(Duration.ofSeconds(60));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @param body text as it is, everything else as JSON */
    public Answer send(String method, String path, @Nullable Object body, Map<String, String> headers) {
        return exchange(
                method,
                path,
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json(body)),
                body == null || headers.containsKey("Content-Type") ? headers : withJson(headers));
    }

    private static Map<String, String> withJson(Map<String, String> headers) {
        var more = new HashMap<>(headers);
        more.put("Content-Type", "application/json");
        return more;
    }

    private Answer exchange(String method, String path, HttpRequest.BodyPublisher body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(uri + path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept-Language", language)
                .method(method, body);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        headers.forEach(request::header);
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            var answer = new Answer(response.statusCode(), body(response), response);
            check(answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What is no JSON, such as a picture, is nothing to read members of. */
    private static JsonNode body(HttpResponse<String> response) {
        var type = response.headers().firstValue("Content-Type").orElse("json");
        return type.contains("json") ? JSON.readTree(response.body()) : MissingNode.getInstance();
    }

    private void check(Answer answer) {
        var method = answer.response().request().method();
        var path = answer.response().uri().getPath();
        if (path.startsWith("/api/")) {
            documents.get().stream()
                    .filter(document -> document.describes(method, path))
                    .findFirst()
                    .orElseGet(() -> documents.get().getFirst())
                    .check(method, path, answer);
        }
    }

    private static String json(Object body) {
        return body instanceof String text ? text : JSON.writeValueAsString(body);
    }
}
