package ma.maydan.incubators;

import java.time.Duration;
import java.util.stream.Stream;
import ma.maydan.local.TestBackends;
import ma.maydan.local.TestTokens;
import ma.maydan.local.testing.Api;
import ma.maydan.local.testing.MovedClock;
import ma.maydan.local.testing.OpenApiDocument;
import ma.maydan.starter.MaydanApplication;
import ma.maydan.starter.time.CurrentZoneRules;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ConfigurableApplicationContext;

/** The service itself, on the real broker and the MongoDB contract; started once for all tests of the module. */
public final class Service {

    /** The id of the cluster's own organization. */
    public static final String CLUSTER = "00000000-cluster";

    private static final ConfigurableApplicationContext CONTEXT = run(
            "--logging.level.root=warn",
            "--logging.level.de.bwaldvogel=error",
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--management.server.port=0",
            "--management.server.address=127.0.0.1",
            "--maydan.mongodb.uri=" + TestBackends.mongoUri(),
            "--maydan.mongodb.database=incubators_test",
            "--spring.kafka.bootstrap-servers=" + TestBackends.kafkaBootstrap(),
            "--maydan.cluster-organization-id=" + CLUSTER,
            "--maydan.oidc.issuer=" + TestTokens.issuer(),
            "--maydan.oidc.internal-uri=" + TestTokens.issuer(),
            "--spring.mail.host=" + TestBackends.mailbox().smtpHost(),
            "--spring.mail.port=" + TestBackends.mailbox().smtpPort());

    private static final String URI =
            "http://127.0.0.1:" + CONTEXT.getEnvironment().getRequiredProperty("local.server.port");

    /** Its HTTP interface. */
    public static final Api API = Api.of(URI);

    private Service() {}

    /** As {@link MaydanApplication} does it, with a clock that a test can move. */
    private static ConfigurableApplicationContext run(String... arguments) {
        CurrentZoneRules.install();
        return new SpringApplication(IncubatorsApplication.class, MovedClock.class).run(arguments);
    }

    public static OpenApiDocument document() {
        return OpenApiDocument.of(URI);
    }

    public static <T> T bean(Class<T> type) {
        return CONTEXT.getBean(type);
    }

    public static <T> Stream<T> beans(Class<T> type) {
        return CONTEXT.getBeansOfType(type).values().stream();
    }

    /** Tells it once more what it is told after a start. */
    public static void starts() {
        CONTEXT.publishEvent(new ApplicationReadyEvent(new SpringApplication(), new String[0], CONTEXT, Duration.ZERO));
    }
}
