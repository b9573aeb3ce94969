package ma.maydan.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** Where things lie in the working copy. */
final class Layout {
    private Layout() {}

    /** The root of the repository: the system property {@code maydan.root}, else the nearest folder with the Maven wrapper. */
    static Path root() {
        String property = System.getProperty("maydan.root");
        if (property != null && !property.isBlank()) {
            return Path.of(property).toAbsolutePath().normalize();
        }
        @Nullable Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            if (Files.exists(folder.resolve("mvnw"))) {
                return folder;
            }
            folder = folder.getParent();
        }
        throw new LocalStackException("Start from inside the repository, or set -Dmaydan.root to its folder.");
    }

    /** What is made once and kept: the unpacked Keycloak, class data archives. */
    static Path cache() {
        return created(root().resolve(".maydan/cache"));
    }

    /** The jars of this module and what it needs, among them the Kafka broker. */
    static Path libraries() {
        return root().resolve("local-stack/target/lib");
    }

    /** The {@code java} of the JDK that runs this. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static Path created(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole or not at all, since another process may read it meanwhile. */
    static void write(Path file, String text) {
        try {
            var whole = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(whole, text);
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void deleteFile(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path temporary(String name) {
        try {
            return Files.createTempDirectory("maydan-" + name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes the folder and all in it; what is in use or gone already is passed over. */
    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // Temporary folders: the system clears what could not be deleted.
        }
    }
}
