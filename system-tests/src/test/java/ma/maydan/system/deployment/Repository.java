package ma.maydan.system.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files of the repository. */
final class Repository {

    private static final Path ROOT = Path.of(System.getProperty("maydan.root", ".."));

    private Repository() {}

    static Path path(String name) {
        return ROOT.resolve(name);
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> lines(String name) {
        return read(path(name)).lines().toList();
    }

    static Map<String, Object> yaml(String name) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(read(path(name)));
    }

    /** The entry of a YAML object, which must be an object itself. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Map<String, Object> parent, String key) {
        var value = parent.get(key);
        if (value == null) {
            throw new AssertionError("There is no " + key + " in " + parent.keySet());
        }
        return (Map<String, Object>) value;
    }

    /** The entry of a YAML object as a list of objects; empty when there is none. */
    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> objects(Map<String, Object> parent, String key) {
        return (List<Map<String, Object>>) parent.getOrDefault(key, List.of());
    }

    /** The entry of a YAML object as a list of texts; empty when there is none. */
    static List<String> texts(Map<String, Object> parent, String key) {
        return parent.get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
