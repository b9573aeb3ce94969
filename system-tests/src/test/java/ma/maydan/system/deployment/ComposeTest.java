package ma.maydan.system.deployment;

import static ma.maydan.system.deployment.Repository.object;
import static ma.maydan.system.deployment.Repository.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
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
    void nobodyMayDoMoreThanItNeeds() {
        services.keySet().forEach(name -> {
            var service = object(services, name);
            assertThat(texts(service, "cap_drop")).as(name).containsExactly("ALL");
            assertThat(texts(service, "security_opt")).as(name).containsExactly("no-new-privileges:true");
            assertThat(service).as(name).doesNotContainKeys("privileged", "cap_add", "network_mode");
        });
        for (var application : Application.values()) {
            var service = object(services, application.title);
            assertThat(service).containsEntry("read_only", true).doesNotContainKey("user");
            assertThat(texts(service, "tmpfs")).contains("/tmp");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anApplicationFindsTheBackendsInsideAtTheirPorts(Application application) {
        var given = object(object(services, application.title), "environment");
        var listens = Map.of(
                "MONGODB_URI", "mongodb://mongodb:27017/?replicaSet=rs0",
                "KAFKA_BOOTSTRAP_SERVERS", "kafka:9092",
                "OIDC_INTERNAL_URI", "http://keycloak:8080/realms/maydan",
                "SMTP_HOST", "mail",
                "SMTP_PORT", "1025");
        listens.forEach((name, address) -> {
            if (given.containsKey(name)) {
                assertThat(given).containsEntry(name, address);
            }
        });
        // Both ways in are one realm: the issuer that browsers see, and the address inside.
        if (given.containsKey("OIDC_ISSUER")) {
            var publicUri = object(object(services, "keycloak"), "environment").get("KC_HOSTNAME");
            assertThat(given).containsEntry("OIDC_ISSUER", publicUri + "/realms/maydan");
        }
    }

    @Test
    void theBackendsListenWhereTheApplicationsLook() {
        assertThat(texts(object(services, "mongodb"), "command")).containsSequence("--replSet", "rs0");
        assertThat(String.valueOf(
                        object(object(services, "mongodb"), "healthcheck").get("test")))
                .contains("_id: \"rs0\"", "host: \"mongodb:27017\"");
        assertThat(object(object(services, "kafka"), "environment"))
                .containsEntry("KAFKA_ADVERTISED_LISTENERS", "CLIENT://kafka:9092")
                .containsEntry("KAFKA_LISTENERS", "CLIENT://:9092,CONTROLLER://:9093");
        assertThat(texts(object(services, "keycloak"), "ports"))
                .singleElement(InstanceOfAssertFactories.STRING)
                .endsWith(":8080");
        assertThat(Repository.yaml("keycloak/realm.json")).containsEntry("realm", "maydan");
        services.keySet()
                .forEach(name -> assertThat(texts(object(services, name), "networks"))
                        .as(name)
                        .contains("maydan"));
    }

    @Test
    void keycloakIsTheOneThatTheTestsRun() {
        var version = Pattern.compile("<keycloak.version>(.+)</keycloak.version>")
                .matcher(Repository.read(Repository.path("pom.xml")));
        assertThat(version.find()).isTrue();
        assertThat(object(services, "keycloak"))
                .containsEntry("image", "quay.io/keycloak/keycloak:" + version.group(1));
        // -Dmaydan.backends=docker runs the integration tests on the same images.
        assertThat(Repository.read(
                        Repository.path("test-kit/src/main/java/ma/maydan/testkit/backends/DockerBackends.java")))
                .contains('"' + String.valueOf(object(services, "mongodb").get("image")) + '"')
                .contains('"' + String.valueOf(object(services, "kafka").get("image")) + '"');
    }

    @Test
    void theDatabaseIsNotOlderThanTheRepairsThatItNeeds() {
        var version = String.valueOf(object(services, "mongodb").get("image")).split("[:.@]");
        assertThat(version).startsWith("mongo", "8", "0");
        // CVE-2025-14847: memory of the server, read by whoever reaches it.
        assertThat(Integer.parseInt(version[3])).isGreaterThanOrEqualTo(17);
    }

    @Test
    void keycloaksConsoleIsOnThisMachineOnly() {
        assertThat(object(object(services, "keycloak"), "environment"))
                .containsEntry("KC_HOSTNAME_ADMIN", "http://localhost:${MAYDAN_KEYCLOAK_PORT:-8081}");
    }

    @Test
    void theDashboardAsksTheDatabaseThatIsThere() {
        var grafana = "observability/grafana/";
        var sources =
                Repository.objects(Repository.yaml(grafana + "provisioning/datasources/prometheus.yml"), "datasources");
        assertThat(sources).singleElement().satisfies(source -> {
            assertThat(source).containsEntry("url", "http://prometheus:9090");
            var uids = Pattern.compile("\"type\": \"prometheus\",\\s+\"uid\": \"(.+?)\"")
                    .matcher(Repository.read(Repository.path(grafana + "dashboards/maydan.json")))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            assertThat(uids).isNotEmpty().containsOnly(String.valueOf(source.get("uid")));
        });
        var provider = Repository.objects(Repository.yaml(grafana + "provisioning/dashboards/maydan.yml"), "providers")
                .getFirst();
        assertThat(texts(object(services, "grafana"), "volumes"))
                .contains("./" + grafana + "dashboards:"
                        + object(provider, "options").get("path") + ":ro");
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
        assertThat(services.keySet().stream()
                        .filter(name -> object(services, name).containsKey("ports")
                                && !object(services, name).containsKey("profiles")))
                .containsExactlyInAnyOrder("gateway", "keycloak", "mail");
        assertThat(texts(object(services, "gateway"), "ports").getFirst()).endsWith(":" + Application.GATEWAY.port());
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
        var known = VARIABLE.matcher(Repository.read(Repository.path("docker-compose.yml")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        assertThat(Repository.lines(".env.example").stream()
                        .filter(line -> line.contains("=") && !line.startsWith("#"))
                        .map(line -> line.substring(0, line.indexOf('='))))
                .isSubsetOf(known);
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
    void theRealmOfProductionHasNoPeopleNoScriptsClientAndNoDemoPartner() {
        var realm = Repository.read(Repository.path("keycloak/realm.json"));
        assertThat(realm)
                .doesNotContain("maydan-cli")
                .doesNotContain("demo-partner")
                .doesNotContain("\"credentials\"")
                .doesNotContain("\"directAccessGrantsEnabled\": true");
    }
}
