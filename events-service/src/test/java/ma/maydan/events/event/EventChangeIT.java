package ma.maydan.events.event;

import static ma.maydan.testkit.builders.RegisteredOrganization.anOrganization;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import ma.maydan.events.EventsIT;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.api.Api;
import ma.maydan.testkit.api.Parallel;
import ma.maydan.testkit.backends.TestTokens;
import ma.maydan.testkit.backends.Topics;
import ma.maydan.testkit.builders.RegisteredOrganization;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** A published event is changed: at once, or once the cluster has agreed. */
class EventChangeIT extends EventsIT {

    private static final String REASON =
            "{\"reasonCode\":\"WRONG_DATES\",\"reasonText\":{\"fr\":\"Jour férié\",\"ar\":\"يوم عطلة\"}}";

    private String owner;
    private String token;
    private RegisteredOrganization host;
    private Answer event;
    private String path;

    @BeforeEach
    void aPublishedEvent() {
        owner = "changing-" + UUID.randomUUID();
        token = TestTokens.person(owner);
        host = tell(anOrganization().ownedBy(owner));
        event = published(owner, eventBody(host.id(), 5));
        path = "/events/" + event.id();
    }

    @Test
    void textsCountAtOnceAndTellNobody() {
        var guest = guest();
        var body = body();
        body.set("title", Api.JSON.readTree("{\"ar\":\"عنوان\",\"fr\":\"Autre titre\"}"));
        body.put("capacity", 6).put("joinLink", "https://meet.example/x");
        var edited = edit(body, event);

        assertThat(edited.at("/title/fr")).isEqualTo("Autre titre");
        assertThat(edited.text("status")).isEqualTo("PUBLISHED");
        assertThat(edited.body().path("capacity").asInt()).isEqualTo(6);
        assertThat(edited.body().has("proposal")).isFalse();
        assertThat(get(null, path).at("/title/fr")).isEqualTo("Autre titre");
        hears(owner, "event.published");
        assertThat(kinds(guest)).isEmpty();
    }

    @Test
    void anotherTimeWaitsAndTheRestCountsAtOnce() {
        var guest = guest();
        var changed = edit(moved(1).put("kind", "MEETUP"), event);

        assertThat(changed.text("kind")).isEqualTo("MEETUP");
        assertThat(changed.text("startsAt")).isEqualTo(event.text("startsAt"));
        assertThat(changed.body().path("proposal").path("changed").toString())
                .isEqualTo("[\"startsAtLocal\",\"endsAtLocal\"]");
        assertThat(changed.allowedTransitions()).contains("edit", "withdraw-change");
        assertThat(get(null, path).body().has("proposal")).isFalse();
        assertThat(waiting("CHANGE")).contains(event.id());
        assertThat(waiting("PUBLICATION")).doesNotContain(event.id());

        var accepted = transition(OFFICER, get(OFFICER, path), path + "/accept-change", "")
                .expect(200);

        assertThat(Instant.parse(accepted.text("startsAt")))
                .isEqualTo(Instant.parse(event.text("startsAt")).plus(Duration.ofDays(1)));
        assertThat(waiting("CHANGE")).doesNotContain(event.id());
        hears(guest, "event.moved");
        hears(owner, "event.published", "event.change_accepted");
        assertThat(api(TestTokens.person(guest))
                        .in("fr")
                        .get("/api/v1/me/notices/events")
                        .at("/items/0/words/text"))
                .contains("et non le");
        assertThat(post(TestTokens.person("late-" + owner), path + "/registrations", "{}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void itEndsAtItsNewTimeAndTakesRegistrationsUntilItsNewStart() {
        var changed = edit(moved(3), event);
        var accepted = transition(OFFICER, changed, path + "/accept-change", "").expect(200);

        clock.moveTo(Instant.parse(event.text("endsAt")).plusSeconds(1));
        assertThat(get(null, path).text("status")).isEqualTo("PUBLISHED");
        post(TestTokens.person("later-" + owner), path + "/registrations", "{}").expect(201);
        clock.moveTo(Instant.parse(accepted.text("endsAt")));
        assertThat(get(null, path).text("status")).isEqualTo("COMPLETED");
    }

    @Test
    void anotherPlaceAndFewerSeatsWaitToo() {
        var guest = guest();
        var body = body().put("format", "ONLINE").put("capacity", 4);
        var changed = edit(body, event);

        assertThat(changed.body().path("proposal").path("changed").toString()).isEqualTo("[\"format\",\"capacity\"]");
        assertThat(changed.body().path("capacity").asInt()).isEqualTo(5);
        assertThat(changed.body()
                        .path("proposal")
                        .path("content")
                        .path("capacity")
                        .asInt())
                .isEqualTo(4);
        transition(OFFICER, changed, path + "/accept-change", "").expect(200);
        hears(guest, "event.relocated");
    }

    @Test
    void whatIsWrittenMeanwhileIsKeptWhenTheChangeCounts() {
        var changed = edit(moved(1), event);
        var retitled = body();
        retitled.set("title", Api.JSON.readTree("{\"ar\":\"عنوان\",\"fr\":\"Neuf\"}"));
        retitled.put("capacity", 9);
        var edited = edit(retitled, changed);
        assertThat(edited.body().path("proposal").path("changed")).hasSize(2);

        var accepted = transition(OFFICER, edited, path + "/accept-change", "").expect(200);

        assertThat(accepted.at("/title/fr")).isEqualTo("Neuf");
        assertThat(accepted.body().path("capacity").asInt()).isEqualTo(9);
        assertThat(accepted.text("startsAt")).isNotEqualTo(event.text("startsAt"));
    }

    @Test
    void theClusterReturnsAChangeAndTheHostTakesOneBack() {
        var guest = guest();
        var returned = transition(OFFICER, edit(moved(1), event), path + "/return-change", REASON)
                .expect(200);
        assertThat(returned.text("startsAt")).isEqualTo(event.text("startsAt"));
        assertThat(get(token, path).at("/decision/reasonText/fr")).isEqualTo("Jour férié");
        assertThat(get(null, path).body().has("decision")).isFalse();
        hears(owner, "event.published", "event.change_returned");

        var withdrawn = transition(token, edit(moved(2), returned), path + "/withdraw-change", "")
                .expect(200);
        assertThat(withdrawn.body().has("proposal")).isFalse();
        assertThat(transition(OFFICER, withdrawn, path + "/accept-change", "").code())
                .isEqualTo("invalid-transition");
        assertThat(kinds(guest)).isEmpty();
    }

    @Test
    void ofTwoOfficersAndAHostAtOnceOneDecides() {
        var changed = edit(moved(1), event);
        var answers = Parallel.atOnce(List.<Callable<Answer>>of(
                () -> transition(OFFICER, changed, path + "/accept-change", ""),
                () -> transition(ADMIN, changed, path + "/return-change", REASON),
                () -> transition(token, changed, path + "/withdraw-change", "")));
        assertThat(answers).extracting(Answer::status).containsOnly(200, 412).containsOnlyOnce(200);
    }

    @Test
    void aChangeLapsesWhenTheEventBegins() {
        edit(moved(1), event);
        clock.moveTo(Instant.parse(event.text("startsAt")));

        assertThat(transition(OFFICER, get(OFFICER, path), path + "/accept-change", "")
                        .code())
                .isEqualTo("invalid-transition");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(get(token, path).body().has("proposal")).isFalse());
        hears(owner, "event.published", "event.change_lapsed");
    }

    @Test
    void aCancelledEventHasNoChangeAndASuspendedHostNoneThatCounts() {
        var changed = edit(moved(1), event);
        tell(host.next("SUSPENDED"));
        assertThat(transition(OFFICER, get(OFFICER, path), path + "/accept-change", "")
                        .code())
                .isEqualTo("host-not-verified");
        assertThat(api(token).put("/api/v1" + path, body(), changed.version()).code())
                .isEqualTo("host-not-verified");
        tell(host.next("SUSPENDED").next("VERIFIED"));

        var cancelled = transition(token, get(token, path), path + "/cancel", REASON.replace("WRONG_DATES", "OTHER"))
                .expect(200);
        assertThat(cancelled.body().has("proposal")).isFalse();
        assertThat(waiting("CHANGE")).doesNotContain(event.id());
    }

    @Test
    void whatHasBegunIsNotChangedAndWhatIsChangedStaysComplete() {
        var body = body();
        body.set("title", Api.JSON.readTree("{\"fr\":\"Seul\"}"));
        assertThat(api(token).put("/api/v1" + path, body, event.version()).at("/errors/0/pointer"))
                .isEqualTo("/title/ar");
        clock.moveTo(Instant.parse(event.text("startsAt")));
        assertThat(api(token).put("/api/v1" + path, moved(9), event.version()).code())
                .isEqualTo("invalid-transition");
    }

    @Test
    void aTrustedHostPublishesAndMovesItsEventsByItself() {
        var draft = post(token, "/events", eventBody(host.id(), 5)).expect(201);
        var at = "/events/" + draft.id();
        assertThat(transition(token, draft, at + "/self-publish", "").code()).isEqualTo("forbidden");
        tell(host.next("VERIFIED").asTrusted(true));

        assertThat(get(token, at).allowedTransitions()).contains("self-publish", "submit");
        var published = transition(token, draft, at + "/self-publish", "").expect(200);
        assertThat(published.text("status")).isEqualTo("PUBLISHED");
        post(TestTokens.person("first"), at + "/registrations", "{}").expect(201);
        var changed =
                api(token).put("/api/v1" + at, moved(1), published.version()).expect(200);
        assertThat(changed.body().has("proposal")).isFalse();
        assertThat(changed.text("startsAt")).isNotEqualTo(published.text("startsAt"));

        tell(host.next("VERIFIED").next("VERIFIED").asTrusted(false));
        var waits = api(token).put("/api/v1" + at, moved(2), changed.version()).expect(200);
        assertThat(waits.body().has("proposal")).isTrue();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Topics.messages("maydan.events", draft.id()))
                        .first()
                        .satisfies(first -> assertThat(first.type()).isEqualTo("ma.maydan.event.created.v1")));
    }

    @Test
    void aTrustedHostThatIsSuspendedPublishesNothing() {
        var draft = post(token, "/events", eventBody(host.id(), 5)).expect(201);
        tell(host.next("SUSPENDED").asTrusted(true));
        assertThat(transition(token, draft, "/events/" + draft.id() + "/self-publish", "")
                        .status())
                .isEqualTo(403);
    }

    private Answer edit(ObjectNode body, Answer of) {
        return api(token).put("/api/v1" + path, body, of.version()).expect(200);
    }

    private ObjectNode body() {
        var body = (ObjectNode) Api.JSON.readTree(eventBody(host.id(), 5));
        body.put("startsAtLocal", event.text("startsAtLocal"));
        body.put("endsAtLocal", event.text("endsAtLocal"));
        return body;
    }

    private ObjectNode moved(int days) {
        var body = body();
        for (var field : List.of("startsAtLocal", "endsAtLocal")) {
            body.put(
                    field, LocalDateTime.parse(event.text(field)).plusDays(days).toString());
        }
        return body;
    }

    private String guest() {
        var guest = "guest-" + UUID.randomUUID();
        post(TestTokens.person(guest), path + "/registrations", "{}").expect(201);
        return guest;
    }

    private List<String> waiting(String review) {
        return get(OFFICER, "/event-reviews?limit=100&review=" + review)
                .expect(200)
                .ids();
    }

    private void hears(String person, String... kinds) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(kinds(person)).containsExactlyInAnyOrder(kinds));
    }

    /** What a person hears of events; that they have registered they hear too. */
    private List<String> kinds(String person) {
        return get(TestTokens.person(person), "/me/notices/events")
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("kind").asString())
                .filter(kind -> kind.startsWith("event."))
                .toList();
    }
}
