package ma.maydan.local;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import ma.maydan.local.mail.Mailbox;
import org.jspecify.annotations.Nullable;

/**
 * The database, the broker, the Keycloak and the mailbox of the integration tests: each started at the first call, on
 * free ports, once per test JVM, and gone with it. With {@code -Dmaydan.backends=docker} they come from their official
 * images by Testcontainers, else from the local stack; the mailbox always does.
 *
 * <p>Tests that want to be alone choose a database name or topics of their own.
 */
public final class TestBackends {
    private static @Nullable String mongoUri;
    private static @Nullable KafkaBroker kafka;
    private static @Nullable String keycloak;
    private static @Nullable Mailbox mailbox;

    /** What the realm of production asks its surroundings for. */
    static final Map<String, String> REALM_VALUES = Map.of(
            "GATEWAY_CLIENT_SECRET", "test-gateway-secret",
            "ACCOUNTS_CLIENT_SECRET", "test-accounts-secret",
            "GATEWAY_PUBLIC_URI", "https://maydan.example",
            "SMTP_HOST", "localhost",
            "SMTP_PORT", "25",
            "MAIL_FROM", "maydan@maydan.example");

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

    /**
     * The address of a Keycloak with the realm of production, {@code keycloak/realm.json} and nothing more, for a gateway
     * at {@code https://maydan.example}. Its own administrator is {@code admin} with the password {@code admin}.
     */
    public static synchronized String keycloak() {
        if (keycloak == null) {
            keycloak = docker() ? DockerBackends.keycloak() : localKeycloak();
        }
        return keycloak;
    }

    private static String localKeycloak() {
        var folder = Layout.temporary("keycloak");
        var server = new KeycloakServer(folder.resolve("home"), folder.resolve("keycloak.log"), Ports.free());
        var process = server.launch(Realm.production(REALM_VALUES));
        atExit("stop-keycloak", () -> {
            process.kill();
            Layout.delete(folder);
        });
        process.await(server::ready, Duration.ofSeconds(120));
        return server.url();
    }

    private static KafkaBroker localKafka() {
        var folder = Layout.temporary("kafka");
        LocalKafka broker = new LocalKafka(
                folder.resolve("data"),
                folder.resolve("kafka.log"),
                Ports.free(),
                Ports.free(),
                // Tests wait for what is cleaned.
                Map.of("log.cleaner.backoff.ms", "500"),
                List.of());
        atExit("stop-kafka", () -> {
            broker.kill();
            Layout.delete(folder);
        });
        broker.start();
        return broker;
    }

    /** A mailbox that is away, slow and back when a test asks for it; whoever does brings it back. */
    public static synchronized Mailbox mailbox() {
        if (mailbox == null) {
            var folder = Layout.temporary("mail");
            var opened = new Mailbox(folder, 0, 0);
            atExit("stop-mail", () -> {
                opened.close();
                Layout.delete(folder);
            });
            mailbox = opened;
        }
        return mailbox;
    }

    private static void atExit(String name, Runnable action) {
        Runtime.getRuntime().addShutdownHook(new Thread(action, name));
    }
}
