package ma.maydan.testkit.api;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One more instance of a service, in a process of its own that can be killed, beside {@link RunningService}. */
public final class ServiceProcess implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration START = Duration.ofSeconds(90);

    private final Class<?> application;
    private final int port;
    private Process process;

    private ServiceProcess(Class<?> application, int port) {
        this.application = application;
        this.port = port;
        this.process = run();
    }

    /** Returns when it answers. */
    public static ServiceProcess start(Class<?> application) {
        var started = new ServiceProcess(application, freePort());
        started.awaitAnswer();
        return started;
    }

    /** Its HTTP interface, for nobody in particular. */
    public Api api() {
        return Api.of("http://127.0.0.1:" + port);
    }

    /** Kills it as it stands, and starts it again on the same port. */
    public void restart() {
        kill();
        process = run();
        awaitAnswer();
    }

    private void kill() {
        try {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }

    private Process run() {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                application.getName()));
        var settings = RunningService.settings();
        settings.put("server.port", Integer.toString(port));
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitAnswer() {
        try {
            await().atMost(START)
                    .failFast(application + " has ended", () -> !process.isAlive())
                    .until(this::answers);
        } catch (RuntimeException e) {
            kill();
            throw e;
        }
    }

    private boolean answers() throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            HTTP.send(request, HttpResponse.BodyHandlers.discarding());
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
