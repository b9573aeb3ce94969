package ma.maydan.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Loads {@code demo-data.json} through the gateway's API, as the demo accounts, each step by whoever may take it. Every
 * creation has a fixed idempotency key, so a load that was interrupted is taken up again. All of it is invented, and
 * says DEMO; the cluster itself is a factual example.
 */
final class DemoData {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String ALT = """
            {"alt":{"ar":"زخرفة من نجوم ثمانية (تجريبي)","fr":"Un motif d’étoiles à huit branches (DEMO)","en":"A pattern of eight-pointed stars (DEMO)"}}""";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String gateway;
    private final String keycloak;
    private final Path marker;
    private final Map<String, Token> tokens = new HashMap<>();
    private static final String TRUST = """
            {"reasonCode":"KEEPS_THE_RULES","reasonText":{"ar":"مؤسسة المجمع نفسه","fr":"L'organisation du cluster","en":"The cluster's own organization"}}
            """;

    private final Map<String, String> organizationIds = new HashMap<>();

    DemoData(String gateway, String keycloak, Path data) {
        this.gateway = gateway;
        this.keycloak = keycloak;
        this.marker = data.resolve("demo-data-loaded");
    }

    void loadOnce(Consumer<String> progress) {
        if (Files.exists(marker)) {
            return;
        }
        var began = System.nanoTime();
        var demo = read();
        demo.path("organizations").forEach(this::organization);
        demo.path("programs").forEach(this::program);
        demo.path("speakers").forEach(this::speaker);
        demo.path("events").forEach(this::event);
        demo.path("partnerships").forEach(this::partnership);
        try {
            Files.createFile(marker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        progress.accept("  %-20s loaded in   %4.1f s".formatted("demo data", (System.nanoTime() - began) / 1e9));
    }

    private void organization(JsonNode demo) {
        var owner = demo.path("owner").asString();
        var created = create(owner, "/organizations", demo, demo.path("body"));
        organizationIds.put(
                demo.path("key").asString(), created.body().path("id").asString());
        if (demo.path("draft").asBoolean(false)) {
            return;
        }
        var path = "/organizations/" + created.body().path("id").asString();
        // Two persons decide, and neither belongs to the organization.
        advance(path, created, "DRAFT", owner, "submit");
        advance(path, current("officer", path), "SUBMITTED", "officer", "take");
        advance(path, current("admin", path), "UNDER_REVIEW", "admin", "verify");
        if (demo.path("trusted").asBoolean(false)) {
            trust(path);
        }
        depict(owner, path, "logo", DemoPicture.draw(demo.path("key").asString(), 320, 320));
    }

    private void program(JsonNode demo) {
        var created =
                create(demo.path("owner").asString(), "/programs", demo, withOrganization(demo, "organizationId"));
        publish(
                demo.path("owner").asString(),
                "/programs/" + created.body().path("id").asString(),
                created,
                "IN_REVIEW");
    }

    private void event(JsonNode demo) {
        var start = LocalDate.now(ZoneOffset.UTC)
                .plusDays(demo.path("inDays").asInt())
                .atTime(LocalTime.parse(demo.path("at").asString()));
        var body = (tools.jackson.databind.node.ObjectNode) withOrganization(demo, "hostOrganizationId");
        body.put("startsAtLocal", start.toString());
        body.put("endsAtLocal", start.plusHours(demo.path("hours").asInt()).toString());
        body.put("zone", "Africa/Casablanca");
        var owner = demo.path("owner").asString();
        var created = create(owner, "/events", demo, body);
        var path = "/events/" + created.body().path("id").asString();
        publish(owner, path, created, "SUBMITTED");
        if (demo.has("movedByDays")) {
            var days = demo.path("movedByDays").asInt();
            body.put("startsAtLocal", start.plusDays(days).toString());
            body.put(
                    "endsAtLocal",
                    start.plusDays(days).plusHours(demo.path("hours").asInt()).toString());
            propose(owner, path, body);
        }
        depict(owner, path, "image", DemoPicture.draw(demo.path("key").asString(), 1280, 720));
    }

    /** A change of what is published, which waits for the cluster. */
    private void propose(String owner, String path, JsonNode body) {
        var now = current(owner, path).body();
        if (now.path("status").asString().equals("PUBLISHED") && !now.has("proposal")) {
            require(send(json(versioned(owner, path, now)).PUT(HttpRequest.BodyPublishers.ofString(body.toString()))));
        }
    }

    private void trust(String path) {
        var now = current("admin", path).body();
        if (!now.path("trusted").asBoolean(false)) {
            require(send(
                    json(versioned("admin", path + "/trust", now)).POST(HttpRequest.BodyPublishers.ofString(TRUST))));
        }
    }

    private void speaker(JsonNode demo) {
        var owner = demo.path("owner").asString();
        var created = create(owner, "/speakers", demo, withOrganization(demo, "organizationId"));
        advance("/speakers/" + created.body().path("id").asString(), created, "DRAFT", owner, "publish");
    }

    private void partnership(JsonNode demo) {
        var owner = demo.path("owner").asString();
        var body = (tools.jackson.databind.node.ObjectNode) withOrganization(demo, "proposerOrganizationId");
        var today = LocalDate.now(ZoneOffset.UTC);
        body.put("startsOn", today.toString());
        body.put("endsOn", today.plusYears(2).toString());
        var created = create(owner, "/partnerships", demo, body);
        var path = "/partnerships/" + created.body().path("id").asString();
        advance(path, created, "DRAFT", owner, "submit");
        advance(path, current("admin", path), "UNDER_REVIEW", "admin", "approve");
    }

    private void publish(String owner, String path, Answer created, String submitted) {
        advance(path, created, "DRAFT", owner, "submit");
        advance(path, current("admin", path), submitted, "admin", "publish");
    }

    private JsonNode withOrganization(JsonNode demo, String field) {
        var body = (tools.jackson.databind.node.ObjectNode) demo.path("body").deepCopy();
        return body.put(field, organizationIds.get(demo.path("organization").asString()));
    }

    /** Takes the step unless an interrupted load took it before. */
    private void advance(String path, Answer of, String from, String who, String step) {
        var now = of.status() == 200 ? of : current(who, path);
        var state = now.body()
                .path("status")
                .asString(now.body().path("registrationStatus").asString(""));
        if (state.equals(from)) {
            require(send(versioned(who, path + "/" + step, now.body()).POST(HttpRequest.BodyPublishers.noBody())));
        }
    }

    /** Gives it a picture unless it has one. */
    private void depict(String who, String path, String picture, byte[] png) {
        var now = current(who, path).body();
        if (now.has(picture)) {
            return;
        }
        var boundary = "demo";
        var body = new ByteArrayOutputStream();
        body.writeBytes(part("--" + boundary, "file\"; filename=\"demo.png", "image/png"));
        body.writeBytes(png);
        body.writeBytes(part("\r\n--" + boundary, "details", "application/json"));
        body.writeBytes(ALT.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        require(send(versioned(who, path + "/" + picture, now)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))));
    }

    private static byte[] part(String delimiter, String name, String type) {
        return (delimiter + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\nContent-Type: " + type
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private Answer current(String who, String path) {
        return require(send(request(who, path).GET()));
    }

    /** Repeats for a while what another service has yet to hear of. */
    private Answer create(String who, String path, JsonNode demo, JsonNode body) {
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

    private record Answer(URI address, int status, JsonNode body) {}

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

    private static JsonNode read() {
        try (var file = DemoData.class.getResourceAsStream("/demo-data.json")) {
            if (file == null) {
                throw new IllegalStateException("demo-data.json is part of this module");
            }
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
