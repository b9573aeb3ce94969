package ma.maydan.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** How a developer's command asks the running stack to start a part again: by a file, which is answered in place. */
final class Restarts {

    private static final Duration LONGEST = Duration.ofSeconds(150);
    private static final String FAILED = "FAILED ";
    private static final String DONE = "DONE ";

    private final Path folder;

    /** @param folder of the stack */
    Restarts(Path folder) {
        this.folder = Layout.created(folder.resolve("run"));
    }

    /** What a part is started from. */
    enum Kind {
        BUILT,
        SOURCES
    }

    /**
     * Asks, and waits.
     *
     * @param runs whether there is anybody to answer
     * @return a sentence that says how long it took
     * @throws LocalStackException when the part does not start
     */
    String ask(Part part, Kind kind, BooleanSupplier runs) {
        var file = file(part);
        Layout.write(file, kind.name());
        var end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end && runs.getAsBoolean()) {
            var said = read(file);
            if (said.startsWith(DONE)) {
                Layout.deleteFile(file);
                return said.substring(DONE.length());
            }
            if (said.startsWith(FAILED)) {
                Layout.deleteFile(file);
                throw new LocalStackException(said.substring(FAILED.length()));
            }
            pause();
        }
        Layout.deleteFile(file);
        throw new LocalStackException(
                part.title + " was not started again; ./maydan logs " + part.title + " says more.");
    }

    /** Does what is asked for. */
    void answer(LocalStack stack) {
        for (var part : Part.values()) {
            var file = file(part);
            if (!Files.exists(file)) {
                continue;
            }
            var asked = read(file);
            for (var kind : Kind.values()) {
                if (asked.equals(kind.name())) {
                    Layout.write(file, outcome(stack, part, kind));
                }
            }
        }
    }

    private static String outcome(LocalStack stack, Part part, Kind kind) {
        var began = System.nanoTime();
        try {
            stack.restart(part, kind == Kind.SOURCES);
            return DONE + "%s is ready after %.1f s.".formatted(part.title, (System.nanoTime() - began) / 1e9);
        } catch (LocalStackException e) {
            return FAILED + e.getMessage();
        }
    }

    private Path file(Part part) {
        return folder.resolve("restart-" + part.title);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("The wait was stopped.", e);
        }
    }
}
