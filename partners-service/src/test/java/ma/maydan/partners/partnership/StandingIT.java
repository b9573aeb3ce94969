package ma.maydan.partners.partnership;

import static ma.maydan.testkit.api.Parallel.atOnce;
import static ma.maydan.testkit.builders.RegisteredOrganization.anOrganization;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import ma.maydan.partners.PartnersIT;
import ma.maydan.partners.organization.OrganizationReplica;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.messaging.EventReader;
import ma.maydan.starter.messaging.Outbox;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.vocabulary.MemberRole;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.backends.Topics;
import ma.maydan.testkit.backends.Topics.Message;
import ma.maydan.testkit.builders.RegisteredOrganization;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the standing of the parties in the register does to their partnerships. */
class StandingIT extends PartnersIT {

    private static final Circumstances NOW =
            new Circumstances(Instant.parse("2026-11-23T10:00:00Z"), LocalDate.parse("2026-11-23"), true, true);

    @Autowired
    private PartnershipStore partnerships;

    @Autowired
    private MongoClient mongo;

    @Autowired
    private Outbox outbox;

    @Autowired
    private EventReader reader;

    @Test
    void aSuspendedPartySuspendsWhatIsInForceAndItsReinstatementResumesJustThat() {
        var incubator = incubator();
        var active = active(incubator);
        var byPerson =
                reasoned(api.admin("admin2"), active(incubator), "suspend").expect(200);
        var review = underReview(incubator);
        var draft = draft(incubator);
        var elsewhere = active(incubator());

        var gone = known(incubator.next("SUSPENDED"));
        var suspended = awaitStatus(active, "SUSPENDED");
        assertThat(suspended.at("/decision/outcome")).isEqualTo("SUSPENDED");
        assertThat(suspended.at("/decision/reasonCode")).isEqualTo("PARTY_NOT_VERIFIED");
        assertThat(suspended.allowedTransitions()).isEmpty();
        assertThat(api.get(PATH + "/" + active.id()).status()).isEqualTo(404);
        assertThat(api.get(PATH + "?organizationId=" + incubator.id()).ids()).isEmpty();
        assertThat(step(api.admin("admin"), suspended, "resume").status()).isEqualTo(409);
        assertThat(step(api.admin("admin"), byPerson, "resume").code()).isEqualTo("organization-not-verified");
        assertThat(step(api.admin("admin2"), review, "approve").code()).isEqualTo("organization-not-verified");
        assertThat(step(api.person(owner), draft, "submit").code()).isEqualTo("organization-not-verified");
        assertThat(read(elsewhere).text("status")).isEqualTo("ACTIVE");

        known(gone.next("VERIFIED"));
        var resumed = awaitStatus(active, "ACTIVE");
        assertThat(resumed.body().has("decision")).isFalse();
        assertThat(api.get(PATH + "?organizationId=" + incubator.id()).ids()).containsExactly(active.id());
        assertThat(read(byPerson).text("status")).isEqualTo("SUSPENDED");
        assertThat(read(review).text("status")).isEqualTo("UNDER_REVIEW");
        assertThat(read(elsewhere).version()).isEqualTo(elsewhere.version());
        assertThat(step(api.admin("admin"), byPerson, "resume").status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Topics.messages("maydan.partnerships", active.id()))
                        .extracting(Message::type)
                        .containsExactly(
                                "ma.maydan.partnership.created.v1",
                                "ma.maydan.partnership.submitted.v1",
                                "ma.maydan.partnership.activated.v1",
                                "ma.maydan.partnership.suspended.v1",
                                "ma.maydan.partnership.resumed.v1"));
    }

    @Test
    void aPartyThatNobodyConfirmedStaysInWhatIsInForceAndAgreesOnNothingNew() {
        var incubator = incubator();
        var active = active(incubator);
        var review = underReview(incubator);
        var draft = draft(incubator);

        var lapsed = known(incubator.next("LAPSED"));
        awaitHandled();

        assertThat(api.get(PATH + "/" + active.id()).expect(200).text("status")).isEqualTo("ACTIVE");
        assertThat(step(api.person(owner), draft, "submit").code()).isEqualTo("organization-not-verified");
        assertThat(step(api.admin("admin2"), review, "approve").code()).isEqualTo("organization-not-verified");

        known(lapsed.next("REVOKED"));
        awaitStatus(active, "SUSPENDED");
    }

    @Test
    void aPartnershipResumesOnlyOnceEveryPartyIsVerifiedAgain() {
        var incubator = incubator();
        var university = known(anOrganization().ownedBy("rector").withKind("UNIVERSITY"));
        var body = proposal(incubator);
        body.put("partnerOrganizationId", university.id());
        var draft = api.person(owner).create(PATH, body).expect(201);
        var active = step(
                        api.admin("admin2"),
                        step(api.person(owner), draft, "submit").expect(200),
                        "approve")
                .expect(200);

        var firstGone = known(incubator.next("SUSPENDED"));
        awaitStatus(active, "SUSPENDED");
        var secondGone = known(university.next("SUSPENDED"));
        known(firstGone.next("VERIFIED"));
        awaitHandled();
        assertThat(read(active).text("status")).isEqualTo("SUSPENDED");

        known(secondGone.next("VERIFIED"));
        awaitStatus(active, "ACTIVE");
    }

    @Test
    void eventsThatAreLateRepeatedOrOutOfOrderChangeNothing() {
        var incubator = incubator();
        var active = active(incubator);
        known(incubator.at(5, "SUSPENDED"));
        var suspended = awaitStatus(active, "SUSPENDED");

        incubator.at(4, "VERIFIED").publish();
        incubator.at(1, "VERIFIED").publish();
        incubator.at(5, "SUSPENDED").publish();
        incubator.at(5, "VERIFIED").publish();
        known(incubator.at(6, "SUSPENDED"));
        awaitHandled();
        assertThat(read(active).version()).isEqualTo(suspended.version());

        known(incubator.at(8, "VERIFIED"));
        var resumed = awaitStatus(active, "ACTIVE");
        incubator.at(7, "SUSPENDED").publish();
        incubator.at(6, "SUSPENDED").publish();
        incubator.at(8, "VERIFIED").publish();
        known(incubator.at(9, "VERIFIED"));
        awaitHandled();
        assertThat(read(active).version()).isEqualTo(resumed.version());
    }

    @Test
    void anApprovalThatRacesTheSuspensionOfAPartyNeverLeavesItInForce() {
        var approvals = 0;
        for (var round = 0; round < 25; round++) {
            var incubator = incubator();
            var submitted = underReview(incubator);
            var gone = incubator.next("SUSPENDED");
            var head = round % 6;

            var approval = atOnce(
                            List.<Callable<Answer>>of(() -> step(api.admin("admin2"), submitted, "approve"), () -> {
                                for (var i = 0; i < head; i++) {
                                    read(submitted);
                                }
                                gone.publish();
                                return submitted;
                            }))
                    .getFirst();

            known(gone.at(3, "SUSPENDED"));
            if (approval.status() == 200) {
                approvals++;
                awaitStatus(submitted, "SUSPENDED");
            } else {
                assertThat(approval.code()).isEqualTo("organization-not-verified");
                assertThat(read(submitted).text("status")).isEqualTo("UNDER_REVIEW");
            }
        }
        assertThat(approvals).isPositive();
    }

    /**
     * The order that the race above meets by chance: the approval has read the register, the suspension is handled
     * whole, the approval writes. Until the service reads its own event, the partnership is wrongly in force.
     */
    @Test
    void whoListensToTheRegisterAloneMissesAnApprovalUnderWay() {
        var database =
                mongo.getDatabase("standing_" + UUID.randomUUID().toString().substring(0, 8));
        var store = new PartnershipStore(database, outbox, 5);
        var standing = new Standing(organizations, store, reader, clock);
        var incubator = incubator();
        var underReview = proposedTo(store, incubator.id());
        var approval = underReview.approve(new Actor("admin2", true, true), NOW);

        var gone = known(incubator.next("SUSPENDED"));
        standing.onOrganization(record(RegisteredOrganization.TOPIC, gone.id(), gone.sequence(), gone.data()));
        store.update(approval);
        assertThat(status(store, underReview.id())).isEqualTo(Partnership.Status.ACTIVE);

        standing.onPartnership(record("maydan.partnerships", underReview.id(), 3, "{}"));
        assertThat(status(store, underReview.id())).isEqualTo(Partnership.Status.SUSPENDED);
    }

    @Test
    void aListenerThatDiedBetweenTheReplicaAndThePartnershipEndsItsWorkWhenTheEventComesAgain() {
        var incubator = incubator();
        var active = active(incubator);
        await().atMost(Duration.ofSeconds(30)).until(() -> Topics.handled("maydan.partnerships", "partners-service"));
        var gone = incubator.next("SUSPENDED");
        organizations.apply(new OrganizationReplica(
                gone.id(),
                gone.sequence(),
                LocalizedText.of("x", "x", "x"),
                gone.kinds(),
                gone.status(),
                null,
                List.of(new OrganizationReplica.Member(owner, MemberRole.OWNER))));
        assertThat(read(active).text("status")).isEqualTo("ACTIVE");

        gone.publish();

        awaitStatus(active, "SUSPENDED");
    }

    @Test
    void manyStepsOfTheRegisterAndOfTheStaffAtOnceEndAsTheRegisterSays() {
        var incubator = incubator();
        var active = active(incubator);

        atOnce(List.<Callable<Integer>>of(
                () -> publishInTurn(incubator), () -> stepInTurn(active, List.of("admin-1", "admin-2", "admin-3"))));

        known(incubator.at(101, "SUSPENDED"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> read(active).text("status").equals("SUSPENDED"));
        known(incubator.at(102, "VERIFIED"));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var end = read(active);
            if (end.at("/decision/reasonCode").equals("INCOMPLETE_EVIDENCE")) {
                step(api.admin("admin-9"), end, "resume");
            }
            assertThat(read(active).text("status")).isEqualTo("ACTIVE");
        });
    }

    @Test
    void aMessageThatNobodyCanReadIsSetAsideWithItsReasonAndTheNextOneIsHandled() {
        var incubator = incubator();
        var active = active(incubator);
        var topic = RegisteredOrganization.TOPIC;
        var type = "ma.maydan.organization.updated.v1";
        var bad = new ArrayList<String>();
        bad.add("no event");
        Topics.publish(topic, incubator.id(), bad.getFirst(), Map.of());
        for (var data : List.of(
                "{\"id\":\"x\"}",
                "[]",
                "null",
                "{\"legalName\":",
                incubator.data().replace("\"VERIFIED\"", "null"),
                incubator.data().replaceAll("\"members\":\\[[^]]*]", "\"members\":7"),
                incubator.data().replaceAll("\"members\":\\[[^]]*]", "\"members\":[null]"),
                incubator.data().replaceAll("\"members\":\\[[^]]*]", "\"members\":[{\"role\":\"OWNER\"}]"),
                incubator.data().replaceAll("\"kinds\":\\[[^]]*]", "\"kinds\":[null]"))) {
            bad.add(data);
            Topics.publish(topic, incubator.id(), type, 2, data);
        }
        var withoutSequence = Topics.headers(incubator.id(), type, 2);
        withoutSequence.put("ce_sequence", "soon");
        bad.add("{\"n\":1}");
        Topics.publish(topic, incubator.id(), "{\"n\":1}", withoutSequence);

        known(incubator.at(3, "SUSPENDED"));
        awaitStatus(active, "SUSPENDED");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Topics.messages(topic + ".dlt", incubator.id()))
                        .extracting(Message::value)
                        .containsExactlyInAnyOrderElementsOf(bad));
        assertThat(Topics.messages(topic + ".dlt", incubator.id())).allSatisfy(message -> {
            assertThat(message.header("kafka_dlt-exception-message")).contains("PoisonMessageException");
            assertThat(message.header("kafka_dlt-original-topic")).isEqualTo(topic);
            assertThat(message.header("kafka_dlt-original-consumer-group")).isEqualTo("partners-service");
        });
        assertThat(Topics.messages(topic + ".dlt", incubator.id()).getFirst().header("kafka_dlt-exception-message"))
                .contains("ce_id");
        assertThat(api.person(owner).get("/api/v1/me/partnerships").status()).isEqualTo(200);
    }

    private static int publishInTurn(RegisteredOrganization organization) {
        for (var sequence = 2; sequence <= 100; sequence++) {
            organization
                    .at(sequence, sequence % 2 == 0 ? "SUSPENDED" : "VERIFIED")
                    .publish();
        }
        return 99;
    }

    private int stepInTurn(Answer active, List<String> admins) {
        var taken = 0;
        for (var i = 0; i < 40; i++) {
            var seen = read(active);
            var admin = api.admin(admins.get(i % admins.size()));
            var answer = seen.text("status").equals("ACTIVE")
                    ? reasoned(admin, seen, "suspend")
                    : step(admin, seen, "resume");
            assertThat(answer.status()).as("%s", answer).isIn(200, 403, 409, 412);
            taken += answer.status() == 200 ? 1 : 0;
        }
        return taken;
    }

    private static void awaitHandled() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Topics.handled(RegisteredOrganization.TOPIC, "partners-service"));
    }

    private static Partnership proposedTo(PartnershipStore store, String incubator) {
        var text = LocalizedText.of("نص", "Texte", "Text");
        var terms = new Terms(
                text,
                text,
                Terms.Lever.TALENT,
                Terms.Type.MOU,
                LocalDate.parse("2026-01-01"),
                LocalDate.parse("2028-01-01"));
        var proposer = new Actor("owner", false, false).with(MemberRole.OWNER);
        var draft = store.insert(
                Partnership.draft(UUID.randomUUID().toString(), terms, incubator, CLUSTER.id(), proposer, NOW));
        return store.update(draft.submit(proposer, NOW));
    }

    private static Partnership.Status status(PartnershipStore store, String id) {
        return store.find(id).orElseThrow().status();
    }

    private static ConsumerRecord<String, byte[]> record(String topic, String subject, long sequence, String data) {
        var record = new ConsumerRecord<>(topic, 0, 0, subject, data.getBytes(StandardCharsets.UTF_8));
        Topics.headers(subject, "ma.maydan.test.v1", sequence)
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
