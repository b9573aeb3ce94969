package ma.maydan.starter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoSocketReadTimeoutException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class IndexBuildsIT {

    private static final int PATIENCE_MILLIS = 300;
    private static final Duration BUILD = Duration.ofMillis(1_200);

    @Test
    void anIndexTakesLongerThanTheDriverWaitsForOtherAnswers() throws Exception {
        var server = new MongoServer(new MemoryBackend());
        var address = server.bind();
        try (var slow = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> buildSlowly(slow, address));
            try (var client = MongoClients.create("mongodb://127.0.0.1:" + slow.getLocalPort()
                    + "/?retryWrites=false&socketTimeoutMS=" + PATIENCE_MILLIS)) {
                MongoCollection<Document> things = client.getDatabase("slow").getCollection("things");
                things.insertOne(new Document("name", "one"));

                assertThatThrownBy(() -> things.createIndex(Indexes.ascending("name")))
                        .isInstanceOf(MongoSocketReadTimeoutException.class);
                assertThat(IndexBuilds.on(things).createIndex(Indexes.ascending("other")))
                        .isEqualTo("other_1");
            }
        } finally {
            server.shutdownNow();
        }
    }

    /** Passes on what is said, and keeps a request for an index waiting first. */
    private static void buildSlowly(ServerSocket door, InetSocketAddress server) {
        while (!door.isClosed()) {
            try {
                var caller = door.accept();
                var behind = new Socket(server.getAddress(), server.getPort());
                Thread.ofVirtual().start(() -> pass(caller, behind));
                Thread.ofVirtual().start(() -> pass(behind, caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            var buffer = new byte[65_536];
            InputStream in = from.getInputStream();
            for (var read = in.read(buffer); read > 0; read = in.read(buffer)) {
                if (new String(buffer, 0, read, StandardCharsets.ISO_8859_1).contains("createIndexes")) {
                    Thread.sleep(BUILD);
                }
                to.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException | InterruptedException ended) {
            // Both sides are closed.
        }
    }
}
