package ma.maydan.local;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.h2.mvstore.MVStore;

/**
 * A server that speaks MongoDB's wire protocol, for machines without MongoDB. It holds the part of MongoDB that the
 * services use (ADR 0004) and up to about 10,000 documents a collection at a fair speed.
 *
 * <p>In the file mode a commit reaches the file within some milliseconds, and all of them before it ends in order; only
 * a SIGKILL of this server itself can lose the last few writes.
 */
public final class EmbeddedMongo implements AutoCloseable {
    private static final int COMMIT_DELAY_MILLIS = 5;
    private static final int CACHE_MEGABYTES = 128;

    private final MongoServer server;
    private final int port;

    private EmbeddedMongo(MongoBackend backend, int port) {
        this.server = new MongoServer(backend);
        server.bind("127.0.0.1", port);
        this.port = port;
    }

    /** A server in this JVM whose data is gone when it closes. */
    public static EmbeddedMongo inMemory() {
        return new EmbeddedMongo(new MemoryBackend(), Ports.free());
    }

    /** A server in this JVM that keeps its data in the file. */
    static EmbeddedMongo onFile(Path file, int port) {
        Layout.created(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        MVStore store = new MVStore.Builder()
                .fileName(file.toString())
                .cacheSize(CACHE_MEGABYTES)
                .open();
        store.setAutoCommitDelay(COMMIT_DELAY_MILLIS);
        return new EmbeddedMongo(new H2Backend(store), port);
    }

    /** The connection string, without a database. */
    public String uri() {
        return "mongodb://localhost:" + port;
    }

    @Override
    public void close() {
        server.shutdown();
    }

    /** The command that runs this server in a JVM of its own. */
    static List<String> command(Path file, int port) {
        List<String> command = new ArrayList<>(List.of(
                Layout.java(), "-Xms96m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
        command.addAll(Archive.flags("mongodb"));
        command.addAll(List.of(
                "-cp", Archive.classPath(), EmbeddedMongo.class.getName(), file.toString(), Integer.toString(port)));
        return command;
    }

    /** Arguments: the file, the port. Runs until it is asked to end or its parent is gone. */
    public static void main(String[] args) {
        EmbeddedMongo mongo = onFile(Path.of(args[0]), Integer.parseInt(args[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(mongo::close, "close-mongodb"));
        ParentWatch.begin();
        System.out.println("Ready on " + mongo.uri());
        while (true) {
            LockSupport.park();
        }
    }
}
