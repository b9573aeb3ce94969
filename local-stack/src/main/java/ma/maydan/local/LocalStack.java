package ma.maydan.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The whole portal on this machine, each part a process of its own on loopback. */
public final class LocalStack implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(120);
    private static final Duration STOP = Duration.ofSeconds(25);
    /** By how much an application's management port is higher than its own. */
    static final int MANAGEMENT = 1000;

    private final StackOptions options;
    private final Applications applications;
    private final Map<Part, ChildProcess> processes = new EnumMap<>(Part.class);
    private final BooleanSupplier cancelled;
    private volatile boolean closing;

    private LocalStack(StackOptions options, BooleanSupplier cancelled) {
        this.options = options;
        this.applications = new Applications(options);
        this.cancelled = cancelled;
    }

    /**
     * Starts every part and waits until all are ready.
     *
     * @throws LocalStackException when a part cannot start; nothing is left running
     */
    public static LocalStack start(StackOptions options) {
        return start(options, () -> false);
    }

    /** Gives up the start as soon as {@code cancelled} says so. */
    static LocalStack start(StackOptions options, BooleanSupplier cancelled) {
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
        return options.url(Part.named(title));
    }

    /** The password of Keycloak's own user {@code admin}. */
    public String keycloakAdminPassword() {
        return KeycloakServer.ADMIN_PASSWORD;
    }

    /** What the stack sets for an application at the default ports: the measure of the other forms of deployment. */
    public static Map<String, String> environment(String title) {
        var options = new StackOptions(Path.of(".maydan"), Map.of(), line -> {}, Map.of(), false);
        return new Applications(options).environment(Part.named(title));
    }

    /** Loads the demo data, unless it has been loaded. */
    public void loadDemoData() {
        new DemoData(
                        options.url(Part.GATEWAY),
                        options.url(Part.KEYCLOAK),
                        options.folder().resolve("data"))
                .loadOnce(options.progress());
    }

    public long pid(String title) {
        return process(Part.named(title)).pid();
    }

    public Path log(String title) {
        return options.folder().resolve("logs").resolve(Part.named(title).title + ".log");
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
        var above = new ArrayList<ChildProcess>();
        var base = new ArrayList<ChildProcess>();
        synchronized (processes) {
            processes.forEach((part, process) -> (part.isApplication() ? above : base).add(process));
        }
        stopAll(above);
        stopAll(base);
        if (options.temporary()) {
            Layout.delete(options.folder());
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
            for (var port : options.portsOf(part)) {
                if (!Ports.isFree(port)) {
                    throw new LocalStackException("Port %d (%s) is taken; stop what uses it, or set %s."
                            .formatted(port, part.title, part.portVariable()));
                }
            }
        }
        if (KeycloakServer.needsBuild()) {
            options.progress().accept("  keycloak is built for its first start, which takes half a minute …");
        }
        var began = System.nanoTime();
        // Keycloak takes longest and only people who sign in need it: the rest starts beside it.
        var keycloak = begin(Part.KEYCLOAK, began);
        CompletableFuture.allOf(begin(Part.MONGODB, began), begin(Part.KAFKA, began), begin(Part.MAIL, began))
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
        options.progress()
                .accept("  %-20s ready after %4.1f s   %s"
                        .formatted(part.title, (System.nanoTime() - began) / 1e9, options.url(part)));
    }

    private void launch(Part part) {
        launch(part, false);
    }

    private void launch(Part part, boolean fromSources) {
        var log = log(part.title);
        var data = options.folder().resolve("data");
        var process = switch (part) {
            case MONGODB ->
                ChildProcess.start(
                        part.title,
                        EmbeddedMongo.command(data.resolve("mongodb/maydan.mv"), options.port(part)),
                        Map.of(),
                        log);
            case KAFKA ->
                new LocalKafka(data.resolve("kafka"), log, options.port(part), options.port(part) + 1).launch();
            case KEYCLOAK ->
                new KeycloakServer(data.resolve("keycloak"), log, options.port(part))
                        .launch(Realm.local(Map.of(
                                "GATEWAY_CLIENT_SECRET",
                                Applications.CLIENT_SECRET,
                                "ACCOUNTS_CLIENT_SECRET",
                                Applications.ACCOUNTS_SECRET,
                                "GATEWAY_PUBLIC_URI",
                                options.url(Part.GATEWAY),
                                "SMTP_PORT",
                                Integer.toString(options.smtpPort()))));
            case MAIL ->
                ChildProcess.start(
                        part.title,
                        MailProcess.command(data.resolve("mail"), options.port(part), options.smtpPort()),
                        Map.of(),
                        log);
            default ->
                ChildProcess.start(
                        part.title,
                        Applications.command(part, fromSources),
                        applications.environment(part, fromSources),
                        log);
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
            case MONGODB, KAFKA, MAIL -> () -> Ports.answers(options.port(part));
            case KEYCLOAK ->
                new KeycloakServer(options.folder().resolve("data/keycloak"), log(part.title), options.port(part))
                        ::ready;
            default ->
                () -> answers("http://127.0.0.1:" + (options.port(part) + MANAGEMENT) + "/actuator/health/readiness");
        };
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
