package ma.maydan.events.invitation;

import static ma.maydan.testkit.api.Parallel.atOnce;
import static ma.maydan.testkit.builders.RegisteredOrganization.anOrganization;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import ma.maydan.events.EventsIT;
import ma.maydan.events.seats.SeatLedgerStore;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.backends.TestTokens;
import ma.maydan.testkit.backends.Traces;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A host makes links by which so many people register. */
class InvitationLinksIT extends EventsIT {

    private static final String APPROVAL = "\"admission\":\"APPROVAL\"";

    @Autowired
    private SeatLedgerStore ledgers;

    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final String host = "host-" + unique;

    @Test
    void whoHasTheLinkNeedsNoApprovalAndNeedNotBeInTheAudience() {
        var event = publishedEvent(host, 5, APPROVAL + ",\"audience\":\"STARTUPS\"");
        var link = link(event, 1).expect(201);

        assertThat(register(event, "ann", null).code()).isEqualTo("not-in-audience");
        assertThat(register(event, "ann", link.text("token")).expect(201).text("status"))
                .isEqualTo("CONFIRMED");

        var shown = links(event);
        assertThat(shown.at("/items/0/used")).isEqualTo("1");
        assertThat(shown.at("/items/0/usable")).isEqualTo("false");
        assertThat(register(event, "ben", link.text("token")).code()).isEqualTo("invitation-used");
    }

    @Test
    void tenAtOnceUseALinkNoMoreOftenThanItMayBe() {
        var event = publishedEvent(host, 20, APPROVAL);
        var token = link(event, 3).expect(201).text("token");

        var answers = atOnce(10, i -> register(event, "n" + i, token));

        assertThat(answers.stream().filter(one -> one.status() == 201)).hasSize(3);
        assertThat(answers.stream().filter(one -> one.status() != 201))
                .allMatch(one -> one.code().equals("invitation-used"));
        assertThat(links(event).at("/items/0/used")).isEqualTo("3");
        settled(event);
        assertThat(taken(event)).as("no seat leaks").isEqualTo(3);
    }

    /** The control of the test above: with ten uses all ten come. */
    @Test
    void tenAtOnceUseALinkForTen() {
        var event = publishedEvent(host, 20, APPROVAL);
        var token = link(event, 10).expect(201).text("token");

        assertThat(atOnce(10, i -> register(event, "m" + i, token))).allMatch(one -> one.status() == 201);

        settled(event);
        assertThat(taken(event)).isEqualTo(10);
    }

    @Test
    void whoGivesUpGivesTheUseBack() {
        var event = publishedEvent(host, 5, APPROVAL);
        var token = link(event, 1).expect(201).text("token");
        var seat = register(event, "ann", token).expect(201);

        transition(person("ann-" + unique), seat, "/registrations/" + seat.id() + "/cancel", "{}")
                .expect(200);

        register(event, "ben", token).expect(201);
    }

    @Test
    void aLinkHoldsForItsEventUntilItEndsOrIsTakenBack() {
        var event = publishedEvent(host, 5, APPROVAL);
        var other = publishedEvent(host + "-2", 5, APPROVAL);
        var until = clock.instant().plus(Duration.ofHours(1));
        var ending = link(event, "\"uses\":5,\"until\":\"" + until + "\"")
                .expect(201)
                .text("token");
        var revoked = link(event, 5).expect(201);
        register(event, "kept", revoked.text("token")).expect(201);

        assertThat(register(other, "ann", ending).code()).isEqualTo("invitation-over");
        assertThat(register(event, "ann", "A".repeat(22)).code()).isEqualTo("invitation-over");
        for (var time = 0; time < 2; time++) {
            revoke(event, revoked.id(), host).expect(204);
        }
        assertThat(register(event, "ann", revoked.text("token")).code()).isEqualTo("invitation-over");
        assertThat(links(event).at("/items/0/revokedAt")).isNotEmpty();
        assertThat(taken(event)).isEqualTo(1);
        clock.moveTo(until);
        assertThat(register(event, "ann", ending).code()).isEqualTo("invitation-over");
    }

    @Test
    void nobodyComesBeforeRegistrationOpensOrMoreThanOnce() {
        var event = publishedEvent(host, 1);
        var token = link(event, 3).expect(201).text("token");
        register(event, "ann", token).expect(201);
        assertThat(register(event, "ann", token).code()).isEqualTo("already-registered");
        assertThat(register(event, "ben", token).text("status"))
                .as("no seat more than there are")
                .isEqualTo("WAITLISTED");
        var opens = Instant.parse(event.text("startsAt")).minus(Duration.ofDays(2));
        var later = publishedEvent(
                host + "-2",
                5,
                "\"registrationOpensAtLocal\":\"" + opens.toString().substring(0, 16) + "\"");
        var early = post(person(host + "-2"), path(later), "{\"label\":\"x\",\"uses\":1}")
                .expect(201);
        assertThat(register(later, "ann", early.text("token")).code()).isEqualTo("registration-not-open");
    }

    @Test
    void theTokenIsInTheLinkAlone() {
        var event = publishedEvent(host, 5);
        var key = UUID.randomUUID().toString();
        var body = "{\"label\":\"Partners\",\"uses\":2}";
        var first = post(person(host), path(event), body, key).expect(201);
        var again = post(person(host), path(event), body, key).expect(201);

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(first.response().headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(links(event).body().path("items")).hasSize(1);
        assertThat(links(event).body().toString()).doesNotContain("token").doesNotContain(again.text("token"));
        assertThat(Traces.in(database, again.text("token"))).isEmpty();
        assertThat(register(event, "ann", first.text("token")).code())
                .as("its answer may have been lost")
                .isEqualTo("invitation-over");
        register(event, "ann", again.text("token")).expect(201);
        assertThat(post(person(host), path(event), body.replace("2", "3"), key).code())
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void aGuestComesByALinkToo() {
        var event = publishedEvent(host, 5, APPROVAL + ",\"guests\":\"BY_EMAIL\"");
        var token = link(event, 1).expect(201).text("token");
        var guest = "{\"name\":\"Ann\",\"email\":\"%s-" + unique + "@example.org\",\"invitation\":\"" + token + "\"}";
        var path = "/events/" + event.id() + "/guests";

        post(null, path, guest.formatted("ann")).expect(204);

        assertThat(taken(event)).isEqualTo(1);
        assertThat(post(null, path, guest.formatted("ben")).status()).isIn(409, 429);
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(30)));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> links(event).at("/items/0/used").equals("0"));
    }

    @Test
    void whoEditsForTheHostMakesLinksAndWhoRunsTheEventReadsThem() {
        var organization = tell(anOrganization()
                .ownedBy(host)
                .with("viewer-" + unique, "VIEWER")
                .with("editor-" + unique, "EDITOR"));
        var event = published(host, eventBody(organization.id(), 5));
        var link = link(event, 1).expect(201);

        for (var entry : Map.of("stranger", 404, "viewer-" + unique, 404, "editor-" + unique, 201)
                .entrySet()) {
            var token = person(entry.getKey());
            assertThat(post(token, path(event), "{\"label\":\"x\",\"uses\":1}").status())
                    .as(entry.getKey())
                    .isEqualTo(entry.getValue());
        }
        assertThat(get(OFFICER, path(event)).status()).isEqualTo(200);
        assertThat(get(person("stranger"), path(event)).status()).isEqualTo(404);
        assertThat(post(OFFICER, path(event), "{\"label\":\"x\",\"uses\":1}").status())
                .isEqualTo(403);
        assertThat(revoke(event, link.id(), "stranger").status()).isEqualTo(404);
        assertThat(revoke(event, UUID.randomUUID().toString(), host).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"uses":1}                                                    | /label
        {"label":" ","uses":1}                                        | /label
        {"label":"x"}                                                 | /uses
        {"label":"x","uses":0}                                        | /uses
        {"label":"x","uses":501}                                      | /uses
        {"label":"x","uses":1,"until":"2020-01-01T00:00:00Z"}         | /until
        """)
    void whatIsNoLinkIsRefusedByName(String body, String pointer) {
        var refused = post(person(host), path(publishedEvent(host, 5)), body);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo(pointer);
    }

    private Answer link(Answer event, int uses) {
        return link(event, "\"uses\":" + uses);
    }

    private Answer link(Answer event, String more) {
        return post(person(host), path(event), "{\"label\":\"Partners\"," + more + "}");
    }

    private Answer links(Answer event) {
        return get(person(host), path(event)).expect(200);
    }

    private Answer revoke(Answer event, String id, String who) {
        return api(person(who)).send("DELETE", "/api/v1" + path(event) + "/" + id, "", Map.of());
    }

    /** @param token null for who comes without a link */
    private Answer register(Answer event, String who, @Nullable String token) {
        var body = token == null ? "{}" : "{\"invitation\":\"" + token + "\"}";
        return post(person(who + "-" + unique), "/events/" + event.id() + "/registrations", body);
    }

    private static String person(String name) {
        return TestTokens.person(name);
    }

    private static String path(Answer event) {
        return "/events/" + event.id() + "/invitation-links";
    }

    private int taken(Answer event) {
        return ledgers.find(event.id()).orElseThrow().seats().taken();
    }

    private void settled(Answer event) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> ledgers.find(event.id()).orElseThrow().pending().isEmpty());
    }
}
