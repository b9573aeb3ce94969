package ma.maydan.events.registration;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import ma.maydan.events.EventsIT;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.backends.TestTokens;
import org.junit.jupiter.api.Test;

/** Who holds a registration knows what became of its event. */
class WhatIsHeldIT extends EventsIT {

    private static final String REASON =
            "{\"reasonCode\":\"OTHER\",\"reasonText\":{\"fr\":\"Salle fermée\",\"ar\":\"القاعة مغلقة\"}}";

    private final String person = "holder-" + UUID.randomUUID();
    private final String token = TestTokens.person(person);

    @Test
    void whoIsRegisteredReadsWhyTheEventIsCancelledAndNobodyElseDoes() {
        var event = publishedEvent("held-1", 2);
        var mine = register(event);
        var gaveUp = post(TestTokens.person("gave-up"), "/events/" + event.id() + "/registrations", "{}")
                .expect(201);
        transition(TestTokens.person("gave-up"), gaveUp, "/registrations/" + gaveUp.id() + "/cancel", "")
                .expect(200);
        transition(TestTokens.person("held-1"), event, "/events/" + event.id() + "/cancel", REASON)
                .expect(200);

        var read = get(token, "/events/" + event.id()).expect(200);
        assertThat(read.text("status")).isEqualTo("CANCELLED");
        assertThat(read.at("/decision/reasonText/ar")).isEqualTo("القاعة مغلقة");
        assertThat(read.at("/myRegistration/id")).isEqualTo(mine.id());
        assertThat(read.body().path("registrationOpen").asBoolean()).isFalse();
        assertThat(read.body().at("/seats/free").asInt()).isZero();
        assertThat(read.allowedTransitions()).isEmpty();
        for (var path :
                new String[] {"/registrations/" + mine.id(), "/me/registrations", "/me/registrations?when=COMING"}) {
            var answer = get(token, path).expect(200).body();
            var one = answer.has("items") ? answer.at("/items/0") : answer;
            assertThat(one.path("eventStatus").asString()).as(path).isEqualTo("CANCELLED");
            assertThat(one.at("/eventDecision/reasonText/fr").asString()).isEqualTo("Salle fermée");
            assertThat(one.path("eventRegistrationOpen").asBoolean(true)).isFalse();
        }
        assertThat(get(null, "/events/" + event.id()).status()).isEqualTo(404);
        assertThat(get(TestTokens.person("stranger"), "/events/" + event.id()).status())
                .isEqualTo(404);
        assertThat(get(TestTokens.person("gave-up"), "/events/" + event.id()).status())
                .isEqualTo(404);
        assertThat(get(TestTokens.person("gave-up"), "/registrations/" + gaveUp.id())
                        .body()
                        .has("eventDecision"))
                .isFalse();
        assertThat(get(TestTokens.machine("partner", "events.read"), "/events/" + event.id())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoIsRegisteredReadsThatTheHostIsSuspended() {
        var event = publishedEvent("held-2", 2);
        var mine = register(event);
        var host = event.text("hostOrganizationId");
        organization(host, 2, "SUSPENDED", "held-2", false);

        for (var reader : new String[] {token, TestTokens.person("held-2"), OFFICER}) {
            var read = get(reader, "/events/" + event.id()).expect(200);
            assertThat(read.text("status")).isEqualTo("SUSPENDED");
            assertThat(read.text("hostStatus")).isEqualTo("SUSPENDED");
            assertThat(read.at("/decision/reasonCode")).isEqualTo("HOST_NOT_VERIFIED");
            assertThat(read.body().path("registrationOpen").asBoolean(true)).isFalse();
            assertThat(read.body().at("/seats/free").asInt()).isZero();
        }
        var row = get(token, "/registrations/" + mine.id());
        assertThat(row.text("eventStatus")).isEqualTo("SUSPENDED");
        assertThat(row.at("/eventDecision/reasonCode")).isEqualTo("HOST_NOT_VERIFIED");
        assertThat(get(null, "/events/" + event.id()).status()).isEqualTo(404);
        assertThat(get(TestTokens.person("held-2"), "/events/" + event.id())
                        .body()
                        .path("registrationsReadable")
                        .asBoolean(true))
                .isFalse();

        organization(host, 3, "VERIFIED", "held-2", false);
        assertThat(get(token, "/registrations/" + mine.id()).text("eventStatus"))
                .isEqualTo("PUBLISHED");
        assertThat(get(TestTokens.person("held-2"), "/events/" + event.id())
                        .body()
                        .path("registrationsReadable")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aRepetitionIsAnsweredAsTheRequestWasThoughTheEventIsCancelledSince() {
        var event = publishedEvent("held-3", 2);
        var key = UUID.randomUUID().toString();
        var path = "/events/" + event.id() + "/registrations";
        var first = post(token, path, "{}", key).expect(201);
        transition(TestTokens.person("held-3"), event, "/events/" + event.id() + "/cancel", REASON)
                .expect(200);

        assertThat(post(token, path, "{}", key).expect(201).body()).isEqualTo(first.body());
    }

    @Test
    void whatIsComingStandsApartFromWhatIsOverAndTheNextIsFirst() {
        var late = register(eventIn(30));
        var soon = register(eventIn(12));
        var next = register(eventIn(3));
        var under = eventIn(1);
        var running = register(under);
        clock.moveTo(Instant.parse(under.text("startsAt")).plusSeconds(60));

        assertThat(get(token, "/me/registrations?when=COMING").ids())
                .containsExactly(running.id(), next.id(), soon.id(), late.id());
        assertThat(get(token, "/me/registrations?when=PAST").ids()).isEmpty();

        clock.moveTo(Instant.now().plusSeconds(20 * 86_400L));
        assertThat(get(token, "/me/registrations?when=COMING").ids()).containsExactly(late.id());
        assertThat(get(token, "/me/registrations?when=PAST").ids()).containsExactly(soon.id(), next.id(), running.id());
        assertThat(get(token, "/me/registrations").ids())
                .containsExactly(running.id(), next.id(), soon.id(), late.id());
        var page = get(token, "/me/registrations?when=PAST&limit=2");
        assertThat(get(token, "/me/registrations?when=PAST&limit=2&cursor=" + page.text("nextCursor"))
                        .ids())
                .containsExactly(running.id());
        assertThat(get(token, "/me/registrations?when=EVER").status()).isEqualTo(422);
    }

    @Test
    void aRegistrationFromBeforeIsFoundByTheTimeOfItsEventToo() {
        var mine = register(eventIn(3));
        database.getCollection("registrations")
                .updateOne(
                        eq("_id", mine.id()),
                        Updates.combine(Updates.unset("event.startsAt"), Updates.unset("event.endsAt")));

        assertThat(get(token, "/me/registrations?when=COMING").ids()).containsExactly(mine.id());
    }

    private Answer eventIn(int days) {
        var host = UUID.randomUUID().toString();
        organization(host, 1, "VERIFIED", "host-of-many", false);
        var start = LocalDateTime.now(java.time.ZoneOffset.UTC)
                .plusDays(days)
                .withNano(0)
                .withSecond(0);
        return published(
                "host-of-many",
                eventBody(host, 5)
                        .replaceFirst("\"startsAtLocal\":\"[^\"]+\"", "\"startsAtLocal\":\"" + start + "\"")
                        .replaceFirst("\"endsAtLocal\":\"[^\"]+\"", "\"endsAtLocal\":\"" + start.plusHours(2) + "\""));
    }

    private Answer register(Answer event) {
        return post(token, "/events/" + event.id() + "/registrations", "{}").expect(201);
    }
}
