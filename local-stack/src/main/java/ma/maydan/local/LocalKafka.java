package ma.maydan.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Apache Kafka's own broker and controller (KRaft, one node) in a JVM of its own. */
final class LocalKafka implements KafkaBroker, AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(15);

    private final Path data;
    private final Path log;
    private final int port;
    private final int controllerPort;
    private final Map<String, String> more;
    private final List<String> accounts;
    private @Nullable ChildProcess process;

    LocalKafka(Path data, Path log, int port, int controllerPort) {
        this(data, log, port, controllerPort, Map.of(), List.of());
    }

    /**
     * @param more settings, over those that a broker has here
     * @param accounts as {@code --add-scram} of Kafka's storage tool has them
     */
    LocalKafka(Path data, Path log, int port, int controllerPort, Map<String, String> more, List<String> accounts) {
        this.more = more;
        this.accounts = accounts;
        this.data = data.toAbsolutePath();
        this.log = log;
        this.port = port;
        this.controllerPort = controllerPort;
    }

    @Override
    public String bootstrapServers() {
        return "localhost:" + port;
    }

    @Override
    public synchronized void start() {
        ChildProcess started = launch();
        started.await(() -> Ports.answers(port), START);
    }

    /** Starts the process without waiting for it. */
    synchronized ChildProcess launch() {
        if (process != null && process.alive()) {
            throw new IllegalStateException("The broker runs already");
        }
        process = ChildProcess.start("kafka", command(writeSettings()), Map.of(), log);
        return process;
    }

    boolean ready() {
        return Ports.answers(port);
    }

    @Override
    public synchronized void stop() {
        if (process != null) {
            process.stop(STOP);
        }
    }

    @Override
    public synchronized void kill() {
        if (process != null) {
            process.kill();
        }
    }

    @Override
    public void close() {
        stop();
    }

    private List<String> command(Path settings) {
        List<String> command = new ArrayList<>(List.of(
                Layout.java(), "-Xms128m", "-Xmx320m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
        command.addAll(Archive.flags("kafka"));
        command.addAll(List.of(
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
                "-cp",
                Archive.classPath(),
                "ma.maydan.local.KafkaMain",
                settings.toString()));
        command.addAll(accounts);
        return command;
    }

    private Path writeSettings() {
        String text = settings().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("\n", "", "\n"));
        try {
            Path file = Layout.created(data).resolve("server.properties");
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT");
        settings.put("log.dirs", data.resolve("log").toString());
        settings.put("auto.create.topics.enable", "true");
        settings.put("num.partitions", "6");
        settings.put("default.replication.factor", "1");
        settings.put("min.insync.replicas", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "6");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "3");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        // A consumer group is alone here: waiting for others to join only delays the start.
        settings.put("group.initial.rebalance.delay.ms", "0");
        // The default needs 128 MB of heap and ends a small broker with OutOfMemoryError.
        settings.put("log.cleaner.dedupe.buffer.size", "2097152");
        // After a SIGKILL the controller takes the broker back within this time (default: 9 s).
        settings.put("broker.session.timeout.ms", "3000");
        settings.put("broker.heartbeat.interval.ms", "500");
        settings.put("controlled.shutdown.enable", "false");
        settings.put("auto.leader.rebalance.enable", "false");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "2");
        settings.put("num.recovery.threads.per.data.dir", "1");
        settings.put("log.index.size.max.bytes", "1048576");
        settings.putAll(more);
        return settings;
    }
}
