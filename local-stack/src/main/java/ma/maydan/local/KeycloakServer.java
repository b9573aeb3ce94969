package ma.maydan.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Keycloak's own server in a JVM of its own, with its data in a folder. Its distribution is unpacked and built once into
 * the cache and shared by all.
 */
final class KeycloakServer {

    /** The administrator of Keycloak itself, on one's own machine. */
    static final String ADMIN = "admin";

    static final String ADMIN_PASSWORD = "admin";

    private static final Duration BUILD = Duration.ofMinutes(5);

    private final Path home;
    private final Path log;
    private final int port;

    KeycloakServer(Path data, Path log, int port) {
        this.home = data.toAbsolutePath();
        this.log = log;
        this.port = port;
    }

    String url() {
        return "http://localhost:" + port;
    }

    /** Starts the process without waiting for it; the first time it brings the realm in, which is JSON. */
    ChildProcess launch(String realm) {
        var distribution = built();
        for (var folder : List.of("conf", "providers")) {
            Layout.created(home.resolve(folder));
        }
        linkTo(distribution.resolve("lib"), home.resolve("lib"));
        // Compressed copies of the pages' styles, which would outlive a change of them.
        Layout.delete(home.resolve("data/tmp"));
        linkTo(Layout.root().resolve("keycloak/themes"), home.resolve("themes"));
        write(realm, Layout.created(home.resolve("data/import")).resolve("maydan-realm.json"));
        return ChildProcess.start(
                "keycloak",
                command(distribution, "start", "--optimized", "--import-realm"),
                Map.of(
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        ADMIN,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        ADMIN_PASSWORD,
                        "KC_HOSTNAME",
                        url(),
                        "KC_HTTP_ENABLED",
                        "true",
                        "KC_HTTP_HOST",
                        "127.0.0.1",
                        "KC_HTTP_PORT",
                        Integer.toString(port),
                        // Without one of a cluster, which would listen for other nodes at every address.
                        "KC_CACHE",
                        "local",
                        "KC_DB_URL",
                        "jdbc:h2:file:" + home.resolve("data/h2/keycloakdb")
                                + ";NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE",
                        "KC_LOG_LEVEL",
                        "warn"),
                log);
    }

    boolean ready() {
        try {
            var connection = (HttpURLConnection) URI.create(url() + "/realms/maydan/.well-known/openid-configuration")
                    .toURL()
                    .openConnection();
            connection.setConnectTimeout(500);
            connection.setReadTimeout(5_000);
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static void write(String text, Path file) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keycloak looks in its home for what was built, and for our pages. */
    private static void linkTo(Path target, Path link) {
        try {
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the build is still to come, which takes half a minute. */
    static boolean needsBuild() {
        return !Files.exists(marker(distribution()));
    }

    private Path built() {
        var distribution = distribution();
        if (!Files.isDirectory(distribution)) {
            throw new LocalStackException("Keycloak is not unpacked; run ./mvnw package -pl local-stack.");
        }
        build(distribution, log);
        return distribution;
    }

    /** Once, whoever else wants it meanwhile, here or in another process. */
    private static synchronized void build(Path distribution, Path log) {
        try (var door = FileChannel.open(
                        distribution.resolve("maydan-build"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var alone = door.lock()) {
            if (Files.exists(marker(distribution))) {
                return;
            }
            ChildProcess build = ChildProcess.start(
                    "keycloak-build",
                    command(
                            distribution,
                            distribution,
                            "build",
                            "--db=dev-file",
                            "--health-enabled=false",
                            "--features-disabled=organization"),
                    Map.of(),
                    log.resolveSibling("keycloak-build.log"));
            if (build.exitCode(BUILD) != 0) {
                throw new LocalStackException(build.died());
            }
            Files.createFile(marker(distribution));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path distribution() {
        try (var folders = Files.list(Layout.cache())) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith("keycloak-"))
                    .max(java.util.Comparator.naturalOrder())
                    .orElse(Layout.cache().resolve("keycloak"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path marker(Path distribution) {
        return distribution.resolve("maydan-built");
    }

    private List<String> command(Path distribution, String... arguments) {
        return command(distribution, home, arguments);
    }

    private static List<String> command(Path distribution, Path home, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Layout.java(),
                "-Xms96m",
                "-Xmx400m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:MetaspaceSize=96M",
                "-Dfile.encoding=UTF-8",
                "-Djava.net.preferIPv4Stack=true",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED"));
        command.addAll(Archive.flags("keycloak"));
        command.addAll(List.of(
                "-cp",
                distribution.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(List.of(arguments));
        return command;
    }
}
