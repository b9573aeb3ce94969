package ma.maydan.system.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A bundle of texts.
 *
 * @param name its path in the repository, without language and ending
 */
public record Bundle(String name) {

    static final List<String> LANGUAGES = List.of("ar", "fr", "en");

    private static final Path ROOT = Path.of(System.getProperty("maydan.root", ".."));

    /** All of the repository, as the sources have them. */
    static Stream<Bundle> all() {
        try (var files = Files.walk(ROOT)) {
            return files
                    .map(file -> ROOT.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.matches("([a-z-]+/src/main|keycloak)/.+_ar\\.properties"))
                    .map(file -> new Bundle(file.replaceFirst("_ar\\.properties$", "")))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All texts of the portal's pages. */
    public static Map<String, String> ofPages(String language) {
        var texts = new TreeMap<String, String>();
        all().filter(bundle -> bundle.name().startsWith("portal/"))
                .forEach(bundle -> texts.putAll(bundle.in(language)));
        return texts;
    }

    Map<String, String> in(String language) {
        return texts(file("_" + language));
    }

    /** What is read where none of the languages is asked for; empty when the bundle leaves that to another. */
    Map<String, String> withoutLanguage() {
        return Files.exists(file("")) ? texts(file("")) : Map.of();
    }

    /** The keys as they are written, one for each line. */
    List<String> keys(String language) {
        return read(file("_" + language))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();
    }

    static String read(String file) {
        return read(ROOT.resolve(file));
    }

    private Path file(String language) {
        return ROOT.resolve(name + language + ".properties");
    }

    private static Map<String, String> texts(Path file) {
        try (var reader = Files.newBufferedReader(file)) {
            var properties = new Properties();
            properties.load(reader);
            var texts = new TreeMap<String, String>();
            properties.forEach((key, text) -> texts.put((String) key, (String) text));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
