package ma.maydan.starter.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.support.SpringFactoriesLoader;

class ClusterOrganizationTest {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ClusterAutoConfiguration.class))
            .withPropertyValues("maydan.cluster-organization-id=${CLUSTER_ORGANIZATION_ID}");

    @Test
    void withoutTheSettingAServiceThatNamesItDoesNotStartAndSaysWhy() {
        service.run(context -> {
            var failure = Objects.requireNonNull(context.getStartupFailure());
            var analyzers = SpringFactoriesLoader.forDefaultResourceLocation()
                    .load(FailureAnalyzer.class, (type, name, needsMore) -> {});
            assertThat(analyzers)
                    .extracting(analyzer -> analyzer.analyze(failure))
                    .anyMatch(analysis -> analysis != null
                            && analysis.getDescription().equals("CLUSTER_ORGANIZATION_ID is not set."));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "<script>"})
    void norWithOneThatIsNoId(String id) {
        service.withPropertyValues("CLUSTER_ORGANIZATION_ID=" + id)
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("CLUSTER_ORGANIZATION_ID must be the id"));
    }

    @Test
    void withItTheClusterIsKnown() {
        service.withPropertyValues("CLUSTER_ORGANIZATION_ID=cluster-1")
                .run(context -> assertThat(
                                context.getBean(ClusterOrganization.class).id())
                        .isEqualTo("cluster-1"));
    }

    @Test
    void aServiceThatDoesNotNameItNeedsNone() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(ClusterAutoConfiguration.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(ClusterOrganization.class));
    }
}
