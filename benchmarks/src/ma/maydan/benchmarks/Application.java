package ma.maydan.benchmarks;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import ma.maydan.testkit.backends.TestBackends;
import ma.maydan.testkit.backends.TestTokens;

/** One of Maydan's applications in a process of its own, as it is deployed. */
final class Application implements AutoCloseable {

    private static final Path LOGS = Path.of(".maydan", "benchmarks");

    private final String name;
    private final int port;
    private final Process process;

    private Application(String name, int port, Process process) {
        this.name = name;
        this.port = port;
        this.process = process;
    }

    /** Starts it without waiting; see {@link #await}. */
    static Application start(String name, String mongodb, String database) throws IOException {
        return start(name, mongodb, database, Map.of());
    }

    /** The same, with more settings. */
    static Application start(String name, String mongodb, String database, Map<String, String> more)
            throws IOException {
        var module = name.equals("gateway") ? name : name + "-service";
        var port = freePort();
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-cp",
                String.join(File.pathSeparator, module + "/target/classes", module + "/target/lib/*"),
                "ma.maydan." + name + "." + Character.toUpperCase(name.charAt(0)) + name.substring(1) + "Application");
        Files.createDirectories(LOGS);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(LOGS.resolve(database + ".log").toFile());
        var settings = builder.environment();
        settings.put("SERVER_PORT", String.valueOf(port));
        settings.put("SERVER_ADDRESS", "127.0.0.1");
        settings.put("MANAGEMENT_SERVER_PORT", "0");
        settings.put("MONGODB_URI", mongodb);
        settings.put("MONGODB_DATABASE", database);
        settings.put("KAFKA_BOOTSTRAP_SERVERS", TestBackends.kafkaBootstrap());
        settings.put("OIDC_ISSUER", TestTokens.issuer());
        settings.put("GATEWAY_CLIENT_SECRET", "benchmark");
        settings.put("CLUSTER_ORGANIZATION_ID", World.id("organization", World.HOST));
        settings.putAll(more);
        var application = new Application(name, port, builder.start());
        Runtime.getRuntime().addShutdownHook(new Thread(application.process::destroyForcibly));
        return application;
    }

    Application await() throws IOException, InterruptedException {
        var end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new IllegalStateException(name + " ended; see its log in " + LOGS);
            }
            try (var socket = new Socket("127.0.0.1", port)) {
                return this;
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
        throw new IllegalStateException(name + " does not answer; see its log in " + LOGS);
    }

    int port() {
        return port;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
