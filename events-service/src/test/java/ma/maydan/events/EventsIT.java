package ma.maydan.events;

import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ma.maydan.events.organization.OrganizationReplicas;
import ma.maydan.local.TestBackends;
import ma.maydan.local.TestTokens;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service over HTTP, with a real broker, the MongoDB contract and signed tokens; one for all its tests. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
public abstract class EventsIT {

    protected static final String ADMIN = TestTokens.person("admin", "mnc-admin");
    protected static final String OFFICER = TestTokens.person("officer", "mnc-officer");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private JsonMapper json;

    @Autowired
    private KafkaTemplate<String, byte[]> kafka;

    @Autowired
    private OrganizationReplicas organizations;

    @Autowired
    protected MongoDatabase database;

    @DynamicPropertySource
    static void backends(DynamicPropertyRegistry properties) {
        properties.add("MONGODB_URI", TestBackends::mongoUri);
        properties.add("KAFKA_BOOTSTRAP_SERVERS", TestBackends::kafkaBootstrap);
        properties.add("OIDC_ISSUER", TestTokens::issuer);
    }

    /** An answer of the service. */
    public record Answer(int status, HttpResponse<String> response, JsonNode body) {

        public String text(String field) {
            return body.path(field).asString("");
        }

        public @Nullable String eTag() {
            return response.headers().firstValue("ETag").orElse(null);
        }
    }

    protected Answer get(@Nullable String token, String path) {
        return send(request(token, path).GET());
    }

    protected Answer post(@Nullable String token, String path, String body) {
        return post(token, path, body, UUID.randomUUID().toString());
    }

    protected Answer post(@Nullable String token, String path, String body, String key) {
        return send(request(token, path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A transition of what an answer showed. */
    protected Answer transition(String token, Answer of, String path, String body) {
        return send(request(token, path)
                .header("Content-Type", "application/json")
                .header("If-Match", String.valueOf(of.eTag()))
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    protected HttpRequest.Builder request(@Nullable String token, String path) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
                .timeout(Duration.ofSeconds(60));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    protected Answer send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(
                    response.statusCode(),
                    response,
                    json.readTree(response.body().isEmpty() ? "{}" : response.body()));
        } catch (InterruptedException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tells the service of an organization, as the register does, and waits until it knows. */
    protected void organization(String id, long sequence, String status, String owner, boolean partner) {
        var data =
                "{\"id\":\"%s\",\"legalName\":{\"fr\":\"Org %s\"},\"kinds\":[\"INCUBATOR\"],\"registrationStatus\":\"%s\",\"partner\":%s,\"members\":[{\"personId\":\"%s\",\"role\":\"OWNER\"}]}"
                        .formatted(id, id, status, partner, owner);
        var message =
                new ProducerRecord<String, byte[]>("maydan.organizations", id, data.getBytes(StandardCharsets.UTF_8));
        for (var header : List.of(
                List.of("ce_specversion", "1.0"),
                List.of("ce_id", UUID.randomUUID().toString()),
                List.of("ce_type", "ma.maydan.organization.updated.v1"),
                List.of("ce_subject", id),
                List.of("ce_sequence", Long.toString(sequence)))) {
            message.headers().add(header.get(0), header.get(1).getBytes(StandardCharsets.UTF_8));
        }
        kafka.send(message).join();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> organizations
                        .find(id)
                        .filter(known -> known.sequence() >= sequence)
                        .isPresent());
    }

    protected static String eventBody(String host, int capacity) {
        var start = LocalDateTime.now(java.time.ZoneOffset.UTC)
                .plusDays(10)
                .withNano(0)
                .withSecond(0);
        return """
                {"hostOrganizationId":"%s","title":{"ar":"ورشة","fr":"Atelier","en":"Workshop"},"kind":"WORKSHOP",
                 "format":"IN_PERSON","startsAtLocal":"%s","endsAtLocal":"%s","zone":"Africa/Casablanca",
                 "venue":{"fr":"Technopark"},"capacity":%d}
                """.formatted(host, start, start.plusHours(2), capacity);
    }

    /** A published event of a new organization of {@code owner}. */
    protected Answer publishedEvent(String owner, int capacity) {
        var host = UUID.randomUUID().toString();
        organization(host, 1, "VERIFIED", owner, false);
        var token = TestTokens.person(owner);
        var draft = post(token, "/events", eventBody(host, capacity));
        var path = "/events/" + draft.text("id");
        var submitted = transition(token, draft, path + "/submit", "");
        return transition(OFFICER, submitted, path + "/publish", "");
    }

    protected static <T> List<T> inParallel(int count, java.util.function.IntFunction<T> task) {
        try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<java.util.concurrent.Future<T>>();
            for (int i = 0; i < count; i++) {
                var number = i;
                futures.add(threads.submit(() -> task.apply(number)));
            }
            var results = new ArrayList<T>();
            for (var future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
