package ma.maydan.system.deployment;

import static ma.maydan.system.deployment.Repository.object;
import static ma.maydan.system.deployment.Repository.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** docker-compose.yml names what there is. */
class ComposeTest {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+):([?-])");

    private final Map<String, Object> services = object(Repository.yaml("docker-compose.yml"), "services");

    @Test
    void theApplicationsAreBuiltHereAndEverythingElseIsPinned() {
        assertThat(services.keySet())
                .containsAll(Arrays.stream(Application.values())
                        .map(application -> application.title)
                        .toList());
        services.keySet().forEach(name -> {
            var service = object(services, name);
            if (service.containsKey("build")) {
                assertThat(object(service, "build")).containsEntry("target", Application.named(name).title);
            } else {
                assertThat(ImagesTest.isPinned(String.valueOf(service.get("image"))))
                        .as("the image of " + name)
                        .isTrue();
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void anApplicationIsGivenEveryVariableThatItNeedsAndNoneThatItDoesNotRead(Application application) {
        var given = object(object(services, application.title), "environment");
        assertThat(given.keySet()).containsAll(application.variablesThatOneMustSet());
        var known = application.knownProperties();
        assertThat(given.keySet())
                .allSatisfy(name -> assertThat(application.variables().contains(name) || known.contains(name))
                        .as(application.title + " reads " + name)
                        .isTrue());
        assertThat(given)
                .containsEntry("SERVER_PORT", Integer.toString(application.port()))
                .containsEntry("MANAGEMENT_SERVER_PORT", Integer.toString(application.managementPort()));
    }

    @ParameterizedTest
    @EnumSource
    void anApplicationFindsTheOthersAtTheirNamesAndPorts(Application application) {
        var given = object(object(services, application.title), "environment");
        Map.of(
                        "EVENTS_URI", Application.EVENTS,
                        "INCUBATORS_URI", Application.INCUBATORS,
                        "PARTNERS_URI", Application.PARTNERS,
                        "PORTAL_URI", Application.PORTAL)
                .forEach((name, other) -> {
                    if (given.containsKey(name)) {
                        assertThat(given).containsEntry(name, "http://" + other.title + ":" + other.port());
                    }
                });
    }

    @Test
    void everybodyHasAHealthCheckAndNobodyIsRoot() {
        // The images of the applications bring both along; those of Kafka and Keycloak have users of their own.
        var ownUser = Set.of("kafka", "keycloak");
        services.keySet().forEach(name -> {
            var service = object(services, name);
            if (!service.containsKey("build")) {
                assertThat(service).as(name).containsKey("healthcheck");
                assertThat(ownUser.contains(name)
                                || !String.valueOf(service.get("user")).startsWith("0"))
                        .as("the user of " + name)
                        .isTrue();
                assertThat(ownUser.contains(name) || service.containsKey("user"))
                        .as("the user of " + name)
                        .isTrue();
            }
        });
    }

    @Test
    void whatIsMountedIsInTheRepository() {
        var volumes = object(Repository.yaml("docker-compose.yml"), "volumes").keySet();
        services.keySet()
                .forEach(name -> texts(object(services, name), "volumes").forEach(mount -> {
                    var source = mount.substring(0, mount.indexOf(':'));
                    if (source.startsWith("./")) {
                        assertThat(Repository.path(source)).exists();
                    } else {
                        assertThat(volumes).contains(source);
                    }
                }));
    }

    @Test
    void doorsAreOpenOnLoopbackOnly() {
        var open = services.keySet().stream()
                .flatMap(name -> texts(object(services, name), "ports").stream())
                .toList();
        assertThat(open).hasSizeGreaterThan(1).allMatch(port -> port.startsWith("127.0.0.1:"));
        assertThat(texts(object(services, "gateway"), "ports").getFirst()).endsWith(":" + Application.GATEWAY.port());
        for (var application : List.of(Application.EVENTS, Application.INCUBATORS, Application.PARTNERS)) {
            assertThat(object(services, application.title)).doesNotContainKey("ports");
        }
    }

    @Test
    void theExampleNamesEveryVariableThatOneMustFillIn() {
        var must = VARIABLE.matcher(Repository.read(Repository.path("docker-compose.yml")))
                .results()
                .filter(found -> found.group(2).equals("?"))
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        assertThat(must).isNotEmpty();
        assertThat(Repository.lines(".env.example"))
                .containsAll(must.stream().map(name -> name + "=").toList());
    }

    @Test
    void keycloakGetsWhatTheRealmAsksFor() {
        var asked = Pattern.compile("\\$\\{([A-Z_]+)}")
                .matcher(Repository.read(Repository.path("keycloak/realm.json")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        assertThat(asked).contains("GATEWAY_CLIENT_SECRET");
        assertThat(object(object(services, "keycloak"), "environment").keySet()).containsAll(asked);
    }

    @Test
    void prometheusAsksEveryApplicationAtItsManagementPort() {
        var configuration = Repository.read(Repository.path("observability/prometheus.yml"));
        for (var application : Application.values()) {
            assertThat(configuration).contains("- " + application.title + ":" + application.managementPort() + "\n");
        }
    }

    @Test
    void theRealmOfProductionHasNoUsersNoScriptsClientAndNoDemoPartner() {
        var realm = Repository.read(Repository.path("keycloak/realm.json"));
        assertThat(realm)
                .doesNotContain("maydan-cli")
                .doesNotContain("demo-partner")
                .doesNotContain("\"users\"")
                .doesNotContain("\"directAccessGrantsEnabled\": true");
    }
}
