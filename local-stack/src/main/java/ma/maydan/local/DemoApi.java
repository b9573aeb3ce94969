package ma.maydan.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gateway's API, as the demo accounts call it. What an interrupted load did before it does not do again. */
final class DemoApi {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String gateway;
    private final String keycloak;
    private final Map<String, Token> tokens = new HashMap<>();

    DemoApi(String gateway, String keycloak) {
        this.gateway = gateway;
        this.keycloak = keycloak;
    }

    /** Changes what somebody has just read. */
    void put(String who, String path, JsonNode read, JsonNode body) {
        require(send(json(versioned(who, path, read)).PUT(HttpRequest.BodyPublishers.ofString(body.toString()))));
    }

    /** Takes a step with what somebody has just read. */
    void post(String who, String path, JsonNode read, String body) {
        require(send(json(versioned(who, path, read)).POST(HttpRequest.BodyPublishers.ofString(body))));
    }

    /** Takes the step unless an interrupted load took it before. */
    void advance(String path, Answer of, String from, String who, String step) {
        advance(path, of, from, who, step, "");
    }

    /** The same, with what is said beside it. */
    void advance(String path, Answer of, String from, String who, String step, String body) {
        var now = of.status() == 200 ? of : current(who, path);
        var state = now.body()
                .path("status")
                .asString(now.body().path("registrationStatus").asString(""));
        if (state.equals(from)) {
            var request = versioned(who, path + "/" + step, now.body());
            require(send(
                    body.isEmpty()
                            ? request.POST(HttpRequest.BodyPublishers.noBody())
                            : json(request).POST(HttpRequest.BodyPublishers.ofString(body))));
        }
    }

    /** Gives it a picture unless it has one. */
    void depict(String who, String path, String picture, byte[] png) {
        var now = current(who, path).body();
        if (now.has(picture)) {
            return;
        }
        send(who, path + "/" + picture, now, DemoPicture.form(png));
    }

    /** Gives it a file. */
    void send(String who, String path, JsonNode read, byte[] form) {
        require(send(versioned(who, path, read)
                .header("Content-Type", DemoPicture.FORM)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(form))));
    }

    Answer current(String who, String path) {
        return require(send(request(who, path).GET()));
    }

    /** Repeats for a while what another service has yet to hear of. */
    Answer create(String who, String path, JsonNode demo, JsonNode body) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var answer = send(json(request(who, path))
                    .header("Idempotency-Key", "demo-" + demo.path("key").asString())
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
            var mayComeTrue = answer.status() == 409 || answer.status() == 422 || answer.status() >= 500;
            if (!mayComeTrue || System.nanoTime() > end) {
                return require(answer);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
        }
    }

    private static Answer require(Answer answer) {
        if (answer.status() / 100 != 2) {
            throw new LocalStackException("The demo data could not be loaded: " + answer.address() + " answered "
                    + answer.status() + " " + answer.body() + ".");
        }
        return answer;
    }

    record Answer(URI address, int status, JsonNode body) {}

    private HttpRequest.Builder request(String who, String path) {
        return HttpRequest.newBuilder(URI.create(gateway + "/api/v1" + path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept-Language", "en")
                .header("Authorization", "Bearer " + tokenOf(who));
    }

    /** A change of what somebody has just read. */
    private HttpRequest.Builder versioned(String who, String path, JsonNode read) {
        return request(who, path).header("If-Match", "\"" + read.path("version").asLong() + "\"");
    }

    private static HttpRequest.Builder json(HttpRequest.Builder request) {
        return request.header("Content-Type", "application/json");
    }

    private record Token(String value, Instant until) {}

    /** Kept for less than the realm lets it live. */
    private String tokenOf(String user) {
        var now = Instant.now();
        return tokens.compute(
                        user,
                        (name, known) -> known != null && known.until().isAfter(now)
                                ? known
                                : new Token(token(name), now.plusSeconds(20)))
                .value();
    }

    private String token(String user) {
        var form = "grant_type=password&client_id=maydan-cli&username="
                + URLEncoder.encode(user, StandardCharsets.UTF_8) + "&password=maydan";
        return require(send(
                        HttpRequest.newBuilder(URI.create(keycloak + "/realms/maydan/protocol/openid-connect/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))))
                .body()
                .path("access_token")
                .asString();
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.uri(), response.statusCode(), parsed(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted while the demo data was loaded.", e);
        }
    }

    private static JsonNode parsed(@Nullable String body) {
        return body == null || !body.startsWith("{") ? JSON.createObjectNode() : JSON.readTree(body);
    }
}
