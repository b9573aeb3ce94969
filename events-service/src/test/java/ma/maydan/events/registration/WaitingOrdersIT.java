package ma.maydan.events.registration;

import static ma.maydan.testkit.api.Parallel.atOnce;
import static ma.maydan.testkit.builders.RegisteredOrganization.anOrganization;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.maydan.events.EventsIT;
import ma.maydan.events.seats.SeatLedgerStore;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.backends.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The host says in which order those who wait are served, before they come. */
class WaitingOrdersIT extends EventsIT {

    @Autowired
    private SeatLedgerStore ledgers;

    private final String unique = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void organizationsTakeTurnsHoweverManyOfOneComeFirst() {
        var event = full("\"waitingOrder\":\"ROUND_ROBIN\"");
        member("anna", "INCUBATOR", "adil", "aya");
        member("bea", "INCUBATOR");

        register(event, "anna");
        register(event, "adil");
        register(event, "aya");
        register(event, "nobody");
        assertThat(register(event, "bea").text("position")).isEqualTo("3");

        assertThat(positions(event, "anna", "nobody", "bea", "adil", "aya")).containsExactly(1, 2, 3, 4, 5);
        var own = get(person("aya"), "/events/" + event).body();
        assertThat(own.path("waitingOrder").asString()).isEqualTo("ROUND_ROBIN");
        assertThat(own.at("/myRegistration/firstPosition").asInt()).isEqualTo(3);
    }

    @Test
    void whoMeetsAnEarlierCriterionIsServedFirstAndSeesWhatHappenedBeforeThem() {
        var event = full(
                "\"waitingOrder\":\"PRIORITY\",\"priorities\":[\"STARTUPS\",\"REGION\",\"FIRST_TIME\"],\"region\":\"MA-06\"");
        member("sara", "STARTUP");
        member("rami", "INCUBATOR");
        var earlier = published("host-" + unique, eventBody(host(), 3)).id();
        post(person("guest"), "/events/" + earlier + "/registrations", "{}").expect(201);

        var guest = register(event, "guest");
        register(event, "new");
        register(event, "rami");
        var sara = register(event, "sara");
        assertThat(positions(event, "sara", "rami", "new", "guest")).containsExactly(1, 2, 3, 4);
        cancel(event, "first");

        await().untilAsserted(() -> assertThat(
                        get(person("sara"), "/registrations/" + sara.id()).text("status"))
                .isEqualTo("CONFIRMED"));
        var mine = get(person("guest"), "/registrations/" + guest.id()).body();
        assertThat(mine.at("/position").asInt()).isEqualTo(3);
        assertThat(mine.at("/firstPosition").asInt()).isEqualTo(1);
        assertThat(mine.at("/turnsSince").asInt()).isEqualTo(1);
        assertThat(mine.at("/waitingOrder").asString()).isEqualTo("PRIORITY");
    }

    @Test
    void theOrderThatIsExplainedIsTheOneInWhichPeopleWereServed() {
        var event = full("\"waitingOrder\":\"ROUND_ROBIN\",\"offerHours\":24");
        member("x0", "INCUBATOR", "x1", "x2", "x3", "x4", "x5", "x6", "x7");
        member("y0", "INCUBATOR", "y1", "y2", "y3", "y4", "y5");
        var people = Stream.concat(
                        IntStream.range(0, 8).mapToObj(i -> "x" + i),
                        Stream.concat(IntStream.range(0, 6).mapToObj(i -> "y" + i), Stream.of("z0", "z1", "z2")))
                .toList();
        // The second of them is in the second round, whoever comes of others.
        var made = new ArrayList<>(
                List.of(register(event, "x0").id(), register(event, "x1").id()));
        made.addAll(atOnce(
                people.size() - 2, i -> register(event, people.get(i + 2)).id()));

        cancel(event, "first");
        for (var round = 0; round < 7; round++) {
            // Whoever has an offer lets it pass, and somebody leaves from anywhere, at once.
            var leaving = List.of(people.get(2 * round + 3));
            var offered = rows(event).stream()
                    .filter(row -> row.path("status").asString().equals("OFFERED"))
                    .map(row -> people.get(made.indexOf(row.path("id").asString())));
            var all = Stream.concat(offered, leaving.stream()).distinct().toList();
            atOnce(all.size(), i -> cancel(event, all.get(i)));
            settled(event);
        }

        var rows = rows(event);
        var served = WaitingOrder.served(rows);
        assertThat(served).hasSizeGreaterThanOrEqualTo(7);
        WaitingOrder.assertKept(rows);
        assertThat(served.stream().map(one -> one.place().number()))
                .as("another order than that of arrival")
                .isNotEqualTo(served.stream()
                        .map(one -> one.place().number())
                        .sorted()
                        .toList());
    }

    @Test
    void theOrderIsChosenUntilRegistrationOpensAndStays() {
        var opens = LocalDateTime.now(ZoneOffset.UTC).plusDays(1).withNano(0).withSecond(0);
        var token = person("host");
        var host = tell(anOrganization().ownedBy("host-" + unique)).id();
        var body = eventBody(host, 5).stripTrailing().replaceFirst("}$", ",\"registrationOpensAtLocal\":\"%s\"}");
        var event = published("host-" + unique, body.formatted(opens));
        var path = "/api/v1/events/" + event.id();
        var robin = body.formatted(opens).replaceFirst("}$", ",\"waitingOrder\":\"ROUND_ROBIN\"}");

        var changed = api(token).put(path, robin, event.version()).expect(200);
        assertThat(changed.text("waitingOrder")).isEqualTo("ROUND_ROBIN");

        clock.moveTo(opens.plusHours(1).toInstant(ZoneOffset.UTC));
        var refused = api(token).put(path, body.formatted(opens), changed.version());
        assertThat(refused.expect(409).code()).isEqualTo("waiting-order-fixed");
    }

    @Test
    void prioritiesAreSaidWhereTheOrderGoesByThem() {
        var host = tell(anOrganization().ownedBy("host-" + unique)).id();
        var body = eventBody(host, 5).stripTrailing();

        assertThat(post(person("host"), "/events", body.replaceFirst("}$", ",\"waitingOrder\":\"PRIORITY\"}"))
                        .expect(422)
                        .toString())
                .contains("/priorities");
        var nowhere = ",\"waitingOrder\":\"PRIORITY\",\"priorities\":[\"REGION\"]}";
        assertThat(post(person("host"), "/events", body.replaceFirst("}$", nowhere))
                        .expect(422)
                        .toString())
                .contains("/region");
    }

    /** An event whose only seat is taken. */
    private String full(String more) {
        var body = eventBody(host(), 1).stripTrailing().replaceFirst("}$", "," + more + "}");
        var event = published("host-" + unique, body).id();
        register(event, "first");
        return event;
    }

    private String host = "";

    private String host() {
        if (host.isEmpty()) {
            host = tell(anOrganization().ownedBy("host-" + unique)).id();
        }
        return host;
    }

    /** A verified organization of this one and others. */
    private void member(String owner, String kind, String... others) {
        var organization = anOrganization().withKind(kind).ownedBy(owner + "-" + unique);
        for (var other : others) {
            organization = organization.with(other + "-" + unique, "VIEWER");
        }
        tell(organization);
    }

    private String person(String name) {
        return TestTokens.person(name + "-" + unique);
    }

    private Answer register(String event, String name) {
        return post(person(name), "/events/" + event + "/registrations", "{}").expect(201);
    }

    private Answer cancel(String event, String name) {
        var path = get(person(name), "/events/" + event)
                .body()
                .at("/myRegistration/id")
                .asString();
        var now = get(person(name), "/registrations/" + path);
        return transition(person(name), now, "/registrations/" + path + "/cancel", "");
    }

    private List<Integer> positions(String event, String... names) {
        var positions = new ArrayList<Integer>();
        for (var name : names) {
            positions.add(get(person(name), "/events/" + event)
                    .body()
                    .at("/myRegistration/position")
                    .asInt());
        }
        return positions;
    }

    private List<JsonNode> rows(String event) {
        return get(person("host"), "/events/" + event + "/registrations?limit=100")
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private void settled(String event) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> ledgers.find(event)
                        .filter(ledger -> ledger.pending().isEmpty() && !ledger.hasSeatsToGive(clock.instant()))
                        .isPresent());
    }
}
