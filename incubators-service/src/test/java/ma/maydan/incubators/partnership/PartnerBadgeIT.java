package ma.maydan.incubators.partnership;

import static ma.maydan.incubators.Service.API;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.maydan.incubators.Flows;
import ma.maydan.incubators.Service;
import ma.maydan.incubators.organization.OrganizationService;
import ma.maydan.starter.cluster.ClusterOrganization;
import ma.maydan.starter.time.Morocco;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.api.Api;
import ma.maydan.testkit.backends.MovedClock;
import ma.maydan.testkit.backends.Topics;
import ma.maydan.testkit.backends.Topics.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PartnerBadgeIT {

    private static final String TOPIC = "maydan.partnerships";
    private static final MovedClock CLOCK = Service.bean(MovedClock.class);
    private static final PartnerBadges BADGES = Service.bean(PartnerBadges.class);

    private final String owner = Flows.newPerson();
    private final Answer verified = Flows.verified(owner, "INCUBATOR");
    private final String organization = verified.id();
    private final String partnership = UUID.randomUUID().toString();

    @Test
    void anActivePartnershipGivesTheBadgeAndItsEndTakesIt() {
        publish(partnership, 3, "UNDER_REVIEW");
        publish(partnership, 4, "ACTIVE");
        awaitPartner(true);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Topics.messages("maydan.organizations", organization))
                        .filteredOn(message -> message.type().equals("ma.maydan.organization.partner_changed.v1"))
                        .singleElement()
                        .satisfies(message -> assertThat(
                                        message.data().path("partner").asBoolean())
                                .isTrue()));

        publish(partnership, 5, "SUSPENDED");
        awaitPartner(false);
        publish(partnership, 6, "ACTIVE");
        awaitPartner(true);
    }

    @Test
    void theBadgeStaysWhileAnotherPartnershipIsActive() {
        publish(partnership, 4, "ACTIVE");
        awaitPartner(true);
        publish("second-" + partnership, 2, "ACTIVE");
        publish(partnership, 5, "SUSPENDED");
        awaitApplied(partnership, 5);
        awaitApplied("second-" + partnership, 2);
        publish("second-" + partnership, 3, "TERMINATED");
        awaitPartner(false);
    }

    @Test
    void repeatedAndLateEventsChangeNothing() {
        publish(partnership, 5, "SUSPENDED");
        publish(partnership, 4, "ACTIVE");
        publish(partnership, 5, "SUSPENDED");
        publish(partnership, 6, "ACTIVE");
        awaitPartner(true);
        var version = API.get(path()).expect(200).version();
        assertThat(version).isEqualTo(verified.version() + 1);

        publish(partnership, 5, "SUSPENDED");
        publish(partnership, 6, "ACTIVE");
        publish(partnership, 7, "SUSPENDED");
        publish(partnership, 8, "ACTIVE");
        awaitApplied(partnership, 8);
        awaitPartner(true);
        assertThat(API.get(path()).expect(200).version()).isEqualTo(version + 2);
    }

    @Test
    void aMessageThatNobodyCanReadIsSetAsideAndTheNextOneIsHandled() {
        Topics.publish(TOPIC, partnership, "no event", Map.of());
        var unreadable = List.of(
                "{\"id\":\"x\"}",
                "{\"parties\": 7}",
                "null",
                "[]",
                "{\"status\":\"ACTIVE\",\"parties\":null}",
                "{\"status\":\"ACTIVE\",\"parties\":[null]}");
        for (var data : unreadable) {
            Topics.publish(TOPIC, partnership, "ma.maydan.partnership.activated.v1", 3, data);
        }
        publish(partnership, 4, "ACTIVE");
        awaitPartner(true);
        var expected = new ArrayList<>(unreadable);
        expected.add("no event");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Topics.messages(TOPIC + ".dlt", partnership))
                        .extracting(Message::value)
                        .containsExactlyInAnyOrderElementsOf(expected));
        assertThat(Topics.messages(TOPIC + ".dlt", partnership))
                .extracting(message -> message.header("kafka_dlt-exception-message"))
                .allMatch(reason -> reason.contains("PoisonMessageException"));
    }

    @Test
    void aPartyThatTheRegisterDoesNotKnowIsNoObstacle() {
        Topics.publish(
                TOPIC,
                partnership,
                "ma.maydan.partnership.activated.v1",
                4,
                Api.JSON.writeValueAsString(
                        Map.of("id", partnership, "parties", List.of("unknown", organization), "status", "ACTIVE")));
        awaitPartner(true);
    }

    @Test
    void theBadgeAndAStepOfTheStaffDoNotLoseEachOther() {
        for (var sequence = 1; sequence <= 20; sequence++) {
            publish(partnership, sequence, sequence % 2 == 0 ? "ACTIVE" : "SUSPENDED");
        }
        var admins = List.of("admin", "admin2");
        for (var i = 0; i < 6; ) {
            var read = API.officer("officer").get(path());
            var step = read.text("registrationStatus").equals("VERIFIED") ? "suspend" : "reinstate";
            var answer = API.admin(admins.get(i % 2)).post(path() + "/" + step, Flows.reason(), read.version());
            if (answer.status() == 200) {
                i++;
            } else {
                assertThat(answer.code()).isEqualTo("version-conflict");
            }
        }
        awaitApplied(partnership, 20);
        awaitPartner(true);
        assertThat(API.get(path()).expect(200).text("registrationStatus")).isEqualTo("VERIFIED");
    }

    @Test
    void theBadgeComesAndGoesAtMidnightInMoroccoByItself() {
        var first = LocalDate.parse("2027-07-01");
        publish(partnership, 4, "APPROVED", first, first.plusDays(1));
        awaitApplied(partnership, 4);
        // Until its own service says so, which may be away.
        publish("now-" + partnership, 4, "ACTIVE", first, first);
        awaitApplied("now-" + partnership, 4);
        assertThat(isPartner()).isFalse();

        CLOCK.moveTo(midnight(first).minusSeconds(30));
        BADGES.turn();
        assertThat(isPartner()).isFalse();
        CLOCK.moveTo(midnight(first));
        awaitPartner(true);
        CLOCK.moveTo(midnight(first.plusDays(2)).minusSeconds(30));
        BADGES.turn();
        assertThat(isPartner()).isTrue();
        CLOCK.moveTo(midnight(first.plusDays(2)));
        awaitPartner(false);
    }

    @Test
    void onePartnershipThatEndsLeavesTheBadgeOfAnother() {
        var first = LocalDate.parse("2027-07-01");
        publish(partnership, 4, "APPROVED", first, first);
        publish("longer-" + partnership, 4, "APPROVED", first, first.plusDays(9));
        awaitApplied("longer-" + partnership, 4);

        CLOCK.moveTo(midnight(first));
        awaitPartner(true);
        CLOCK.moveTo(midnight(first.plusDays(1)));
        BADGES.turn();
        assertThat(isPartner()).isTrue();
        publish("longer-" + partnership, 5, "SUSPENDED", first, first.plusDays(9));
        awaitPartner(false);
    }

    @Test
    void theClusterCarriesNoBadge() {
        publish(partnership, 4, "ACTIVE");
        awaitPartner(true);

        var badges = new PartnerBadges(
                Service.bean(PartnershipStore.class),
                Service.bean(OrganizationService.class),
                new ClusterOrganization(organization),
                CLOCK);
        assertThat(isPartner()).as("one from before is taken away").isFalse();
        badges.show(List.of(organization));
        assertThat(isPartner()).isFalse();
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(Morocco.ZONE).toInstant();
    }

    private boolean isPartner() {
        return API.officer("officer").get(path()).body().path("partner").asBoolean();
    }

    @AfterEach
    void itIsThePresentAgain() {
        CLOCK.moveBack();
    }

    private void publish(String id, long sequence, String status, LocalDate first, LocalDate last) {
        var data = Map.of(
                "id",
                id,
                "parties",
                List.of(organization, Service.CLUSTER),
                "status",
                status,
                "startsOn",
                first.toString(),
                "endsOn",
                last.toString());
        Topics.publish(TOPIC, id, "ma.maydan.partnership.updated.v1", sequence, Api.JSON.writeValueAsString(data));
    }

    private void publish(String id, long sequence, String status) {
        var data =
                Map.of("id", id, "parties", List.of(organization), "status", status, "lever", "TALENT", "type", "MOU");
        Topics.publish(TOPIC, id, "ma.maydan.partnership.updated.v1", sequence, Api.JSON.writeValueAsString(data));
    }

    private void awaitPartner(boolean expected) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(API.officer("officer")
                                .get(path())
                                .body()
                                .path("partner")
                                .asBoolean())
                        .isEqualTo(expected));
    }

    private static void awaitApplied(String id, long sequence) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                Service.bean(PartnershipStore.class).find(id).map(PartnershipReplica::sequence))
                        .contains(sequence));
    }

    private String path() {
        return "/api/v1/organizations/" + organization;
    }
}
