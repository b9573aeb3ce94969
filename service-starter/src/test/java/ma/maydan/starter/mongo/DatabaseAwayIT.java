package ma.maydan.starter.mongo;

import static ma.maydan.starter.TestService.json;
import static ma.maydan.starter.TestService.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import ma.maydan.starter.TestService;
import ma.maydan.testkit.backends.TestTokens;
import org.junit.jupiter.api.Test;

class DatabaseAwayIT {

    @Test
    void whileTheDatabaseIsAwayEveryRequestIsAskedToComeAgain() throws Exception {
        var backend = new MemoryBackend();
        var server = new MongoServer(backend);
        var address = server.bind();
        try (var service = new TestService(
                "--spring.application.name=cut-off",
                "--maydan.mongodb.database=cut-off",
                "--maydan.mongodb.uri=mongodb://127.0.0.1:" + address.getPort() + "/?serverSelectionTimeoutMS=1000")) {
            var id = json(send(service.create("before"))).path("id").asString();

            server.shutdownNow();
            var asked = new ArrayList<CompletableFuture<HttpResponse<String>>>();
            for (var i = 0; i < 40; i++) {
                for (var request : List.<HttpRequest.Builder>of(
                        service.request("/api/v1/things"),
                        service.request("/api/v1/things/" + id),
                        service.create("meanwhile"),
                        service.rename(id, "\"1\"", "meanwhile"))) {
                    asked.add(CompletableFuture.supplyAsync(() -> send(request)));
                }
            }
            for (var answer : asked) {
                assertUnavailable(answer.get());
            }
            assertThat(send(service.request("/api/v1/things/mine")
                                    .header("Authorization", "Bearer " + TestTokens.person("someone")))
                            .statusCode())
                    .as("what needs no database")
                    .isEqualTo(200);

            var again = new MongoServer(new MemoryBackend());
            again.bind(new InetSocketAddress("127.0.0.1", address.getPort()));
            try {
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> send(service.create("after")).statusCode() == 201);
            } finally {
                again.shutdownNow();
            }
        }
    }

    private static void assertUnavailable(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(json(answer).path("code").asString()).isEqualTo("service-unavailable");
    }
}
