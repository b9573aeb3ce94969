package ma.maydan.local;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import ma.maydan.local.mail.Mailbox;

/** What the applications stand on, for tests: each on free ports and in a temporary folder, gone with the JVM. */
public final class LocalBackends {

    private LocalBackends() {}

    /** The connection string of an empty database. */
    public static String mongoUri() {
        EmbeddedMongo mongo = EmbeddedMongo.inMemory();
        atExit("stop-mongodb", mongo::close);
        return mongo.uri();
    }

    /** A running broker. */
    public static KafkaBroker kafka() {
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

    /**
     * The address of a running Keycloak with the realm of production.
     *
     * @param realm what the realm asks its surroundings for
     */
    public static String keycloak(Map<String, String> realm) {
        var folder = Layout.temporary("keycloak");
        var server = new KeycloakServer(folder.resolve("home"), folder.resolve("keycloak.log"), Ports.free());
        var process = server.launch(Realm.production(realm));
        atExit("stop-keycloak", () -> {
            process.kill();
            Layout.delete(folder);
        });
        process.await(server::ready, Duration.ofSeconds(120));
        return server.url();
    }

    /** An open mailbox. */
    public static Mailbox mailbox() {
        var folder = Layout.temporary("mail");
        var opened = new Mailbox(folder, 0, 0);
        atExit("stop-mail", () -> {
            opened.close();
            Layout.delete(folder);
        });
        return opened;
    }

    private static void atExit(String name, Runnable action) {
        Runtime.getRuntime().addShutdownHook(new Thread(action, name));
    }
}
