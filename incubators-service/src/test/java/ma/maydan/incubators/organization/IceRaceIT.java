package ma.maydan.incubators.organization;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import ma.maydan.incubators.Profiles;
import ma.maydan.incubators.Service;
import ma.maydan.incubators.casefile.EvidenceItem;
import ma.maydan.starter.cluster.ClusterOrganization;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.messaging.Outbox;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.vocabulary.OrganizationKind;
import ma.maydan.starter.web.ExpectedVersion;
import ma.maydan.testkit.api.Parallel;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Many admins verify organizations with one ICE at the same moment. */
class IceRaceIT {

    private static final int ORGANIZATIONS = 12;
    private static final Actor OFFICER = new Actor("officer", true, false);
    private static final Actor ADMIN = new Actor("admin", true, true);

    private final MongoDatabase database = Service.bean(MongoClient.class)
            .getDatabase("race_" + UUID.randomUUID().toString().substring(0, 8));
    private final OrganizationStore store = new OrganizationStore(database, Service.bean(Outbox.class), 5);
    private final OrganizationService organizations = new OrganizationService(
            store,
            new DirectoryFigures(store, Service.bean(Clock.class), Duration.ZERO),
            new ClusterOrganization(Service.CLUSTER),
            Service.bean(Clock.class));

    @Test
    void oneIsVerified() {
        assertThat(verifyAllAtOnce()).isEqualTo(1);
    }

    @Test
    void withoutTheUniqueIndexSeveralAre() {
        database.getCollection("organizations").dropIndex(new Document("entry.held", 1));
        assertThat(verifyAllAtOnce()).isGreaterThan(1);
    }

    private long verifyAllAtOnce() {
        var cases =
                IntStream.range(0, ORGANIZATIONS).mapToObj(this::underReview).toList();
        return Parallel.atOnce(cases.size(), i -> verify(cases.get(i))).stream()
                .filter(verified -> verified)
                .count();
    }

    private boolean verify(Organization taken) {
        try {
            organizations.change(
                    taken.id(),
                    new ExpectedVersion(taken.version()),
                    ADMIN,
                    organization ->
                            organization.verify(ADMIN, Service.bean(Clock.class).instant()));
            return true;
        } catch (ProblemException refused) {
            assertThat(refused.code()).isEqualTo("ice-taken");
            return false;
        }
    }

    private Organization underReview(int number) {
        var owner = new Actor("owner-" + number, false, false);
        var profile = Profiles.profile("Démo " + number, "001234567890123", OrganizationKind.STARTUP);
        var draft = organizations.create(UUID.randomUUID().toString(), profile, owner);
        for (var item : List.of(EvidenceItem.FOUNDING_DOCUMENT, EvidenceItem.MANDATE)) {
            organizations.change(
                    draft.id(),
                    one -> Optional.of(Casework.give(one, () -> CaseworkTest.evidence(item), owner, Instant.now())));
        }
        var submitted = organizations.submit(draft.id(), new ExpectedVersion(3), CaseworkTest.DECLARATION, owner);
        organizations.change(submitted.id(), new ExpectedVersion(4), OFFICER, one -> one.take(OFFICER, Instant.now()));
        return organizations.change(
                submitted.id(),
                new ExpectedVersion(5),
                OFFICER,
                one -> Casework.check(one, CaseworkTest.PASSED, OFFICER, Instant.now()));
    }
}
