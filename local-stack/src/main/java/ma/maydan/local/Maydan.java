package ma.maydan.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/** The command line behind {@code ./maydan}. Every failure is one sentence and a non-zero exit code. */
public final class Maydan {

    /** The last line of a start that went well; the script waits for it. */
    private static final String READY = "Maydan is ready.";

    private static final long NEEDED_BYTES = 500L * 1024 * 1024;

    private Maydan() {}

    public static void main(String[] args) {
        try {
            System.exit(run(args));
        } catch (LocalStackException e) {
            System.err.println("maydan: " + e.getMessage());
            System.exit(1);
        } catch (UncheckedIOException e) {
            System.err.println("maydan: " + sentence(e));
            System.exit(1);
        }
    }

    private static String sentence(UncheckedIOException e) {
        return e.getCause() instanceof FileSystemException file && file.getReason() == null
                ? "%s cannot be used (%s)."
                        .formatted(
                                file.getFile(), file.getClass().getSimpleName().replace("Exception", ""))
                : e.getMessage() + ".";
    }

    private static int run(String... args) {
        var command = args.length == 0 ? "" : args[0];
        return switch (command) {
            case "up" -> up();
            case "status" -> status();
            case "logs" -> logs(args);
            case "down" -> down();
            case "reset" -> reset();
            case "restart" -> restart(args, Restarts.Kind.BUILT);
            case "dev" -> restart(args, Restarts.Kind.SOURCES);
            default -> 2;
        };
    }

    private static int up() {
        var folder = Layout.created(folder());
        runningPid().ifPresent(pid -> {
            throw new LocalStackException("Maydan runs already (process " + pid + "); stop it with ./maydan down.");
        });
        requireSpace(folder);
        var stopped = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            stopped.countDown();
                            await(ended);
                        },
                        "stop"));
        Layout.write(pidFile(), Long.toString(ProcessHandle.current().pid()));
        try {
            System.out.println("Maydan starts:");
            return serve(stopped);
        } finally {
            Layout.deleteFile(pidFile());
            ended.countDown();
        }
    }

    private static int serve(CountDownLatch stopped) {
        // The start itself can be stopped too, by the same signal.
        var options = StackOptions.ofWorkingCopy(System.out::println);
        try (var stack = LocalStack.start(options, () -> stopped.getCount() == 0)) {
            stack.loadDemoData();
            System.out.println(Welcome.text(stack) + System.lineSeparator() + READY);
            var restarts = new Restarts(folder());
            while (!stoppedWithin(stopped, Duration.ofMillis(200))) {
                restarts.answer(stack);
                var died = stack.died();
                if (died != null) {
                    System.err.println("maydan: " + died + " Everything is stopped.");
                    return 1;
                }
            }
            System.out.println("Maydan stops …");
        }
        return 0;
    }

    private static int status() {
        var pid = runningPid();
        if (pid.isEmpty()) {
            System.out.println("Maydan does not run.");
            return 3;
        }
        var options = StackOptions.ofWorkingCopy(line -> {});
        var down = 0;
        for (var part : Part.values()) {
            var port = options.ports().getOrDefault(part.title, part.defaultPort);
            var answers = Ports.answers(port);
            down += answers ? 0 : 1;
            System.out.printf("  %-20s %-8s port %d%n", part.title, answers ? "up" : "DOWN", port);
        }
        return down == 0 ? 0 : 1;
    }

    private static int logs(String... args) {
        if (args.length != 2) {
            System.err.println("maydan: Say which part: "
                    + String.join(
                            ", ",
                            Arrays.stream(Part.values()).map(part -> part.title).toList()) + ".");
            return 2;
        }
        var log = folder().resolve("logs").resolve(Part.named(args[1]).title + ".log");
        try {
            if (!Files.exists(log)) {
                throw new LocalStackException(args[1] + " has not written anything yet.");
            }
            Files.copy(log, System.out);
            System.out.flush();
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks the running Maydan to start a part again, and waits until it is ready. */
    private static int restart(String[] args, Restarts.Kind kind) {
        if (args.length != 2) {
            System.err.println("maydan: Say which part.");
            return 2;
        }
        if (runningPid().isEmpty()) {
            throw new LocalStackException("Maydan does not run; start it with ./maydan up.");
        }
        var part = Part.named(args[1]);
        if (!part.isApplication()) {
            throw new LocalStackException(part.title + " holds data: stop and start all of Maydan instead.");
        }
        System.out.println(
                new Restarts(folder()).ask(part, kind, () -> runningPid().isPresent()));
        return 0;
    }

    private static int down() {
        var handle = runningPid().flatMap(ProcessHandle::of);
        if (handle.isEmpty()) {
            System.out.println("Maydan does not run.");
            return 0;
        }
        handle.get().destroy();
        handle.get()
                .onExit()
                .orTimeout(90, java.util.concurrent.TimeUnit.SECONDS)
                .join();
        System.out.println("Maydan is stopped.");
        return 0;
    }

    /** Deletes the data and the logs; what was built once stays. */
    private static int reset() {
        if (runningPid().isPresent()) {
            throw new LocalStackException("Maydan runs; stop it first with ./maydan down.");
        }
        Layout.delete(folder().resolve("data"));
        Layout.delete(folder().resolve("logs"));
        System.out.println("The data is gone; the next ./maydan up starts with fresh demo data.");
        return 0;
    }

    private static java.util.Optional<Long> runningPid() {
        try {
            var file = pidFile();
            if (!Files.exists(file)) {
                return java.util.Optional.empty();
            }
            var pid = Long.parseLong(Files.readString(file).strip());
            // A process id is given to others in time: ours was started before the file was written.
            var written = Files.getLastModifiedTime(file);
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> process.info()
                            .startInstant()
                            .map(started -> FileTime.from(started).compareTo(written) <= 0)
                            .orElse(true))
                    .map(ProcessHandle::pid);
        } catch (IOException | NumberFormatException e) {
            return java.util.Optional.empty();
        }
    }

    private static void requireSpace(Path folder) {
        var free = folder.toFile().getUsableSpace();
        if (free < NEEDED_BYTES) {
            throw new LocalStackException("The disk of %s is full: %d MB are free, and 500 MB are needed."
                    .formatted(folder, free / 1024 / 1024));
        }
    }

    private static Path folder() {
        return Layout.root().resolve(".maydan");
    }

    private static Path pidFile() {
        return Layout.created(folder().resolve("run")).resolve("maydan.pid");
    }

    private static boolean stoppedWithin(CountDownLatch latch, Duration time) {
        try {
            return latch.await(time.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static void await(CountDownLatch latch) {
        stoppedWithin(latch, Duration.ofSeconds(60));
    }
}
