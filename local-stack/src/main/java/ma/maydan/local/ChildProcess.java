package ma.maydan.local;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One process that this JVM started: its output goes to a file, and it ends with this JVM at the latest. */
final class ChildProcess {
    private final String name;
    private final Path log;
    private final Process process;

    private ChildProcess(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    static ChildProcess start(String name, List<String> command, Map<String, String> environment, Path log) {
        try {
            Layout.created(Objects.requireNonNull(log.toAbsolutePath().getParent()));
            if (Files.exists(log)) {
                Files.move(
                        log, log.resolveSibling(log.getFileName() + ".previous"), StandardCopyOption.REPLACE_EXISTING);
            }
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().putAll(environment);
            builder.redirectErrorStream(true);
            builder.redirectOutput(log.toFile());
            return new ChildProcess(name, log, builder.start());
        } catch (IOException e) {
            throw new LocalStackException(name + " could not be started: " + e.getMessage() + ".", e);
        }
    }

    String name() {
        return name;
    }

    long pid() {
        return process.pid();
    }

    Path log() {
        return log;
    }

    boolean alive() {
        return process.isAlive();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** The pipe to the process; our own mains end when it closes, so they never outlive this JVM. */
    OutputStream input() {
        return process.getOutputStream();
    }

    /** Waits until the condition holds. Throws as soon as the process ends, or after the time. */
    void await(BooleanSupplier ready, Duration atMost) {
        Instant end = Instant.now().plus(atMost);
        while (!ready.getAsBoolean()) {
            if (!alive()) {
                throw new LocalStackException(died());
            }
            if (Instant.now().isAfter(end)) {
                throw new LocalStackException(
                        "%s did not become ready within %d s; see %s.".formatted(name, atMost.toSeconds(), log));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted while a part was starting.", e);
        }
    }

    /** Waits for the process to end by itself; one that takes longer is killed. */
    int exitCode(Duration atMost) {
        try {
            if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
        return process.exitValue();
    }

    /** One sentence about a process that is no more. */
    String died() {
        String because = reason();
        return "%s ended with exit code %d%s; see %s."
                .formatted(name, process.exitValue(), because == null ? "" : " (" + because + ")", log);
    }

    private @Nullable String reason() {
        Deque<String> tail = new ArrayDeque<>();
        try (var lines = Files.newBufferedReader(log)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                tail.addLast(line);
                if (tail.size() > 400) {
                    tail.removeFirst();
                }
            }
        } catch (IOException e) {
            return null;
        }
        return Reasons.in(tail);
    }

    /** Asks the process to end and waits; one that does not end in time is killed. */
    void stop(Duration atMost) {
        process.destroy();
        try {
            if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    /** SIGKILL: the process gets no chance to write or say anything. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
