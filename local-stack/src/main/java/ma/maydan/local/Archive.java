package ma.maydan.local;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Class data archives, which take a part's start down by a third or more. */
final class Archive {
    private Archive() {}

    /** The class path of this module's own processes. */
    static String classPath() {
        Path jar = Layout.root().resolve("local-stack/target/local-stack-0.1.0-SNAPSHOT.jar");
        Path classes = Layout.root().resolve("local-stack/target/classes");
        Path own = Files.exists(classes) ? classes : jar;
        return own + File.pathSeparator + Layout.libraries() + File.separator + "*";
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
