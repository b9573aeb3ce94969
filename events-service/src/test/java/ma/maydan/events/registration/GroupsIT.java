package ma.maydan.events.registration;

import static ma.maydan.testkit.api.Parallel.atOnce;
import static ma.maydan.testkit.builders.RegisteredOrganization.anOrganization;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import ma.maydan.events.EventsIT;
import ma.maydan.events.registration.Registration.Status;
import ma.maydan.events.seats.SeatLedgerStore;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.backends.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** An organization takes several seats at once: all of them or none, or as many as there are. */
class GroupsIT extends EventsIT {

    @Autowired
    private SeatLedgerStore ledgers;

    @Autowired
    private RegistrationStore registrations;

    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private String organization = "";

    @BeforeEach
    void anOrganizationThatSendsPeople() {
        organization = tell(anOrganization().ownedBy("ed-" + unique)).id();
    }

    @Test
    void togetherTheyHaveSeatsOrAllWaitAndNobodyBehindThemIsServedBefore() {
        var event = event(4, 10);
        assertThat(statuses(take(event, 3, true))).containsOnly("CONFIRMED");
        register(event, "ann");
        var waiting = take(event, 2, true);
        assertThat(statuses(waiting)).containsOnly("WAITLISTED");
        assertThat(items(waiting).map(one -> one.path("position").asInt())).containsExactly(1, 2);
        assertThat(items(waiting).map(one -> one.at("/organization/group").asString()))
                .hasSize(2)
                .doesNotContain("")
                .allMatch(one -> one.equals(items(waiting)
                        .toList()
                        .getFirst()
                        .at("/organization/group")
                        .asString()));
        assertThat(register(event, "ben").text("status")).isEqualTo("WAITLISTED");

        cancel(event, "ann");
        settled(event);
        assertThat(count(event, Status.WAITLISTED)).isEqualTo(3);
        assertThat(ledgers.find(event).orElseThrow().seats().free()).isEqualTo(1);

        var seated = rows(event, "&status=CONFIRMED").getFirst();
        cancel(seated.path("id").asString());
        settled(event);
        assertThat(items(waiting).map(one -> statusOf(one.path("id").asString())))
                .containsOnly("CONFIRMED");
        WaitingOrder.assertKept(rows(event, ""));
    }

    @Test
    void asManyAsThereAreHaveSeatsAndTheOthersWaitOneByOne() {
        var event = event(2, 10);
        register(event, "ann");

        var made = take(event, 3, false);

        assertThat(statuses(made)).containsExactly("CONFIRMED", "WAITLISTED", "WAITLISTED");
        cancel(event, "ann");
        await().untilAsserted(() -> assertThat(count(event, Status.CONFIRMED)).isEqualTo(2));
    }

    @Test
    void aRepetitionIsAnsweredWithTheSameSeats() {
        var event = event(9, 10);

        var both = atOnce(2, i -> take(event, 3, true, "same"));
        var again = take(event, 3, true, "same");

        assertThat(ids(again)).hasSize(3);
        assertThat(both).allSatisfy(one -> assertThat(one.status()).isIn(201, 409));
        settled(event);
        assertThat(count(event, Status.CONFIRMED)).isEqualTo(3);
    }

    @Test
    void ofManyWhoAskAtOnceNoneHasAPartOfItsSeats() {
        var event = event(7, 20);

        var made = atOnce(4, i -> take(event, 3, true));

        for (var one : made) {
            assertThat(statuses(one).stream().distinct()).as(one.toString()).hasSize(1);
        }
        settled(event);
        assertThat(count(event, Status.CONFIRMED)).isEqualTo(6);
        assertThat(count(event, Status.WAITLISTED)).isEqualTo(6);
        assertThat(ledgers.find(event).orElseThrow().seats().free()).isEqualTo(1);
    }

    @Test
    void aGroupIsWithinTheCapOfItsOrganization() {
        var event = event(9, 3);

        assertThat(take(event, 4, true).expect(409).code()).isEqualTo("organization-cap");
        assertThat(take(event, 1, true).status()).isEqualTo(422);
        assertThat(count(event, Status.CONFIRMED)).isZero();
        assertThat(post(person("ann"), "/events/" + event + "/registration-groups", body(2, true))
                        .status())
                .isEqualTo(404);
    }

    private String event(int seats, int perOrganization) {
        return publishedEvent("host-" + unique, seats, "\"perOrganization\":" + perOrganization)
                .id();
    }

    private Answer take(String event, int seats, boolean together) {
        return take(event, seats, together, UUID.randomUUID().toString());
    }

    private Answer take(String event, int seats, boolean together, String key) {
        return post(person("ed"), "/events/" + event + "/registration-groups", body(seats, together), key + unique);
    }

    private String body(int seats, boolean together) {
        return "{\"organizationId\":\"%s\",\"seats\":%d,\"together\":%s}".formatted(organization, seats, together);
    }

    private static Stream<JsonNode> items(Answer answer) {
        return answer.body().path("items").valueStream();
    }

    private static List<String> statuses(Answer answer) {
        return items(answer).map(one -> one.path("status").asString()).toList();
    }

    private static List<String> ids(Answer answer) {
        return items(answer).map(one -> one.path("id").asString()).toList();
    }

    private String statusOf(String id) {
        return get(person("ed"), "/registrations/" + id).text("status");
    }

    private long count(String event, Status status) {
        return registrations.count(event, status);
    }

    private List<JsonNode> rows(String event, String narrow) {
        return get(person("host"), "/events/" + event + "/registrations?limit=100" + narrow)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private Answer register(String event, String name) {
        return post(person(name), "/events/" + event + "/registrations", "{}").expect(201);
    }

    private void cancel(String event, String name) {
        var id = get(person(name), "/events/" + event).at("/myRegistration/id");
        var now = get(person(name), "/registrations/" + id);
        transition(person(name), now, "/registrations/" + id + "/cancel", "").expect(200);
    }

    private void cancel(String id) {
        var now = get(person("ed"), "/registrations/" + id);
        transition(person("ed"), now, "/registrations/" + id + "/cancel", "").expect(200);
    }

    private void settled(String event) {
        await().until(() -> ledgers.find(event)
                .filter(ledger -> ledger.pending().isEmpty() && !ledger.hasSeatsToGive(clock.instant()))
                .isPresent());
    }

    private String person(String name) {
        return TestTokens.person(name + "-" + unique);
    }
}
