package ma.maydan.system.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import tools.jackson.databind.json.JsonMapper;

/** One of the five applications, as its own files describe it. */
enum Application {
    GATEWAY("gateway"),
    PORTAL("portal"),
    EVENTS("events-service"),
    INCUBATORS("incubators-service"),
    PARTNERS("partners-service");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z_]*)(:([^}]*))?");
    private static final Pattern MAIN = Pattern.compile("static void main\\(");
    private static final JsonMapper JSON = JsonMapper.shared();

    final String title;

    Application(String title) {
        this.title = title;
    }

    static Application named(String title) {
        return Arrays.stream(values())
                .filter(application -> application.title.equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no application " + title));
    }

    int port() {
        return number("server", "port");
    }

    int managementPort() {
        return number("management", "server", "port");
    }

    String mainClass() {
        var sources = Repository.path(title + "/src/main/java");
        try (var files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith("Application.java"))
                    .filter(file -> MAIN.matcher(Repository.read(file)).find())
                    .map(file -> sources.relativize(file).toString().replace('/', '.'))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The variables that its configuration names. */
    Set<String> variables() {
        return PLACEHOLDER
                .matcher(configuration())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    /** Those without which it does not start, or would look for another part on its own host. */
    Set<String> variablesThatOneMustSet() {
        return PLACEHOLDER
                .matcher(configuration())
                .results()
                .filter(found -> found.group(2) == null || found.group(3).contains("localhost"))
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    /** The properties that Spring Boot and the other libraries on its class path document, as variables. */
    Set<String> knownProperties() {
        var names = new HashSet<String>();
        libraries().forEach(name -> collect(Repository.path(title + "/target/lib/" + name), names));
        return names;
    }

    /** The jars that it is packaged with. */
    List<String> libraries() {
        try (var libraries = Files.list(Repository.path(title + "/target/lib"))) {
            return libraries
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(Path jar, Set<String> names) {
        try (var zip = new ZipFile(jar.toFile())) {
            var entry = zip.getEntry("META-INF/spring-configuration-metadata.json");
            if (entry != null) {
                JSON.readTree(zip.getInputStream(entry))
                        .path("properties")
                        .forEach(property -> names.add(property.path("name")
                                .asString()
                                .replace('.', '_')
                                .replace('-', '_')
                                .toUpperCase(Locale.ROOT)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String configuration() {
        var own = Repository.read(Repository.path(title + "/src/main/resources/application.yml"));
        var shared = "service-starter/src/main/resources/";
        var common = Repository.read(Repository.path(shared + "maydan-application.yml"));
        return own.contains("maydan-service.yml")
                ? own + common + Repository.read(Repository.path(shared + "maydan-service.yml"))
                : own + common;
    }

    private int number(String... path) {
        Object value = Repository.yaml(title + "/src/main/resources/application.yml");
        for (var step : path) {
            value = ((Map<?, ?>) value).get(step);
            if (value == null) {
                throw new AssertionError(title + " sets no " + String.join(".", path));
            }
        }
        return (Integer) value;
    }
}
