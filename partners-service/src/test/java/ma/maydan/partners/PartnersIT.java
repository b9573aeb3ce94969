package ma.maydan.partners;

import static ma.maydan.testkit.builders.RegisteredOrganization.anOrganization;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import ma.maydan.partners.organization.OrganizationReplicas;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.api.Api;
import ma.maydan.testkit.api.ServiceTest;
import ma.maydan.testkit.backends.MovedClock;
import ma.maydan.testkit.builders.RegisteredOrganization;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** The whole service over HTTP, with a real broker, the MongoDB contract and signed tokens; one for all its tests. */
@ServiceTest(value = PartnersApplication.class, properties = "maydan.cluster-organization-id=" + PartnersIT.CLUSTER_ID)
public abstract class PartnersIT {

    static final String CLUSTER_ID = "00000000-cluster";

    protected static final String PATH = "/api/v1/partnerships";

    /** The cluster itself, which nobody changes; {@code officer} owns it and {@code admin} belongs to it. */
    protected static final RegisteredOrganization CLUSTER = anOrganization()
            .withId(CLUSTER_ID)
            .withKind("CLUSTER")
            .ownedBy("officer")
            .with("admin", "EDITOR");

    @Autowired
    protected OrganizationReplicas organizations;

    @Autowired
    protected MovedClock clock;

    /** For nobody; {@code api.person(…)} and so on for others. */
    @Autowired
    protected Api api;

    protected final String owner = "owner-" + UUID.randomUUID();

    @BeforeEach
    void theClusterIsKnown() {
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
        return known(anOrganization().ownedBy(owner));
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
