package ma.maydan.events.event;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import ma.maydan.events.EventsIT;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.ownership.Standing;
import ma.maydan.starter.vocabulary.ReasonCode;
import ma.maydan.testkit.backends.TestTokens;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The standing of a host, as its events keep it. */
class HostStandingsIT extends EventsIT {

    @Autowired
    private EventStore store;

    @Test
    void moreEventsThanOnePartFollowTheirHost() {
        var event = publishedEvent("many", 3);
        var host = event.text("hostOrganizationId");
        var events = database.getCollection("events");
        var copy = events.find(eq("_id", event.id())).first();
        assertThat(copy).isNotNull();
        events.insertMany(IntStream.range(0, 1_100)
                .mapToObj(
                        i -> new Document(copy).append("_id", UUID.randomUUID().toString()))
                .toList());

        organization(host, 2, "SUSPENDED", "many", false);
        assertThat(get(null, "/events?organizationId=" + host).ids()).isEmpty();
        assertThat(events.countDocuments(
                        new Document("owner.organizationId", host).append("owner.standing.verified", true)))
                .isZero();

        organization(host, 3, "VERIFIED", "many", false);
        assertThat(get(null, "/events?limit=100&organizationId=" + host).ids()).hasSize(100);
        events.deleteMany(eq("owner.organizationId", host));
    }

    @Test
    void whatAHostThatNobodyConfirmedHasPublishedGoesOnAndNothingNewBegins() {
        var event = publishedEvent("lapsing", 3);
        var host = event.text("hostOrganizationId");
        var owner = TestTokens.person("lapsing");
        var another = post(owner, "/events", eventBody(host, 3)).expect(201);

        organization(host, 2, "LAPSED", "lapsing", false);

        assertThat(get(null, "/events?organizationId=" + host).ids()).containsExactly(event.id());
        assertThat(post(TestTokens.person("guest"), "/events/" + event.id() + "/registrations", "{}")
                        .status())
                .isEqualTo(201);
        assertThat(transition(owner, another, "/events/" + another.id() + "/submit", "{}")
                        .code())
                .isEqualTo("host-not-verified");
        assertThat(post(owner, "/events", eventBody(host, 3)).code()).isEqualTo("host-not-verified");
    }

    @Test
    void aStandingThatComesLateOrTwiceChangesNothing() {
        var event = publishedEvent("late", 3);
        var host = event.text("hostOrganizationId");
        store.follow(host, new Standing(false, 7));
        store.follow(host, new Standing(true, 9));

        store.follow(host, new Standing(false, 7));
        store.follow(host, new Standing(true, 9));

        assertThat(kept(event.id())).isEqualTo(new Standing(true, 9));
    }

    @Test
    void aChangeOfTheEventLeavesItTheStandingThatCameMeanwhile() {
        var event = publishedEvent("meanwhile", 3);
        var read = store.find(event.id()).orElseThrow();
        store.follow(read.hostOrganizationId(), new Standing(false, 5));
        var reason = new Reason(ReasonCode.OTHER, read.content().title());

        store.update(
                read.take(EventTransition.CANCEL, new Actor("admin", true, true), reason, java.time.Instant.now()));

        assertThat(kept(event.id())).isEqualTo(new Standing(false, 5));
    }

    @Test
    void aSuspendedHostReadsNoRegistrants() {
        var event = publishedEvent("curious", 3);
        var registration = post(TestTokens.person("ann"), "/events/" + event.id() + "/registrations", "{}")
                .expect(201);
        var curious = TestTokens.person("curious");
        get(curious, "/registrations/" + registration.id()).expect(200);

        organization(event.text("hostOrganizationId"), 2, "SUSPENDED", "curious", false);

        assertThat(get(curious, "/events/" + event.id() + "/registrations").status())
                .isEqualTo(404);
        assertThat(get(curious, "/registrations/" + registration.id()).status()).isEqualTo(404);
        get(curious, "/events/" + event.id()).expect(200);
        get(OFFICER, "/events/" + event.id() + "/registrations").expect(200);
        get(TestTokens.person("ann"), "/registrations/" + registration.id()).expect(200);
    }

    private Standing kept(String event) {
        return store.find(event).orElseThrow().owner().standing();
    }
}
