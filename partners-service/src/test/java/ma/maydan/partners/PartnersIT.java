package ma.maydan.partners;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.maydan.local.TestBackends;
import ma.maydan.local.TestTokens;
import ma.maydan.local.testing.Answer;
import ma.maydan.local.testing.Api;
import ma.maydan.local.testing.MovedClock;
import ma.maydan.local.testing.RegisteredOrganization;
import ma.maydan.partners.organization.OrganizationReplicas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service over HTTP, with a real broker, the MongoDB contract and signed tokens; one for all its tests. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
@Import(MovedClock.class)
public abstract class PartnersIT {

    protected static final String PATH = "/api/v1/partnerships";

    /** The cluster itself, which nobody changes; {@code officer} owns it and {@code admin} belongs to it. */
    protected static final RegisteredOrganization CLUSTER = new RegisteredOrganization(
            "00000000-cluster",
            1,
            "VERIFIED",
            List.of("CLUSTER"),
            false,
            Map.of("officer", "OWNER", "admin", "EDITOR"));

    @LocalServerPort
    private int port;

    @Autowired
    protected OrganizationReplicas organizations;

    @Autowired
    protected MovedClock clock;

    /** For nobody; {@code api.person(…)} and so on for others. */
    protected Api api;

    protected final String owner = "owner-" + UUID.randomUUID();

    @DynamicPropertySource
    static void backends(DynamicPropertyRegistry properties) {
        properties.add("MONGODB_URI", TestBackends::mongoUri);
        properties.add("KAFKA_BOOTSTRAP_SERVERS", TestBackends::kafkaBootstrap);
        properties.add("OIDC_ISSUER", TestTokens::issuer);
        properties.add("CLUSTER_ORGANIZATION_ID", CLUSTER::id);
    }

    @AfterEach
    void itIsThePresentAgain() {
        clock.moveBack();
    }

    @BeforeEach
    void theClusterIsKnown() {
        api = Api.of("http://localhost:" + port);
        if (organizations.find(CLUSTER.id()).isEmpty()) {
            known(CLUSTER);
        }
    }

    /** Tells the service of an organization, as the register does, and waits until it knows. */
    protected RegisteredOrganization known(RegisteredOrganization organization) {
        organization.publish();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> organizations
                        .find(organization.id())
                        .filter(replica -> replica.sequence() >= organization.sequence())
                        .isPresent());
        return organization;
    }

    /** A new verified incubator of {@link #owner}. */
    protected RegisteredOrganization incubator() {
        return known(RegisteredOrganization.ownedBy(owner));
    }

    /** The body of a valid proposal to the cluster, to change as a test needs. */
    protected static Map<String, Object> proposal(RegisteredOrganization proposer) {
        var body = new HashMap<String, Object>();
        body.put("title", Map.of("ar", "شراكة", "fr", "Partenariat", "en", "Partnership"));
        body.put("objectives", Map.of("fr", "Deux cohortes par an"));
        body.put("lever", "ECOSYSTEM");
        body.put("type", "MOU");
        body.put("proposerOrganizationId", proposer.id());
        body.put("startsOn", "2026-01-01");
        body.put("endsOn", "2028-12-31");
        return body;
    }

    protected static Map<String, Object> reason() {
        return Map.of(
                "reasonCode",
                "INCOMPLETE_EVIDENCE",
                "reasonText",
                Map.of("fr", "Il manque un budget", "ar", "الميزانية ناقصة"));
    }

    protected Answer draft(RegisteredOrganization proposer) {
        return api.person(owner).create(PATH, proposal(proposer)).expect(201);
    }

    protected Answer underReview(RegisteredOrganization proposer) {
        return step(api.person(owner), draft(proposer), "submit").expect(200);
    }

    protected Answer active(RegisteredOrganization proposer) {
        return step(api.admin("admin2"), underReview(proposer), "approve").expect(200);
    }

    /** A step of what an answer showed, without a body. */
    protected static Answer step(Api caller, Answer of, String step) {
        return caller.post(PATH + "/" + of.id() + "/" + step, of.version());
    }

    /** A step that gives a reason. */
    protected static Answer reasoned(Api caller, Answer of, String step) {
        return caller.post(PATH + "/" + of.id() + "/" + step, reason(), of.version());
    }

    /** What an admin reads of it now. */
    protected Answer read(Answer of) {
        return api.admin("admin2").get(PATH + "/" + of.id()).expect(200);
    }

    protected Answer awaitStatus(Answer of, String status) {
        await().atMost(Duration.ofSeconds(30)).until(() -> read(of).text("status"), status::equals);
        return read(of);
    }
}
