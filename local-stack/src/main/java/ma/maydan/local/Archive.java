package ma.maydan.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Class data archives, which take a part's start down by a third or more. */
final class Archive {
    private Archive() {}

    /** The class path of this module's own processes: of its jar, unless that is older than its classes. */
    static String classPath() {
        var target = Layout.root().resolve("local-stack/target");
        var jar = target.resolve("local-stack-0.1.0-SNAPSHOT.jar");
        var classes = target.resolve("classes");
        // No archive is made of a folder.
        return (isCurrent(jar, classes) ? jar : classes) + File.pathSeparator + Layout.libraries() + File.separator
                + "*";
    }

    private static boolean isCurrent(Path jar, Path classes) {
        if (!Files.exists(jar) || !Files.exists(classes)) {
            return Files.exists(jar);
        }
        try (var files = Files.walk(classes)) {
            var packed = jar.toFile().lastModified();
            return files.allMatch(
                    file -> Files.isDirectory(file) || file.toFile().lastModified() <= packed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Made when the part ends in order for the first time, and again when its classes have changed. */
    static List<String> flags(String part) {
        return List.of(
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + Layout.cache().resolve(part + ".jsa"),
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off");
    }
}
