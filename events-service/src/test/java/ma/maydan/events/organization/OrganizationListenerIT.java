package ma.maydan.events.organization;

import static ma.maydan.testkit.api.Parallel.atOnce;
import static ma.maydan.testkit.builders.RegisteredOrganization.anOrganization;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ma.maydan.events.EventsIT;
import ma.maydan.testkit.backends.TestTokens;
import ma.maydan.testkit.backends.Topics;
import ma.maydan.testkit.backends.Topics.Message;
import ma.maydan.testkit.builders.RegisteredOrganization;
import org.junit.jupiter.api.Test;

/** What the register says, in whichever order and however often it comes. */
class OrganizationListenerIT extends EventsIT {

    @Test
    void eventsThatAreLateRepeatedOrOutOfOrderChangeNothing() {
        var host = tell(anOrganization().ownedBy("quinn").at(7, "SUSPENDED"));

        host.at(6, "VERIFIED").publish();
        host.at(7, "VERIFIED").publish();
        host.at(1, "VERIFIED").publish();
        awaitHandled();
        assertThat(known(host)).extracting("sequence", "registrationStatus").containsExactly(7L, "SUSPENDED");
        assertThat(post(TestTokens.person("quinn"), "/events", eventBody(host.id(), 1))
                        .code())
                .isEqualTo("host-not-verified");

        host.at(9, "VERIFIED").publish();
        host.at(8, "SUSPENDED").publish();
        host.at(9, "VERIFIED").publish();
        awaitHandled();
        assertThat(known(host)).extracting("sequence", "registrationStatus").containsExactly(9L, "VERIFIED");
        post(TestTokens.person("quinn"), "/events", eventBody(host.id(), 1)).expect(201);
    }

    @Test
    void ofManyEventsAtOnceTheLatestCounts() {
        var host = anOrganization().ownedBy("ruth");

        atOnce(30, i -> host.at(i + 1, i == 29 ? "VERIFIED" : "SUSPENDED").publish());

        awaitHandled();
        assertThat(known(host)).extracting("sequence", "registrationStatus").containsExactly(30L, "VERIFIED");
    }

    @Test
    void aMemberWhoLeavesLosesTheirEvents() {
        var host = tell(anOrganization().ownedBy("stan").withMembers(Map.of("stan", "OWNER", "ed", "EDITOR")));
        var draft = post(TestTokens.person("ed"), "/events", eventBody(host.id(), 1))
                .expect(201);

        tell(host.withMembers(Map.of("stan", "OWNER")).next("VERIFIED"));

        assertThat(get(TestTokens.person("ed"), "/events/" + draft.id()).status())
                .isEqualTo(404);
        assertThat(get(TestTokens.person("ed"), "/me/events").ids()).isEmpty();
        get(TestTokens.person("stan"), "/events/" + draft.id()).expect(200);
    }

    @Test
    void aMessageThatNobodyCanReadIsSetAsideWithItsReasonAndTheNextOneIsHandled() {
        var published = publishedEvent("tess", 1);
        var host = anOrganization().ownedBy("tess").withId(published.text("hostOrganizationId"));
        var data = host.data();
        var bad = new ArrayList<String>();
        bad.add("no event");
        Topics.publish(RegisteredOrganization.TOPIC, host.id(), "no event", Map.of());
        for (var spoiled : List.of(
                "{\"id\":\"x\"}",
                "[]",
                "null",
                "{\"legalName\":",
                "{\"partner\":false}",
                data.replace("\"VERIFIED\"", "null"),
                data.replaceAll("\"members\":\\[[^]]*]", "\"members\":[null]"),
                data.replaceAll("\"members\":\\[[^]]*]", "\"members\":[{\"role\":\"OWNER\"}]"))) {
            bad.add(spoiled);
            Topics.publish(RegisteredOrganization.TOPIC, host.id(), "ma.maydan.organization.updated.v1", 2, spoiled);
        }

        tell(host.at(3, "SUSPENDED"));

        var topic = RegisteredOrganization.TOPIC + ".dlt";
        var id = host.id();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Topics.messages(topic, id))
                        .extracting(Message::value)
                        .containsExactlyInAnyOrderElementsOf(bad));
        assertThat(Topics.messages(topic, id)).allSatisfy(message -> {
            assertThat(message.header("kafka_dlt-exception-message")).contains("PoisonMessageException");
            assertThat(message.header("kafka_dlt-original-topic")).isEqualTo(RegisteredOrganization.TOPIC);
            assertThat(message.header("kafka_dlt-original-consumer-group")).isEqualTo("events-service");
        });
        assertThat(get(null, "/events/" + published.id()).status()).isEqualTo(404);
        get(null, "/events?limit=100").expect(200);
        get(TestTokens.person("tess"), "/me/events").expect(200);
    }

    private OrganizationReplica known(RegisteredOrganization host) {
        return organizations.find(host.id()).orElseThrow();
    }

    private static void awaitHandled() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Topics.handled(RegisteredOrganization.TOPIC, "events-service"));
    }
}
