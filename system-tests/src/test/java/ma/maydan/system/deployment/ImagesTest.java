package ma.maydan.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The Dockerfile names what there is. */
class ImagesTest {

    private static final Pattern FROM = Pattern.compile("FROM (\\S+) AS (\\S+)");
    private static final Pattern COPY = Pattern.compile("COPY (--\\S+ )*(.+) \\S+");

    private final Map<String, List<String>> stages = stages();

    @Test
    void everyBaseIsPinnedToAVersionOrIsAStageOfOurs() {
        assertThat(bases())
                .allSatisfy((stage, base) -> assertThat(stages.containsKey(base) || isPinned(base))
                        .as(stage + " from " + base)
                        .isTrue());
    }

    @Test
    void whatIsCopiedIsInTheRepositoryAndNotIgnored() {
        var given = Repository.lines(".dockerignore");
        assertThat(copied("build")).isNotEmpty().allSatisfy(source -> {
            assertThat(Repository.path(source)).exists();
            assertThat(given).contains("!" + source);
        });
        assertThat(copied("application")).allSatisfy(source -> {
            assertThat(Repository.path(source)).exists();
            assertThat(given).contains("!" + Path.of(source).getName(0));
        });
    }

    @Test
    void everyModuleThatThePomNamesIsCopied() {
        var modules = Pattern.compile("<module>(.+?)</module>")
                .matcher(Repository.read(Repository.path("pom.xml")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(modules)
                .hasSizeGreaterThan(5)
                .allSatisfy(module -> assertThat(copied("build")).containsAnyOf(module, module + "/pom.xml"));
    }

    @ParameterizedTest
    @EnumSource
    void everyApplicationHasAnImageThatRunsItsClassAndAsksItsHealth(Application application) {
        var stage = String.join("\n", stages.getOrDefault(application.title, List.of()));
        var target = "/maydan/" + application.title + "/target/";
        assertThat(stage)
                .contains("COPY --from=build " + target + "lib lib")
                .contains("COPY --from=build " + target + application.title + "-*.jar application.jar")
                .contains("\"application.jar:lib/*\", \"" + application.mainClass() + "\"]")
                .contains("EXPOSE " + application.port() + " " + application.managementPort())
                .contains("CMD [\"ready\", \"" + application.managementPort() + "\", \"/actuator/health/readiness\"]");
        assertThat(bases().get(application.title)).isEqualTo("application");
    }

    @Test
    void nobodyIsRoot() {
        assertThat(stages.get("application")).contains("USER 10001:10001");
        assertThat(Files.isExecutable(Repository.path("docker/ready"))).isTrue();
    }

    static boolean isPinned(String image) {
        return image.matches("[a-z0-9./-]+:v?\\d+\\.\\d+[A-Za-z0-9._-]*(@sha256:[0-9a-f]{64})?");
    }

    private List<String> copied(String stage) {
        return stages.getOrDefault(stage, List.of()).stream()
                .map(COPY::matcher)
                .filter(line -> line.matches() && !line.group().contains("--from="))
                .flatMap(line -> List.of(line.group(2).split(" ")).stream())
                .toList();
    }

    private static Map<String, String> bases() {
        var bases = new LinkedHashMap<String, String>();
        Repository.lines("Dockerfile").stream()
                .map(FROM::matcher)
                .filter(java.util.regex.Matcher::matches)
                .forEach(line -> bases.put(line.group(2), line.group(1)));
        return bases;
    }

    /** The lines of each stage. */
    private static Map<String, List<String>> stages() {
        var stages = new LinkedHashMap<String, List<String>>();
        var current = new ArrayList<String>();
        for (var line : Repository.lines("Dockerfile")) {
            var from = FROM.matcher(line);
            if (from.matches()) {
                current = new ArrayList<>();
                stages.put(from.group(2), current);
            } else {
                current.add(line);
            }
        }
        return stages;
    }
}
