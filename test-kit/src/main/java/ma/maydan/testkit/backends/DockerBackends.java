package ma.maydan.testkit.backends;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import ma.maydan.local.KafkaBroker;
import ma.maydan.local.LocalStackException;
import ma.maydan.local.Ports;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.utility.MountableFile;

/** The same backends from the official images; loaded only where a Docker engine was asked for. */
final class DockerBackends {
    private static final String MONGO_IMAGE = System.getProperty("maydan.image.mongodb", "mongo:8.0.17");
    private static final String KAFKA_IMAGE = System.getProperty("maydan.image.kafka", "apache/kafka:4.2.0");
    private static final String KEYCLOAK_IMAGE =
            System.getProperty("maydan.image.keycloak", "quay.io/keycloak/keycloak:26.7.3");
    private static final int KAFKA_PORT = 9092;
    private static final int KEYCLOAK_PORT = 8080;

    private DockerBackends() {}

    static String mongoUri() {
        MongoDBContainer mongo = new MongoDBContainer(MONGO_IMAGE);
        mongo.start();
        Runtime.getRuntime().addShutdownHook(new Thread(mongo::stop, "stop-mongodb"));
        return "mongodb://" + mongo.getHost() + ":" + mongo.getMappedPort(27017);
    }

    static KafkaBroker kafka() {
        int port = Ports.free();
        KafkaContainer container = new KafkaContainer(KAFKA_IMAGE)
                .withEnv("KAFKA_NUM_PARTITIONS", "6")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
                .withEnv("KAFKA_BROKER_SESSION_TIMEOUT_MS", "3000")
                .withCreateContainerCmdModifier(atPort(port, KAFKA_PORT));
        container.start();
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop, "stop-kafka"));
        return new DockerKafka(container, port);
    }

    static String keycloak() {
        int port = Ports.free();
        var url = "http://localhost:" + port;
        var source = Path.of(System.getProperty("maydan.root", "..")).resolve("keycloak");
        @SuppressWarnings("resource") // It ends with the JVM.
        var container = new GenericContainer<>(KEYCLOAK_IMAGE)
                .withCommand("start-dev", "--import-realm")
                .withEnv(TestBackends.REALM_VALUES)
                .withEnv("KC_HOSTNAME", url)
                .withEnv("KC_FEATURES_DISABLED", "organization")
                .withEnv("KC_BOOTSTRAP_ADMIN_USERNAME", "admin")
                .withEnv("KC_BOOTSTRAP_ADMIN_PASSWORD", "admin")
                .withCopyFileToContainer(
                        MountableFile.forHostPath(source.resolve("realm.json")),
                        "/opt/keycloak/data/import/maydan-realm.json")
                .withCopyFileToContainer(
                        MountableFile.forHostPath(source.resolve("themes/maydan")), "/opt/keycloak/themes/maydan")
                .withExposedPorts(KEYCLOAK_PORT)
                .withCreateContainerCmdModifier(atPort(port, KEYCLOAK_PORT))
                .waitingFor(Wait.forHttp("/realms/maydan").forPort(KEYCLOAK_PORT));
        container.start();
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop, "stop-keycloak"));
        return url;
    }

    /** A fixed port: one that Docker chooses would change when the container is started again. */
    private static Consumer<CreateContainerCmd> atPort(int port, int inside) {
        return command -> {
            HostConfig host = command.getHostConfig();
            if (host != null) {
                host.withPortBindings(new PortBinding(
                        com.github.dockerjava.api.model.Ports.Binding.bindPort(port), new ExposedPort(inside)));
            }
        };
    }

    private record DockerKafka(KafkaContainer container, int port) implements KafkaBroker {

        @Override
        public String bootstrapServers() {
            return container.getBootstrapServers().replaceFirst("^[A-Z_]+://", "");
        }

        @Override
        public void stop() {
            DockerClientFactory.lazyClient()
                    .stopContainerCmd(container.getContainerId())
                    .exec();
        }

        @Override
        public void kill() {
            DockerClientFactory.lazyClient()
                    .killContainerCmd(container.getContainerId())
                    .exec();
        }

        @Override
        public void start() {
            DockerClientFactory.lazyClient()
                    .startContainerCmd(container.getContainerId())
                    .exec();
            Instant end = Instant.now().plus(Duration.ofSeconds(60));
            while (!Ports.answers(port)) {
                if (Instant.now().isAfter(end)) {
                    throw new LocalStackException("The Kafka container did not come back within 60 s.");
                }
                try {
                    Thread.sleep(100);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new LocalStackException("Interrupted while the Kafka container was starting.", e);
                }
            }
        }
    }
}
