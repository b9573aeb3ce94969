package ma.maydan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.maydan.portal.form.Field;
import ma.maydan.portal.kind.Kind;
import ma.maydan.portal.kind.Overview;
import ma.maydan.portal.page.Codes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts live in the bundles alone, and each in three languages. */
class BundlesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Map<String, Map<String, String>> BUNDLES = new HashMap<>();
    private static final Path SOURCES = Path.of("src/main/java");
    private static final List<Kind<?>> KINDS = AllKinds.declared();
    private static final Codes CODES = new Codes(List.copyOf(KINDS));
    private static final Set<String> PLURALS = Set.of("zero", "one", "two", "few", "many", "other");

    @Test
    void everyKeyIsThereInThreeLanguagesAndNeverEmpty() {
        assertThat(bundle("fr").keySet()).isEqualTo(bundle("ar").keySet());
        assertThat(bundle("en").keySet()).isEqualTo(bundle("ar").keySet());
        for (var language : List.of("ar", "fr", "en")) {
            assertThat(bundle(language))
                    .allSatisfy((key, text) -> assertThat(text).as(key).isNotEmpty());
        }
    }

    @Test
    void noTwoFeaturesHaveTheSameKey() {
        for (var language : List.of("ar", "fr", "en")) {
            assertThat(files(MESSAGES, "_" + language + ".properties").flatMap(file -> texts(file).keySet().stream()))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void everyTextIsAMessageWithTheSameArgumentsInThreeLanguages() {
        for (var language : List.of("ar", "fr", "en")) {
            bundle(language).forEach((key, text) -> {
                new MessageFormat(text);
                assertThat(text).as("%s: an apostrophe would quote", key).doesNotContain("'");
                if (!PLURALS.contains(key.substring(key.lastIndexOf('.') + 1))) {
                    assertThat(arguments(text))
                            .as(key)
                            .isEqualTo(arguments(bundle("fr").getOrDefault(key, "")));
                }
            });
        }
    }

    @Test
    void everyKeyThatATemplateOrAClassNamesIsDefined() {
        var named = Stream.concat(files(TEMPLATES, ".html"), files(SOURCES, ".java"))
                .flatMap(file -> matches(
                        read(file), "#\\{([a-zA-Z0-9_.-]+)|texts\\.(?:of|orNull|has)\\(['\"]([a-z0-9.-]+)['\"]\\)"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).hasSizeGreaterThan(100);
        assertThat(bundle("fr").keySet()).containsAll(named);
    }

    @Test
    void everyKeyThatIsPutTogetherIsDefined() {
        var keys = bundle("fr").keySet();
        CODES.all().forEach((prefix, codes) -> {
            codes.forEach(code -> assertThat(keys).contains(prefix + "." + code));
            assertThat(keys.stream().filter(key -> key.matches(Pattern.quote(prefix) + "\\.[A-Z][^.]+")))
                    .as("%s has no words without a code", prefix)
                    .hasSameSizeAs(codes.stream()
                            .filter(code -> Character.isUpperCase(code.charAt(0)))
                            .toList());
        });
        for (var kind : KINDS) {
            for (var step : kind.steps().all()) {
                assertThat(keys).contains(step.key(), "done." + step.done()).containsAll(step.follows());
                if (!step.isDirect()) {
                    assertThat(step.follows()).isNotEmpty();
                    assertThat(keys).contains(step.key() + ".confirm");
                }
            }
        }
        for (var count : List.of("event.seatsLeft", "event.seatsTaken", "event.waiting")) {
            PLURALS.forEach(category -> assertThat(keys).contains(count + "." + category));
        }
        for (var kind : List.of("event", "program", "partnership")) {
            assertThat(keys).contains("suspension." + kind, "suspension." + kind + ".draft");
        }
        for (var status : List.of("400", "403", "404", "409", "429", "500", "503", "refused")) {
            assertThat(keys).contains("error." + status + ".title", "error." + status + ".text");
        }
    }

    @Test
    void everyFieldOfAFormHasALabelAndNoTextIsLeftOver() {
        var keys = bundle("fr").keySet();
        for (var kind : KINDS) {
            var form = kind.form();
            for (var field : form == null ? List.<Field>of() : form.all()) {
                assertThat(keys).contains(kind.name() + "." + field.name());
                assertThat(keys.contains(kind.name() + "." + field.name() + ".hint"))
                        .as(field.name())
                        .isEqualTo(field.isHinted());
            }
        }
    }

    @Test
    void everyKeyThatPagesOfAllKindsPutTogetherIsDefined() {
        for (var kind : KINDS) {
            assertThat(bundle("fr").keySet()).containsAll(together(kind));
        }
    }

    /** The keys that pages put together which know no kind by name. */
    private static List<String> together(Kind<?> kind) {
        var name = kind.name();
        var address = kind.address();
        var keys = new ArrayList<String>();
        if (kind.menu() > 0) {
            keys.add("nav." + address);
        }
        if (kind.catalog() != null) {
            keys.addAll(List.of("nav." + address, address + ".lead", address + ".none"));
            kind.catalog().filters().forEach(filter -> keys.addAll(List.of(filter.label(), filter.all())));
            if (!kind.catalog().filters().isEmpty()) {
                keys.add(address + ".empty");
            }
        }
        if (kind.on(Overview.QUEUE) != null || kind.on(Overview.MINE) != null) {
            kind.table().columns().forEach(column -> keys.add(name + "." + column.name()));
        }
        if (kind.on(Overview.HOME) != null) {
            keys.addAll(List.of("home." + address, "home." + address + ".all", address + ".none"));
        }
        if (kind.on(Overview.MINE) != null) {
            keys.addAll(List.of("space." + address, "space." + address + ".empty", "space." + address + ".all"));
            if (kind.form() == null) {
                keys.add("space." + address + ".start");
            }
        }
        if (kind.on(Overview.QUEUE) != null) {
            keys.addAll(List.of("reviews." + address, "reviews." + address + ".empty", "reviews." + address + ".all"));
        }
        if (kind.on(Overview.ORGANIZATION) != null) {
            keys.addAll(List.of("organization." + address, "organization." + address + ".none"));
            PLURALS.forEach(category -> keys.add("touched." + address + "." + category));
        }
        if (kind.form() != null) {
            keys.addAll(List.of(name + ".edit", address + ".new", address + ".newLead"));
            keys.addAll(List.of("done." + name + ".create", "done." + name + ".edit"));
            if (kind.form().owner().isPresent()) {
                keys.add(address + ".nobody");
            }
            kind.form().all().stream()
                    .filter(field -> field.isOrganization() && !field.isRequired())
                    .forEach(field -> keys.add(name + "." + field.name() + ".none"));
            kind.form()
                    .all()
                    .forEach(field ->
                            keys.addAll(List.of(name + "." + field.name(), name + "." + field.name() + ".hint")));
        }
        keys.removeIf(key -> key.endsWith(".hint") && !bundle("fr").containsKey(key));
        return keys;
    }

    @Test
    void noTextIsLeftOver() {
        var sources = Stream.concat(files(TEMPLATES, ".html"), files(SOURCES, ".java"))
                .map(BundlesTest::read)
                .collect(Collectors.joining());
        var used = new TreeSet<String>();
        KINDS.forEach(kind -> used.addAll(together(kind)));
        CODES.all().forEach((prefix, codes) -> codes.forEach(code -> used.add(prefix + "." + code)));
        for (var kind : KINDS) {
            for (var step : kind.steps().all()) {
                for (var circumstances : List.of(
                        "", ".waiting", ".closed", ".offered", ".pending_approval", ".colleague", ".returned")) {
                    used.addAll(step.follows(circumstances));
                }
                used.addAll(List.of(step.key(), step.key() + ".confirm", "done." + step.done()));
            }
        }

        used.addAll(List.of(
                "done.registration.confirmed", "done.registration.pending_approval", "news.registration.waitlisted"));
        assertThat(bundle("fr").keySet())
                .allSatisfy(key -> assertThat(used.contains(key) || isNamed(key, sources))
                        .as(key)
                        .isTrue());
    }

    /** Whether sources have the key, or a beginning of it to which they add the rest. */
    private static boolean isNamed(String key, String sources) {
        if (sources.contains(key) || key.matches("(done|news)\\..*") && sources.contains(quoted(key.substring(5)))) {
            return true;
        }
        for (var dot = key.lastIndexOf('.'); dot > 0; dot = key.lastIndexOf('.', dot - 1)) {
            var beginning = key.substring(0, dot);
            if (List.of("step", "done", "news").contains(beginning)) {
                return false;
            }
            if (Pattern.compile("['\"]" + Pattern.quote(beginning) + "(\\.['\"]|['\"])")
                    .matcher(sources)
                    .find()) {
                return true;
            }
        }
        return false;
    }

    static Stream<Path> templates() {
        return files(TEMPLATES, ".html");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void aTemplateHasNoTextOfItsOwnNoStyleAndNoScript(Path template) {
        var source = read(template).replaceAll("(?s)<!--.*?-->", "");
        assertThat(source.replaceAll("<(?:[^<>\"]|\"[^\"]*\")*+>", ""))
                .as("text")
                .isBlank();
        assertThat(source)
                .as("attributes that people read come from the bundles")
                .doesNotContainPattern("\\s(title|placeholder|aria-label|alt)=\"[^\"]")
                .doesNotContainPattern("\\sstyle=|<style|\\son[a-z]+=");
    }

    @Test
    void theStyleSheetKnowsNoLeftAndRight() {
        files(Path.of("src/main/resources/css"), ".css")
                .forEach(file -> assertThat(read(file))
                        .as(file.toString())
                        .doesNotContainPattern("(margin|padding|border)-(left|right|top|bottom)\\b")
                        .doesNotContainPattern("(?m)^\\s*(left|right|top|bottom|width|height|float)\\s*:")
                        .doesNotContainPattern("text-align: (left|right)"));
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private static List<String> arguments(String text) {
        return matches(text, "\\{(\\d)").sorted().distinct().toList();
    }

    private static Stream<String> matches(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().map(match -> {
            var first = match.group(1);
            return first == null ? String.valueOf(match.group(2)) : first;
        });
    }

    /** The texts of all features. */
    private static Map<String, String> bundle(String language) {
        return BUNDLES.computeIfAbsent(language, all -> {
            var texts = new TreeMap<String, String>();
            files(MESSAGES, "_" + all + ".properties")
                    .forEach(file -> texts(file)
                            .forEach((key, text) -> assertThat(texts.put(key, text))
                                    .as("%s is in one file", key)
                                    .isNull()));
            return texts;
        });
    }

    private static Map<String, String> texts(Path file) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, properties::getProperty));
    }

    private static Stream<Path> files(Path root, String ending) {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList().stream();
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
