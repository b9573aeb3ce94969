package ma.maydan.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The manifests in k8s/ are what Kubernetes understands, and name what there is. */
class KubernetesTest {

    /** The keys of the Secrets that operators make (docs/operations.md). */
    private static final Set<String> SECRET = Set.of(
            "MONGODB_URI",
            "GATEWAY_CLIENT_SECRET",
            "ACCOUNTS_CLIENT_SECRET",
            "KAFKA_PASSWORD",
            "OPERATOR_TOKEN",
            "SMTP_USER",
            "SMTP_PASSWORD");

    private final Manifests base = Manifests.in("k8s/base");

    @ParameterizedTest
    @MethodSource("folders")
    void everyFileIsNamedAndEveryFieldIsKnown(String folder) {
        var kustomization = Repository.yaml(folder + "/kustomization.yaml");
        var named = new ArrayList<>(Repository.texts(kustomization, "resources"));
        Repository.objects(kustomization, "patches").forEach(patch -> named.add(String.valueOf(patch.get("path"))));
        assertThat(named)
                .allSatisfy(
                        name -> assertThat(Repository.path(folder + "/" + name)).exists());
        assertThat(Manifests.files(folder)).allMatch(named::contains);

        var unknown = new ArrayList<String>();
        Manifests.in(folder).all().forEach(resource -> {
            assertThat(resource).isNotInstanceOf(GenericKubernetesResource.class);
            unknownFields(
                    resource, resource.getKind() + " " + resource.getMetadata().getName(), unknown);
        });
        assertThat(unknown).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anApplicationIsGivenEveryVariableThatItNeedsAndNoneThatItDoesNotRead(Application application) {
        var given = container(application).getEnv();
        var names = given.stream().map(EnvVar::getName).toList();
        assertThat(names).doesNotHaveDuplicates().containsAll(application.variablesThatOneMustSet());
        var known = application.knownProperties();
        assertThat(names)
                .allSatisfy(name -> assertThat(application.variables().contains(name) || known.contains(name))
                        .as(application.title + " reads " + name)
                        .isTrue());
        assertThat(value(given, "SERVER_PORT")).isEqualTo(Integer.toString(application.port()));
        assertThat(value(given, "MANAGEMENT_SERVER_PORT")).isEqualTo(Integer.toString(application.managementPort()));

        var settings = base.one(ConfigMap.class, "maydan").getData().keySet();
        given.forEach(variable -> {
            var source = variable.getValueFrom();
            if (source != null && source.getConfigMapKeyRef() != null) {
                assertThat(settings).contains(source.getConfigMapKeyRef().getKey());
            }
            if (source != null && source.getSecretKeyRef() != null) {
                assertThat(SECRET).contains(source.getSecretKeyRef().getKey());
                assertThat(source.getSecretKeyRef().getName())
                        .as("each application has accounts of its own")
                        .isEqualTo(application.title);
            }
            assertThat(SECRET.contains(variable.getName()) && variable.getValue() != null)
                    .as(variable.getName() + " is secret")
                    .isFalse();
        });
    }

    @ParameterizedTest
    @EnumSource(names = "PORTAL", mode = EnumSource.Mode.EXCLUDE)
    void anApplicationKnowsWhomToTrustAsABackend(Application application) {
        var container = container(application);
        assertThat(value(container.getEnv(), "BACKENDS_CA")).isEqualTo("/etc/maydan/ca.crt");
        assertThat(container.getVolumeMounts()).singleElement().satisfies(mount -> {
            assertThat(mount.getMountPath()).isEqualTo("/etc/maydan");
            assertThat(mount.getReadOnly()).isTrue();
            assertThat(base.one(Deployment.class, application.title)
                            .getSpec()
                            .getTemplate()
                            .getSpec()
                            .getVolumes())
                    .singleElement()
                    .satisfies(volume -> {
                        assertThat(volume.getName()).isEqualTo(mount.getName());
                        assertThat(volume.getConfigMap().getName()).isEqualTo("maydan-authorities");
                    });
        });
        if (application != Application.GATEWAY) {
            assertThat(value(container.getEnv(), "KAFKA_SECURITY_PROTOCOL")).isEqualTo("SASL_SSL");
            assertThat(value(container.getEnv(), "KAFKA_USERNAME")).isEqualTo(application.title);
            assertThat(value(container.getEnv(), "SMTP_STARTTLS")).isEqualTo("true");
            assertThat(value(container.getEnv(), "SMTP_AUTH")).isEqualTo("true");
        }
    }

    @Test
    void ofKeycloakOnlyTheRealmIsPublic() {
        var keycloak = Manifests.in("k8s/keycloak");
        assertThat(keycloak.all(Ingress.class))
                .flatExtracting(ingress -> ingress.getSpec().getRules())
                .flatExtracting(rule -> rule.getHttp().getPaths())
                .extracting(path -> path.getPathType() + " " + path.getPath() + " "
                        + path.getBackend().getService().getPort().getNumber())
                .containsExactlyInAnyOrder("Prefix /realms/maydan 8080", "Prefix /resources 8080");
        assertThat(keycloak.one(NetworkPolicy.class, "keycloak").getSpec().getIngress())
                .filteredOn(rule ->
                        rule.getPorts().stream().anyMatch(port -> port.getPort().equals(new IntOrString(9000))))
                .singleElement()
                .satisfies(rule -> assertThat(rule.getFrom())
                        .singleElement()
                        .satisfies(
                                peer -> assertThat(peer.getNamespaceSelector().getMatchLabels())
                                        .containsExactly(Map.entry("maydan.ma/monitoring", "true"))));
    }

    @ParameterizedTest
    @EnumSource
    void anApplicationIsReachedAtItsPortsAndScales(Application application) {
        var pod = base.one(Deployment.class, application.title).getSpec().getTemplate();
        var labels = pod.getMetadata().getLabels();
        assertThat(base.one(Deployment.class, application.title)
                        .getSpec()
                        .getSelector()
                        .getMatchLabels())
                .isEqualTo(Map.of("app", application.title));
        assertThat(labels).containsEntry("app", application.title).containsEntry("app.kubernetes.io/part-of", "maydan");
        assertThat(container(application).getPorts())
                .extracting(port -> port.getName() + " " + port.getContainerPort())
                .containsExactly("http " + application.port(), "management " + application.managementPort());

        var service = base.one(Service.class, application.title).getSpec();
        assertThat(labels).containsAllEntriesOf(service.getSelector());
        assertThat(service.getPorts()).singleElement().satisfies(port -> {
            assertThat(port.getPort()).isEqualTo(application.port());
            assertThat(port.getTargetPort()).isEqualTo(new IntOrString("http"));
        });
        assertThat(labels)
                .containsAllEntriesOf(base.one(PodDisruptionBudget.class, application.title)
                        .getSpec()
                        .getSelector()
                        .getMatchLabels());
        assertThat(base.one(ServiceAccount.class, application.title).getAutomountServiceAccountToken())
                .isFalse();
        assertThat(base.one(Deployment.class, application.title)
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getServiceAccountName())
                .isEqualTo(application.title);
        var scaling = base.one(HorizontalPodAutoscaler.class, application.title).getSpec();
        assertThat(scaling.getScaleTargetRef().getName()).isEqualTo(application.title);
        assertThat(scaling.getMinReplicas()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void everyApplicationIsWatchedAndMayDoLittle() {
        var pod = base.one(Deployment.class, "every-application")
                .getSpec()
                .getTemplate()
                .getSpec();
        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");

        var container = pod.getContainers().getFirst();
        assertProbe(container.getReadinessProbe(), "/actuator/health/readiness");
        assertProbe(container.getLivenessProbe(), "/actuator/health/liveness");
        assertProbe(container.getStartupProbe(), "/actuator/health/liveness");
        assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
        assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(container.getResources().getLimits()).containsKey("memory");
        // Until no request comes, then a phase for those that have begun and one for messages (maydan-application.yml).
        var phase = Pattern.compile("timeout-per-shutdown-phase: (\\d+)s")
                .matcher(Repository.read(Repository.path("service-starter/src/main/resources/maydan-application.yml")))
                .results()
                .map(found -> Long.valueOf(found.group(1)))
                .findFirst()
                .orElseThrow();
        var before = container.getLifecycle().getPreStop().getSleep().getSeconds();
        assertThat(before).isPositive();
        assertThat(pod.getTerminationGracePeriodSeconds()).isGreaterThan(before + 2 * phase);
        assertThat(Repository.lines("Dockerfile"))
                .contains("USER " + pod.getSecurityContext().getRunAsUser() + ":"
                        + pod.getSecurityContext().getRunAsGroup());
        assertThat(pod.getVolumes())
                .extracting(volume -> volume.getName())
                .containsAll(container.getVolumeMounts().stream()
                        .map(mount -> mount.getName())
                        .toList());

        var patch = Repository.objects(Repository.yaml("k8s/base/kustomization.yaml"), "patches")
                .getFirst();
        assertThat(patch).containsEntry("target", Map.of("kind", "Deployment"));
        for (var application : Application.values()) {
            assertThat(container(application).getName()).isEqualTo(container.getName());
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void anOverlayPinsEveryImage(String folder) {
        var images = Repository.objects(Repository.yaml(folder + "/kustomization.yaml"), "images");
        assertThat(images)
                .extracting(image -> String.valueOf(image.get("name")))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Application.values())
                        .map(application -> container(application).getImage())
                        .toList());
        assertThat(images)
                .allSatisfy(
                        image -> assertThat(String.valueOf(image.get("newTag"))).matches("\\d+\\.\\d+.*"));
        assertThat(Manifests.in(folder).all(ConfigMap.class))
                .allSatisfy(map -> assertThat(
                                base.one(ConfigMap.class, "maydan").getData().keySet())
                        .containsAll(map.getData().keySet()));
    }

    @Test
    void theGatewayIsTheOnlyDoor() {
        var backends = base.all(Ingress.class).stream()
                .flatMap(ingress -> ingress.getSpec().getRules().stream())
                .flatMap(rule -> rule.getHttp().getPaths().stream())
                .map(path -> path.getBackend().getService())
                .toList();
        assertThat(backends).isNotEmpty().allSatisfy(backend -> {
            assertThat(backend.getName()).isEqualTo(Application.GATEWAY.title);
            assertThat(backend.getPort().getName()).isEqualTo("http");
        });
    }

    static List<String> folders() {
        return Manifests.folders();
    }

    static List<String> overlays() {
        return folders().stream()
                .filter(folder -> folder.startsWith("k8s/overlays/"))
                .toList();
    }

    private static void assertProbe(Probe probe, String path) {
        assertThat(probe.getHttpGet().getPath()).isEqualTo(path);
        assertThat(probe.getHttpGet().getPort()).isEqualTo(new IntOrString("management"));
    }

    private Container container(Application application) {
        return base.one(Deployment.class, application.title)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst();
    }

    private static @Nullable String value(List<EnvVar> variables, String name) {
        return variables.stream()
                .filter(variable -> variable.getName().equals(name))
                .map(EnvVar::getValue)
                .findFirst()
                .orElse(null);
    }

    /** The model keeps a field that it does not know as an additional property. */
    private static void unknownFields(@Nullable Object value, String where, List<String> unknown) {
        if (value instanceof Collection<?> list) {
            list.forEach(element -> unknownFields(element, where, unknown));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(element -> unknownFields(element, where, unknown));
        } else if (value != null && value.getClass().getName().startsWith("io.fabric8.")) {
            for (var field : value.getClass().getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    try {
                        field.setAccessible(true);
                        var inner = field.get(value);
                        if (field.getName().equals("additionalProperties") && inner instanceof Map<?, ?> more) {
                            more.keySet().forEach(name -> unknown.add(where + ": " + name));
                        } else {
                            unknownFields(inner, where, unknown);
                        }
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
        }
    }
}
