package ma.maydan.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** docs/operations.md gives each application's accounts the rights that its code needs, and no more. */
class AccountsTest {

    private static final Pattern HEARD = Pattern.compile("@KafkaListener\\(topics = \"(maydan\\.[a-z]+)\"");
    /** By the starter, in each of them. */
    private static final Set<String> OF_ALL = Set.of("maydan.erasures");

    private static final Pattern NAMED = Pattern.compile("\"(maydan\\.[a-z]+)\"");

    @ParameterizedTest
    @EnumSource(names = {"EVENTS", "INCUBATORS", "PARTNERS"})
    void aServiceWritesToItsOwnTopicsAndDeadLettersAndReadsWhatItHears(Application service) {
        var heard = found(HEARD, service);
        heard.addAll(OF_ALL);
        var deadLetters = new TreeSet<String>();
        heard.forEach(topic -> deadLetters.add(topic + ".dlt"));
        var owned = found(Pattern.compile("AggregateStore<>\\([^;]*?" + NAMED.pattern()), service);

        owned.addAll(OF_ALL);
        var row = row(service);
        assertThat(topics(row[2])).isEqualTo(union(owned, deadLetters));
        assertThat(topics(row[3])).isEqualTo(union(heard, deadLetters));
    }

    @ParameterizedTest
    @EnumSource(names = "PORTAL", mode = EnumSource.Mode.EXCLUDE)
    void aUserOfTheDatabaseHasOneDatabase(Application application) {
        var database = Pattern.compile("\\$\\{MONGODB_DATABASE:(\\w+)}")
                .matcher(Repository.read(Repository.path(application.title + "/src/main/resources/application.yml")));
        assertThat(database.find()).isTrue();
        assertThat(Repository.lines("docs/operations.md"))
                .contains("| " + application.title + " | `readWrite` on " + database.group(1) + " |");
    }

    private static Set<String> found(Pattern pattern, Application service) {
        try (var files = Files.walk(Repository.path(service.title + "/src/main/java"))) {
            var topics = new TreeSet<String>();
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> pattern.matcher(Repository.read(file))
                            .results()
                            .forEach(match -> topics.add(match.group(1))));
            assertThat(topics).isNotEmpty();
            return topics;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The row of the table of Kafka's rights. */
    private static String[] row(Application service) {
        return Repository.lines("docs/operations.md").stream()
                .filter(line -> line.startsWith("| " + service.title + " | maydan."))
                .findFirst()
                .orElseThrow()
                .split("\\|");
    }

    private static Set<String> topics(String cell) {
        return new TreeSet<>(Arrays.asList(cell.strip().split(", ")));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        var both = new TreeSet<>(one);
        both.addAll(other);
        return both;
    }
}
