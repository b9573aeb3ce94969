package ma.maydan.local;

import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The whole portal on this machine, each part a process of its own on loopback. */
public final class LocalStack implements AutoCloseable {

    /** The gateway, and scripts on this machine. */
    private static final String FRONT_ENDS = "maydan-gateway,maydan-cli";

    private static final Duration START = Duration.ofSeconds(120);
    private static final Duration STOP = Duration.ofSeconds(25);
    private static final int MANAGEMENT = 1000;
    /** For the dead letters, at the management ports. */
    private static final String OPERATOR_TOKEN = "local-operator-token";

    private static final String CLIENT_SECRET = "local-gateway-secret";
    private static final String CLUSTER = "00000000-0000-4000-9000-000000000001";

    private final Options options;
    private final Map<Part, ChildProcess> processes = new EnumMap<>(Part.class);
    private final BooleanSupplier cancelled;
    private volatile boolean closing;

    private LocalStack(Options options, BooleanSupplier cancelled) {
        this.options = options;
        this.cancelled = cancelled;
    }

    /**
     * Where the stack lives.
     *
     * @param folder its data, logs and process ids
     * @param ports of every part; an application's management port is 1000 higher
     * @param progress is told a line for each part
     * @param environment set for the applications, over what the stack sets
     */
    public record Options(
            Path folder,
            Map<String, Integer> ports,
            Consumer<String> progress,
            Map<String, String> environment,
            boolean temporary) {

        /** Free ports, and a folder that goes with the stack. */
        public static Options forTests() {
            var ports = new HashMap<String, Integer>();
            for (var part : Part.values()) {
                ports.put(part.title, freePair(ports));
            }
            return new Options(
                    Layout.temporary("stack"),
                    ports,
                    System.out::println,
                    Map.of(
                            "RATE_LIMIT_ANONYMOUS_PER_MINUTE", "100000",
                            "RATE_LIMIT_CLIENT_PER_MINUTE", "100000",
                            "MAX_UNVERIFIED_ORGANIZATIONS", "1000",
                            "MAX_DRAFTS", "1000",
                            "OIDC_FRONT_ENDS", FRONT_ENDS + ",short-lived,system-tests"),
                    true);
        }

        /** {@code .maydan/} of the repository, and the ports of the environment or their defaults. */
        static Options ofWorkingCopy(Consumer<String> progress) {
            var ports = new HashMap<String, Integer>();
            for (var part : Part.values()) {
                ports.put(part.title, port(part));
            }
            return new Options(Layout.root().resolve(".maydan"), ports, progress, Map.of(), false);
        }

        private static int port(Part part) {
            var given = System.getenv(part.portVariable());
            if (given == null || given.isBlank()) {
                return part.defaultPort;
            }
            try {
                var port = Integer.parseInt(given.strip());
                if (port > 0 && port + MANAGEMENT < 65536) {
                    return port;
                }
            } catch (NumberFormatException e) {
                throw new LocalStackException(part.portVariable() + " must be a port number, and is “" + given + "”.");
            }
            throw new LocalStackException(part.portVariable() + " must be between 1 and 64535, and is " + given + ".");
        }

        private static int freePair(Map<String, Integer> taken) {
            while (true) {
                var port = 20_000
                        + java.util.concurrent.ThreadLocalRandom.current().nextInt(9_000);
                if (taken.values().stream()
                                .noneMatch(other -> Math.abs(other - port) <= 1
                                        || Math.abs(Math.abs(other - port) - MANAGEMENT) <= 1)
                        && Ports.isFree(port)
                        && Ports.isFree(port + 1)
                        && Ports.isFree(port + MANAGEMENT)) {
                    return port;
                }
            }
        }
    }

    /**
     * Starts every part and waits until all are ready.
     *
     * @throws LocalStackException when a part cannot start; nothing is left running
     */
    public static LocalStack start(Options options) {
        return start(options, () -> false);
    }

    /** Gives up the start as soon as {@code cancelled} says so. */
    static LocalStack start(Options options, BooleanSupplier cancelled) {
        var stack = new LocalStack(options, cancelled);
        try {
            stack.startAll();
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e instanceof CompletionException wrapped && wrapped.getCause() instanceof RuntimeException cause
                    ? cause
                    : e;
        }
    }

    /** The address of a part: of MongoDB its connection string, of Kafka host and port, else an http URL. */
    public String url(String title) {
        var part = Part.named(title);
        return switch (part) {
            case MONGODB -> "mongodb://localhost:" + port(part);
            case KAFKA -> "localhost:" + port(part);
            default -> "http://localhost:" + port(part);
        };
    }

    /** The password of Keycloak's own user {@code admin}. */
    public String keycloakAdminPassword() {
        return KeycloakServer.ADMIN_PASSWORD;
    }

    /** What the stack sets for an application at the default ports: the measure of the other forms of deployment. */
    public static Map<String, String> environment(String title) {
        var options = new Options(Path.of(".maydan"), Map.of(), line -> {}, Map.of(), false);
        return new LocalStack(options, () -> false).environment(Part.named(title));
    }

    /** Loads the demo data, unless it has been loaded. */
    public void loadDemoData() {
        new DemoData(url(Part.GATEWAY.title), url(Part.KEYCLOAK.title), options.folder.resolve("data"))
                .loadOnce(options.progress);
    }

    public long pid(String title) {
        return process(Part.named(title)).pid();
    }

    public Path log(String title) {
        return options.folder.resolve("logs").resolve(Part.named(title).title + ".log");
    }

    /** SIGKILL. */
    public void kill(String title) {
        process(Part.named(title)).kill();
    }

    /** Starts a part that was killed, and waits until it is ready. */
    public void start(String title) {
        var part = Part.named(title);
        launch(part);
        await(part);
    }

    /**
     * Stops an application and starts it as it is built now, waiting until it is ready.
     *
     * @param fromSources with its compiled classes, and its templates, texts and styles as the source tree has them at
     *     each request
     */
    void restart(Part part, boolean fromSources) {
        process(part).stop(STOP);
        launch(part, fromSources);
        await(part);
    }

    /** The first part that has ended by itself, in one sentence; null while all run. */
    @Nullable
    String died() {
        synchronized (processes) {
            return closing
                    ? null
                    : processes.values().stream()
                            .filter(process -> !process.alive())
                            .findFirst()
                            .map(ChildProcess::died)
                            .orElse(null);
        }
    }

    /** Asks the applications to end, then what they stand on, and waits. */
    @Override
    public void close() {
        closing = true;
        var applications = new ArrayList<ChildProcess>();
        var base = new ArrayList<ChildProcess>();
        synchronized (processes) {
            processes.forEach((part, process) -> (part.isApplication() ? applications : base).add(process));
        }
        stopAll(applications);
        stopAll(base);
        if (options.temporary) {
            Layout.delete(options.folder);
        }
    }

    private static void stopAll(List<ChildProcess> some) {
        CompletableFuture.allOf(some.stream()
                        .map(process ->
                                CompletableFuture.runAsync(() -> process.stop(STOP), Thread::startVirtualThread))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private void startAll() {
        for (var part : Part.values()) {
            for (var port : ports(part)) {
                if (!Ports.isFree(port)) {
                    throw new LocalStackException("Port %d (%s) is taken; stop what uses it, or set %s."
                            .formatted(port, part.title, part.portVariable()));
                }
            }
        }
        if (KeycloakServer.needsBuild()) {
            options.progress.accept("  keycloak is built for its first start, which takes half a minute …");
        }
        var began = System.nanoTime();
        // Keycloak takes longest and only people who sign in need it: the rest starts beside it.
        var keycloak = begin(Part.KEYCLOAK, began);
        CompletableFuture.allOf(begin(Part.MONGODB, began), begin(Part.KAFKA, began))
                .join();
        for (var part : Part.values()) {
            if (part.isApplication()) {
                launch(part);
            }
        }
        for (var part : Part.values()) {
            if (part.isApplication()) {
                await(part);
                report(part, began);
            }
        }
        keycloak.join();
    }

    private CompletableFuture<Void> begin(Part part, long began) {
        return CompletableFuture.runAsync(
                () -> {
                    launch(part);
                    await(part);
                    report(part, began);
                },
                Thread::startVirtualThread);
    }

    private void report(Part part, long began) {
        options.progress.accept("  %-20s ready after %4.1f s   %s"
                .formatted(part.title, (System.nanoTime() - began) / 1e9, url(part.title)));
    }

    private void launch(Part part) {
        launch(part, false);
    }

    private void launch(Part part, boolean fromSources) {
        var log = log(part.title);
        var data = options.folder.resolve("data");
        var process = switch (part) {
            case MONGODB ->
                ChildProcess.start(
                        part.title,
                        EmbeddedMongo.command(data.resolve("mongodb/maydan.mv"), port(part)),
                        Map.of(),
                        log);
            case KAFKA -> new LocalKafka(data.resolve("kafka"), log, port(part), controllerPort()).launch();
            case KEYCLOAK ->
                new KeycloakServer(data.resolve("keycloak"), log, port(part))
                        .launch(Realm.local(Map.of(
                                "GATEWAY_CLIENT_SECRET",
                                CLIENT_SECRET,
                                "GATEWAY_PUBLIC_URI",
                                url(Part.GATEWAY.title))));
            default -> ChildProcess.start(part.title, command(part, fromSources), environment(part, fromSources), log);
        };
        synchronized (processes) {
            processes.put(part, process);
        }
    }

    private void await(Part part) {
        var ready = ready(part);
        process(part)
                .await(
                        () -> {
                            if (cancelled.getAsBoolean()) {
                                throw new LocalStackException("The start was stopped.");
                            }
                            return ready.getAsBoolean();
                        },
                        START);
    }

    private BooleanSupplier ready(Part part) {
        return switch (part) {
            case MONGODB, KAFKA -> () -> Ports.answers(port(part));
            case KEYCLOAK ->
                new KeycloakServer(options.folder.resolve("data/keycloak"), log(part.title), port(part))::ready;
            default -> () -> answers("http://127.0.0.1:" + (port(part) + MANAGEMENT) + "/actuator/health/readiness");
        };
    }

    private static List<String> command(Part part, boolean fromSources) {
        var module = Layout.root().resolve(part.title);
        var target = module.resolve("target");
        var jar = target.resolve(part.title + "-0.1.0-SNAPSHOT.jar");
        if (!Files.exists(jar)) {
            throw new LocalStackException(part.title + " is not built; run ./mvnw package -DskipTests.");
        }
        var own = fromSources ? List.of(module.resolve("src/main/resources"), target.resolve("classes")) : List.of(jar);
        var classPath = Stream.concat(own.stream(), Stream.of(target.resolve("lib") + "/*"))
                .map(Object::toString)
                .collect(Collectors.joining(File.pathSeparator));
        var command = new ArrayList<String>(List.of(
                Layout.java(),
                "-Xms64m",
                part == Part.GATEWAY ? "-Xmx512m" : "-Xmx320m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(javaOptions());
        if (!fromSources) {
            command.addAll(Archive.flags(part.title));
        }
        command.addAll(List.of("-cp", classPath, part.mainClass));
        return command;
    }

    /** What starts fastest, unless the environment asks for something else: for benchmarks, what runs fastest. */
    private static List<String> javaOptions() {
        var given = System.getenv("MAYDAN_JAVA_OPTIONS");
        return given == null || given.isBlank()
                ? List.of("-XX:TieredStopAtLevel=1")
                : List.of(given.strip().split("\\s+"));
    }

    private Map<String, String> environment(Part part, boolean fromSources) {
        var environment = environment(part);
        if (fromSources) {
            environment.put("SPRING_THYMELEAF_CACHE", "false");
        }
        return environment;
    }

    private Map<String, String> environment(Part part) {
        var environment = new HashMap<>(Map.of(
                "SERVER_PORT", Integer.toString(port(part)),
                "SERVER_ADDRESS", "127.0.0.1",
                "MANAGEMENT_SERVER_PORT", Integer.toString(port(part) + MANAGEMENT),
                "MANAGEMENT_SERVER_ADDRESS", "127.0.0.1",
                "MONGODB_URI", url(Part.MONGODB.title),
                "KAFKA_BOOTSTRAP_SERVERS", url(Part.KAFKA.title),
                "OIDC_ISSUER", url(Part.KEYCLOAK.title) + "/realms/maydan"));
        environment.putAll(Map.of(
                "OIDC_FRONT_ENDS", FRONT_ENDS,
                "OPERATOR_TOKEN", OPERATOR_TOKEN,
                "EVENTS_URI", url(Part.EVENTS.title),
                "INCUBATORS_URI", url(Part.INCUBATORS.title),
                "PARTNERS_URI", url(Part.PARTNERS.title),
                "PORTAL_URI", url(Part.PORTAL.title),
                "CLUSTER_ORGANIZATION_ID", CLUSTER,
                "GATEWAY_CLIENT_SECRET", CLIENT_SECRET,
                "GATEWAY_PUBLIC_URI", url(Part.GATEWAY.title)));
        environment.putAll(options.environment);
        return environment;
    }

    private List<Integer> ports(Part part) {
        return switch (part) {
            case KAFKA -> List.of(port(part), controllerPort());
            case MONGODB, KEYCLOAK -> List.of(port(part));
            default -> List.of(port(part), port(part) + MANAGEMENT);
        };
    }

    private int port(Part part) {
        return options.ports.getOrDefault(part.title, part.defaultPort);
    }

    private int controllerPort() {
        return port(Part.KAFKA) + 1;
    }

    private ChildProcess process(Part part) {
        synchronized (processes) {
            var process = processes.get(part);
            if (process == null) {
                throw new IllegalStateException(part.title + " was never started");
            }
            return process;
        }
    }

    private static boolean answers(String url) {
        try {
            var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(500);
            connection.setReadTimeout(2_000);
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
