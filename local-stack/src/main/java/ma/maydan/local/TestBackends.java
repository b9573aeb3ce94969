package ma.maydan.local;

import org.jspecify.annotations.Nullable;

/**
 * The database and the broker of the integration tests: started at the first call, on free ports, once per test JVM,
 * and gone with it. With {@code -Dmaydan.backends=docker} both come from their official images by Testcontainers,
 * else from the local stack.
 *
 * <p>Tests that want to be alone choose a database name or topics of their own.
 */
public final class TestBackends {
    private static @Nullable String mongoUri;
    private static @Nullable KafkaBroker kafka;

    private TestBackends() {}

    /** Whether the backends are containers. */
    public static boolean docker() {
        return "docker".equals(System.getProperty("maydan.backends"));
    }

    /** The connection string of an empty MongoDB, without a database. */
    public static synchronized String mongoUri() {
        if (mongoUri == null) {
            if (docker()) {
                mongoUri = DockerBackends.mongoUri();
            } else {
                EmbeddedMongo mongo = EmbeddedMongo.inMemory();
                atExit("stop-mongodb", mongo::close);
                mongoUri = mongo.uri();
            }
        }
        return mongoUri;
    }

    /** Host and port of the broker, which creates a topic of six partitions at its first use. */
    public static String kafkaBootstrap() {
        return kafka().bootstrapServers();
    }

    /** The broker, for tests that take it away. Whoever does brings it back with {@link KafkaBroker#start()}. */
    public static synchronized KafkaBroker kafka() {
        if (kafka == null) {
            kafka = docker() ? DockerBackends.kafka() : localKafka();
        }
        return kafka;
    }

    private static KafkaBroker localKafka() {
        var folder = Layout.temporary("kafka");
        LocalKafka broker =
                new LocalKafka(folder.resolve("data"), folder.resolve("kafka.log"), Ports.free(), Ports.free());
        atExit("stop-kafka", () -> {
            broker.kill();
            Layout.delete(folder);
        });
        broker.start();
        return broker;
    }

    private static void atExit(String name, Runnable action) {
        Runtime.getRuntime().addShutdownHook(new Thread(action, name));
    }
}
