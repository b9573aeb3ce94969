package ma.maydan.system.deployment;

import static ma.maydan.system.deployment.Repository.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ma.maydan.local.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The local stack, docker-compose.yml and k8s/ configure an application alike, and docs/operations.md tells how. */
class EnvironmentTest {

    /** The local stack keeps to loopback; in a container an application listens at every address. */
    private static final Set<String> OF_THE_LOCAL_STACK =
            Set.of("SERVER_ADDRESS", "MANAGEMENT_SERVER_ADDRESS", "OIDC_FRONT_ENDS");

    /** MongoDB and Kafka ask for accounts, and speak TLS. */
    private static final Set<String> OF_KAFKA_IN_KUBERNETES =
            Set.of("KAFKA_SECURITY_PROTOCOL", "KAFKA_USERNAME", "KAFKA_PASSWORD");

    /** The mail server asks for an account, and speaks TLS. */
    private static final Set<String> OF_MAIL_IN_KUBERNETES =
            Set.of("SMTP_STARTTLS", "SMTP_AUTH", "SMTP_USER", "SMTP_PASSWORD");

    /** The Ingress controller stands before the gateway. */
    private static final Set<String> OF_KUBERNETES =
            Set.of("SERVER_FORWARD_HEADERS_STRATEGY", "SERVER_TOMCAT_REMOTEIP_INTERNAL_PROXIES");

    @ParameterizedTest
    @EnumSource
    void theFormsOfDeploymentSetTheSameVariables(Application application) {
        var expected = inContainers(application);
        var compose = object(
                object(object(Repository.yaml("docker-compose.yml"), "services"), application.title), "environment");
        assertThat(compose.keySet()).containsExactlyInAnyOrderElementsOf(expected);

        if (application == Application.GATEWAY) {
            expected.addAll(OF_KUBERNETES);
        }
        if (expected.contains("MONGODB_URI")) {
            expected.add("BACKENDS_CA");
        }
        if (expected.contains("KAFKA_BOOTSTRAP_SERVERS")) {
            expected.addAll(OF_KAFKA_IN_KUBERNETES);
        }
        if (expected.contains("SMTP_HOST")) {
            expected.addAll(OF_MAIL_IN_KUBERNETES);
        }
        assertThat(Manifests.in("k8s/base")
                        .one(Deployment.class, application.title)
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers())
                .singleElement()
                .satisfies(container -> assertThat(container.getEnv())
                        .extracting(EnvVar::getName)
                        .containsExactlyInAnyOrderElementsOf(expected));
    }

    @ParameterizedTest
    @EnumSource
    void theLocalStackUsesTheSamePorts(Application application) {
        assertThat(LocalStack.environment(application.title))
                .containsEntry("SERVER_PORT", Integer.toString(application.port()))
                .containsEntry("MANAGEMENT_SERVER_PORT", Integer.toString(application.managementPort()));
    }

    @ParameterizedTest
    @EnumSource
    void theOperationsGuideTellsOfEveryVariable(Application application) {
        assertThat(documented()).containsAll(application.variables());
    }

    @Test
    void theOperationsGuideTellsOfNoOther() {
        var read = new TreeSet<String>();
        for (var application : Application.values()) {
            read.addAll(application.variables());
            read.addAll(application.knownProperties());
        }
        assertThat(documented()).isNotEmpty().isSubsetOf(read);
    }

    @ParameterizedTest
    @EnumSource
    void healthAndMetricsAreWhereTheyAreAskedFor(Application application) {
        var management =
                object(Repository.yaml("service-starter/src/main/resources/maydan-application.yml"), "management");
        assertThat(object(object(object(management, "endpoint"), "health"), "probes"))
                .containsEntry("enabled", true);
        var web = object(object(management, "endpoints"), "web");
        assertThat(web).doesNotContainKeys("base-path", "path-mapping");
        assertThat(String.valueOf(object(web, "exposure").get("include")).split(","))
                .contains("health", "prometheus");
        var own = object(Repository.yaml(application.title + "/src/main/resources/application.yml"), "management");
        assertThat(own.keySet()).containsExactly("server");
        assertThat(object(own, "server").keySet()).containsExactly("port");
        assertThat(application.libraries()).anyMatch(name -> name.startsWith("micrometer-registry-prometheus-"));
    }

    /** What the local stack sets and the application reads; tokens name another address than the one inside. */
    private static Set<String> inContainers(Application application) {
        var known = application.knownProperties();
        var names = LocalStack.environment(application.title).keySet().stream()
                .filter(name -> !OF_THE_LOCAL_STACK.contains(name))
                .filter(name -> application.variables().contains(name) || known.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        if (names.contains("OIDC_ISSUER")) {
            names.add("OIDC_INTERNAL_URI");
        }
        return names;
    }

    private static Set<String> documented() {
        return Repository.lines("docs/operations.md").stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(0, line.indexOf('|', 2)))
                .flatMap(cell -> Pattern.compile("`([A-Z_]+)`").matcher(cell).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }
}
