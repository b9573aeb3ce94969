package ma.maydan.system.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is written is short enough to be read at once. */
class SourcesTest {

    private static final Path ROOT = Path.of(System.getProperty("maydan.root", ".."));
    private static final int MOST = 300;

    @Test
    void noClassOfAnApplicationHasMoreLinesThanAPersonReadsAtOnce() throws IOException {
        var lines = new TreeMap<String, Long>();
        try (var files = Files.walk(ROOT)) {
            for (var file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                var name = ROOT.relativize(file).toString().replace('\\', '/');
                if (name.matches("[a-z-]+/src/main/.+")) {
                    try (var read = Files.lines(file)) {
                        lines.put(name, read.count());
                    }
                }
            }
        }
        assertThat(lines).hasSizeGreaterThan(500);
        lines.values().removeIf(length -> length <= MOST);
        assertThat(lines).isEmpty();
    }
}
