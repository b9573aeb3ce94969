package ma.maydan.events.event;

import static ma.maydan.testkit.builders.RegisteredOrganization.anOrganization;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import ma.maydan.events.EventsIT;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.backends.TestTokens;
import ma.maydan.testkit.backends.Topics;
import ma.maydan.testkit.backends.Topics.Message;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an event is by the clock and by its host's standing, and how partner systems learn of it. */
class EventTimeIT extends EventsIT {

    private static final String REASON = "{\"reasonCode\":\"OTHER\",\"reasonText\":{\"fr\":\"Salle fermée\"}}";

    @Test
    void anEventThatIsOverIsCompletedByItself() {
        var event = publishedEvent("over-1", 3);
        var path = "/events/" + event.id();
        var host = "organizationId=" + event.text("hostOrganizationId");
        clock.moveTo(Instant.parse(event.text("endsAt")).minusSeconds(30));
        assertThat(get(null, path).text("status")).isEqualTo("PUBLISHED");
        assertThat(get(null, "/events?" + host).ids()).containsExactly(event.id());

        clock.moveTo(Instant.parse(event.text("endsAt")));
        assertThat(get(null, path).text("status")).isEqualTo("COMPLETED");
        assertThat(get(null, "/events?" + host).ids()).isEmpty();
        assertThat(get(TestTokens.person("over-1"), path).allowedTransitions()).isEmpty();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Topics.messages("maydan.events", event.id()))
                        .extracting(Message::type)
                        .endsWith("ma.maydan.event.completed.v1"));
        var told = get(null, "/events?" + host + "&updatedAfter=" + event.text("updatedAt"));
        assertThat(told.at("/items/0/status")).isEqualTo("COMPLETED");
        assertThat(told.at("/items/0/title/fr")).isEqualTo("Atelier");
    }

    @Test
    void onceAnEventHasBegunItAdvertisesNoSeat() {
        var event = publishedEvent("begun-1", 3);
        var path = "/events/" + event.id();
        assertThat(get(null, path).body().path("registrationOpen").asBoolean()).isTrue();
        assertThat(get(null, path).body().at("/seats/free").asInt()).isEqualTo(3);

        clock.moveTo(Instant.parse(event.text("startsAt")));

        for (var shown : new JsonNode[] {
            get(null, path).body(),
            get(null, "/events?organizationId=" + event.text("hostOrganizationId"))
                    .body()
                    .at("/items/0")
        }) {
            assertThat(shown.path("registrationOpen").asBoolean(true)).isFalse();
            assertThat(shown.at("/seats/free").asInt()).isZero();
            assertThat(shown.path("status").asString()).isEqualTo("PUBLISHED");
        }
        assertThat(post(TestTokens.person("ann"), path + "/registrations", "{}").code())
                .isEqualTo("registration-closed");
    }

    @Test
    void whatIsRefusedWhileTheHostIsSuspendedIsNotOffered() {
        var host = tell(anOrganization().ownedBy("idle"));
        var idle = TestTokens.person("idle");
        var draft = post(idle, "/events", eventBody(host.id(), 3)).expect(201);
        var other = post(idle, "/events", eventBody(host.id(), 3)).expect(201);
        var submitted =
                transition(idle, other, "/events/" + other.id() + "/submit", "").expect(200);

        var gone = tell(host.next("SUSPENDED"));
        assertThat(get(idle, "/events/" + draft.id()).allowedTransitions()).containsExactly("edit", "image", "delete");
        assertThat(get(idle, "/events/" + draft.id()).text("hostStatus")).isEqualTo("SUSPENDED");
        assertThat(get(OFFICER, "/events/" + submitted.id()).allowedTransitions())
                .containsExactly("return");
        assertThat(transition(idle, draft, "/events/" + draft.id() + "/submit", "")
                        .code())
                .isEqualTo("host-not-verified");

        tell(gone.next("VERIFIED"));
        assertThat(get(idle, "/events/" + draft.id()).allowedTransitions())
                .containsExactly("edit", "image", "submit", "delete");
    }

    @Test
    void whoSynchronizesLearnsWhatWentAwayAndWhatCameBack() {
        var host = tell(anOrganization().ownedBy("sync"));
        var stays = published("sync", eventBody(host.id(), 3));
        var cancelled = published("sync", eventBody(host.id(), 3));
        var draft = post(TestTokens.person("sync"), "/events", eventBody(host.id(), 3))
                .expect(201);
        var since = draft.text("updatedAt");
        var list = "/events?limit=100&organizationId=" + host.id() + "&updatedAfter=";
        assertThat(get(null, list + since).ids()).isEmpty();

        transition(TestTokens.person("sync"), cancelled, "/events/" + cancelled.id() + "/cancel", REASON)
                .expect(200);
        api(TestTokens.person("sync"))
                .delete("/api/v1/events/" + draft.id(), draft.version())
                .expect(204);
        var went = get(TestTokens.machine("partner", "events.read"), list + since);
        assertThat(went.ids()).containsExactly(cancelled.id());
        assertOnlyState(went, 0, "CANCELLED");
        assertThat(get(null, list + since + "&kind=WORKSHOP").ids()).containsExactly(cancelled.id());
        assertThat(get(null, list + since + "&kind=MEETUP").ids()).isEmpty();

        var afterwards = went.at("/items/0/updatedAt");
        var gone = tell(host.next("SUSPENDED"));
        var hidden = get(null, list + afterwards);
        assertThat(hidden.ids()).contains(stays.id()).doesNotContain(draft.id());
        assertOnlyState(hidden, hidden.ids().indexOf(stays.id()), "SUSPENDED");

        var then = hidden.body()
                .path("items")
                .valueStream()
                .map(item -> item.path("updatedAt").asString())
                .max(String::compareTo)
                .orElseThrow();
        tell(gone.next("VERIFIED"));
        var back = get(null, list + then);
        assertThat(back.at("/items/" + back.ids().indexOf(stays.id()) + "/title/fr"))
                .isEqualTo("Atelier");
        assertThat(get(null, "/events?organizationId=" + host.id()).ids()).containsExactly(stays.id());
    }

    private static void assertOnlyState(Answer list, int index, String status) {
        var item = list.body().at("/items/" + index);
        assertThat(item.propertyNames()).containsExactlyInAnyOrder("id", "version", "status", "updatedAt");
        assertThat(item.path("status").asString()).isEqualTo(status);
    }
}
