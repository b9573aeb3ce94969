package ma.maydan.starter.replica;

import static ma.maydan.starter.TestService.json;
import static ma.maydan.starter.TestService.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import ma.maydan.starter.TestService;
import ma.maydan.starter.thing.ThingListeners;
import org.bson.codecs.pojo.annotations.BsonId;
import org.junit.jupiter.api.Test;

/** Replicas that are built anew from the first event on. */
class RefillsIT {

    private static final String TOPIC = "maydan.things";

    /** As an older release kept it. */
    public record Older(@BsonId String id, long sequence) implements Replica {}

    /** Knows one thing more. */
    public record Newer(@BsonId String id, long sequence, String name) implements Replica {}

    @Test
    void aReplicaOfAnotherShapeIsFilledOnceAndBecomesWhatOneFromNothingWouldBe() {
        String id;
        try (var release = service()) {
            id = json(send(release.create("of old"))).path("id").asString();
            send(release.rename(id, "\"1\"", "of now"));
            var older = store(release, Older.class, 1);
            await().atMost(Duration.ofSeconds(30)).until(() -> seen(release, id) == 2);
            assertThat(older.apply(new Older(id, 2))).isEqualTo(new Older(id, 2));
        }
        try (var next = service("--spring.kafka.listener.auto-startup=false")) {
            // As its listener's store would, before it listens.
            store(next, Newer.class, 2);
        }
        try (var next = service()) {
            var newer = store(next, Newer.class, 2);
            assertThat(newer.find(id)).as("as good as absent").isEmpty();
            await().atMost(Duration.ofSeconds(30)).until(() -> seen(next, id) == 2);
            next.bean(ThingListeners.class)
                    .own(id)
                    .forEach(told -> newer.apply(new Newer(id, told.sequence(), told.name())));
            assertThat(newer.find(id)).contains(new Newer(id, 2, "of now"));
        }
        try (var again = service()) {
            var later = json(send(again.create("later"))).path("id").asString();
            await().atMost(Duration.ofSeconds(30)).until(() -> seen(again, later) == 1);
            assertThat(seen(again, id)).as("not filled twice").isZero();
        }
    }

    @Test
    void anOperatorAsksForIt() {
        try (var service = service()) {
            var id = json(send(service.create("asked"))).path("id").asString();
            await().atMost(Duration.ofSeconds(30)).until(() -> seen(service, id) == 1);
            var path = "/actuator/refills/" + TOPIC;

            assertThat(send(service.management(path).POST(BodyPublishers.noBody()))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(send(asOperator(service, "/actuator/refills/maydan.unknown"))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(send(asOperator(service, path)).statusCode()).isEqualTo(202);

            await().atMost(Duration.ofSeconds(60)).until(() -> seen(service, id) == 2);
            assertThat(send(service.request(path)).statusCode()).isEqualTo(404);
        }
    }

    private static HttpRequest.Builder asOperator(TestService service, String path) {
        return service.management(path)
                .header("X-Operator-Token", TestService.OPERATOR_TOKEN)
                .POST(BodyPublishers.noBody());
    }

    private static <T extends Record & Replica> ReplicaStore<T> store(TestService service, Class<T> type, int shape) {
        return new ReplicaStore<>(
                service.bean(MongoDatabase.class),
                "replicas_of_things",
                type,
                service.bean(Refills.class).of(TOPIC, shape));
    }

    private static int seen(TestService service, String id) {
        return service.bean(ThingListeners.class).own(id).size();
    }

    private static TestService service(String... more) {
        var arguments =
                new ArrayList<>(List.of("--spring.application.name=refilled", "--maydan.mongodb.database=refilled"));
        arguments.addAll(List.of(more));
        return new TestService(arguments.toArray(String[]::new));
    }
}
