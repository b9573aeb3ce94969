package ma.maydan.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may talk to whom, worked out from the NetworkPolicies the way a cluster does. */
class NetworkTest {

    private final Manifests base = Manifests.in("k8s/base");
    private final List<NetworkPolicy> policies = base.all(NetworkPolicy.class);

    /** One direction of one policy: with whom, at which ports. */
    private record Rule(List<NetworkPolicyPeer> peers, List<NetworkPolicyPort> ports) {}

    @ParameterizedTest
    @EnumSource
    void anApplicationReachesTheOthersThatItCallsAndNoMore(Application caller) {
        var services = Set.of("events-service http", "incubators-service http", "partners-service http");
        var expected = new TreeSet<String>();
        switch (caller) {
            case GATEWAY -> {
                expected.addAll(services);
                expected.add("portal http");
            }
            case PORTAL -> expected.addAll(services);
            case EVENTS, INCUBATORS, PARTNERS -> {}
        }
        var reached = new TreeSet<String>();
        for (var called : Application.values()) {
            for (var port : ports(called)) {
                Predicate<Rule> toCalled = rule -> namesPods(rule, labels(called)) && hasPort(rule, port);
                Predicate<Rule> fromCaller = rule -> namesPods(rule, labels(caller)) && hasPort(rule, port);
                if (caller != called
                        && out(caller).anyMatch(toCalled)
                        && in(called).anyMatch(fromCaller)) {
                    reached.add(called.title + " " + port.getName());
                }
            }
        }
        assertThat(reached).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void anApplicationReachesTheBackendsThatItUsesAndNoMore(Application application) {
        var names = Set.of("kubernetes.io/metadata.name=kube-system 53");
        var keycloakAndMongo = Set.of("maydan.ma/keycloak=true 8080", "maydan.ma/mongodb=true 27017");
        var expected = new TreeSet<>(names);
        if (application != Application.PORTAL) {
            expected.addAll(keycloakAndMongo);
        }
        if (application != Application.PORTAL && application != Application.GATEWAY) {
            expected.add("maydan.ma/kafka=true 9093");
            expected.add("maydan.ma/mail=true 587");
        }
        assertThat(namespaces(out(application))).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheGatewayIsReachedFromOutsideAndMetricsByWhoMeasures(Application application) {
        var expected = new TreeSet<>(Set.of("maydan.ma/monitoring=true management"));
        if (application == Application.GATEWAY) {
            expected.add("maydan.ma/ingress=true http");
        }
        assertThat(namespaces(in(application))).isEqualTo(expected);
    }

    @Test
    void whatNoPolicyNamesIsDenied() {
        var everything = base.one(NetworkPolicy.class, "default-deny").getSpec();
        assertThat(everything.getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
        assertThat(everything.getPodSelector()).isEqualTo(new LabelSelector());
        assertThat(everything.getIngress()).isEmpty();
        assertThat(everything.getEgress()).isEmpty();
    }

    @Test
    void noRuleIsOpenToEverybodyOrToEveryPort() {
        for (var application : Application.values()) {
            assertThat(Stream.concat(in(application), out(application))).allSatisfy(rule -> {
                assertThat(rule.peers()).isNotEmpty();
                assertThat(rule.ports()).isNotEmpty();
            });
        }
    }

    private Stream<Rule> in(Application application) {
        return policies(application, "Ingress")
                .flatMap(policy -> policy.getSpec().getIngress().stream())
                .map(rule -> new Rule(rule.getFrom(), rule.getPorts()));
    }

    private Stream<Rule> out(Application application) {
        return policies(application, "Egress")
                .flatMap(policy -> policy.getSpec().getEgress().stream())
                .map(rule -> new Rule(rule.getTo(), rule.getPorts()));
    }

    private Stream<NetworkPolicy> policies(Application application, String type) {
        return policies.stream()
                .filter(policy -> policy.getSpec().getPolicyTypes().contains(type))
                .filter(policy -> selects(policy.getSpec().getPodSelector(), labels(application)));
    }

    private static boolean namesPods(Rule rule, Map<String, String> labels) {
        return rule.peers().stream()
                .filter(peer -> peer.getNamespaceSelector() == null && peer.getPodSelector() != null)
                .anyMatch(peer -> selects(peer.getPodSelector(), labels));
    }

    private static boolean hasPort(Rule rule, ContainerPort port) {
        return rule.ports().stream()
                .map(NetworkPolicyPort::getPort)
                .anyMatch(named -> named.equals(new IntOrString(port.getName()))
                        || named.equals(new IntOrString(port.getContainerPort())));
    }

    /** Such as “maydan.ma/ingress=true http”. */
    private static Set<String> namespaces(Stream<Rule> rules) {
        var found = new TreeSet<String>();
        rules.forEach(rule -> rule.peers().stream()
                .filter(peer -> peer.getNamespaceSelector() != null)
                .flatMap(peer -> peer.getNamespaceSelector().getMatchLabels().entrySet().stream())
                .forEach(label -> rule.ports()
                        .forEach(port -> found.add(
                                label + " " + port.getPort().getValue().toString()))));
        return found;
    }

    private static boolean selects(LabelSelector selector, Map<String, String> labels) {
        var terms = new ArrayList<Boolean>();
        selector.getMatchLabels().forEach((name, value) -> terms.add(value.equals(labels.get(name))));
        selector.getMatchExpressions().forEach(expression -> {
            assertThat(expression.getOperator()).isEqualTo("In");
            terms.add(expression.getValues().contains(labels.get(expression.getKey())));
        });
        return !terms.contains(false);
    }

    private Map<String, String> labels(Application application) {
        return pod(application).getMetadata().getLabels();
    }

    private List<ContainerPort> ports(Application application) {
        return pod(application).getSpec().getContainers().getFirst().getPorts();
    }

    private PodTemplateSpec pod(Application application) {
        return base.one(Deployment.class, application.title).getSpec().getTemplate();
    }
}
