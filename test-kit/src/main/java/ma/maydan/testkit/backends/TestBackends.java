package ma.maydan.testkit.backends;

import java.util.Map;
import ma.maydan.local.KafkaBroker;
import ma.maydan.local.LocalBackends;
import ma.maydan.local.mail.Mailbox;
import org.jspecify.annotations.Nullable;

/**
 * The database, the broker, the Keycloak and the mailbox of the integration tests: each started at the first call, on
 * free ports, once per test JVM, and gone with it. With {@code -Dmaydan.backends=docker} they come from their official
 * images by Testcontainers, else from the local stack; the mailbox always does. {@code -Dmaydan.mongodb=URI} names a
 * MongoDB that runs already.
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
            var running = System.getProperty("maydan.mongodb");
            mongoUri = running != null ? running : docker() ? DockerBackends.mongoUri() : LocalBackends.mongoUri();
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
            kafka = docker() ? DockerBackends.kafka() : LocalBackends.kafka();
        }
        return kafka;
    }

    /**
     * The address of a Keycloak with the realm of production, {@code keycloak/realm.json} and nothing more, for a gateway
     * at {@code https://maydan.example}. Its own administrator is {@code admin} with the password {@code admin}.
     */
    public static synchronized String keycloak() {
        if (keycloak == null) {
            keycloak = docker() ? DockerBackends.keycloak() : LocalBackends.keycloak(REALM_VALUES);
        }
        return keycloak;
    }

    /** A mailbox that is away, slow and back when a test asks for it; whoever does brings it back. */
    public static synchronized Mailbox mailbox() {
        if (mailbox == null) {
            mailbox = LocalBackends.mailbox();
        }
        return mailbox;
    }
}
