package ma.maydan.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmarks are built by whoever runs them; they keep up with what they measure. */
class BenchmarksIT {

    private static final Path ROOT = Path.of("..");

    @Test
    void theyCompile(@TempDir Path out) throws IOException {
        var path = new ArrayList<String>();
        for (var module : List.of(
                "test-kit",
                "local-stack",
                "service-starter",
                "events-service",
                "incubators-service",
                "partners-service")) {
            path.add(ROOT.resolve(module + "/target/classes").toString());
        }
        // By the API the compiler expands no wildcard.
        for (var module : List.of("local-stack", "events-service", "incubators-service", "partners-service")) {
            try (var jars = Files.list(ROOT.resolve(module + "/target/lib"))) {
                jars.map(Path::toString).forEach(path::add);
            }
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        var messages = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null);
                var sources = Files.walk(ROOT.resolve("benchmarks"))) {
            var task = compiler.getTask(
                    messages,
                    files,
                    null,
                    List.of(
                            "-proc:none",
                            "-nowarn",
                            "-d",
                            out.toString(),
                            "-cp",
                            String.join(File.pathSeparator, path)),
                    null,
                    files.getJavaFileObjectsFromPaths(
                            sources.filter(file -> file.toString().endsWith(".java"))
                                    .toList()));

            assertThat(task.call()).as(messages.toString()).isTrue();
        }
    }
}
