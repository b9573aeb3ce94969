package ma.maydan.events.event;

import static ma.maydan.testkit.api.Parallel.atOnce;
import static ma.maydan.testkit.builders.RegisteredOrganization.anOrganization;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import ma.maydan.events.EventsIT;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.backends.TestTokens;
import ma.maydan.testkit.backends.Topics;
import ma.maydan.testkit.builders.RegisteredOrganization;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An event is given to another host, who agrees. */
class NextHostIT extends EventsIT {

    private final String owner = "gives-" + UUID.randomUUID();
    private final String taker = "takes-" + UUID.randomUUID();
    private final String host = TestTokens.person(owner);
    private final String next = TestTokens.person(taker);
    private RegisteredOrganization giving;
    private RegisteredOrganization taking;

    @BeforeEach
    void twoOrganizations() {
        giving = tell(anOrganization().ownedBy(owner).with("editor-" + owner, "EDITOR"));
        taking = tell(anOrganization().ownedBy(taker).with("admin-" + taker, "ADMIN"));
    }

    @Test
    void whatIsPublishedWaitsForTheClusterAndTheRegistrationsGoAlong() {
        var event = published(owner, eventBody(giving.id(), 5));
        var guest = "guest-" + UUID.randomUUID();
        post(TestTokens.person(guest), path(event) + "/registrations", "{}").expect(201);
        var asked = send("PUT", host, event, "").expect(200);
        assertThat(asked.at("/nextHost/organizationId")).isEqualTo(taking.id());
        assertThat(get(null, path(event)).body().has("nextHost")).isFalse();

        var agreed = send("POST", next, asked, "/accept").expect(200);
        assertThat(agreed.text("hostOrganizationId")).isEqualTo(giving.id());
        assertThat(get(next, path(event) + "/registrations").status()).isEqualTo(404);
        var waits = get(OFFICER, path(event));
        assertThat(waits.text("review")).isEqualTo("CHANGE");
        assertThat(waits.at("/proposal/host/id")).isEqualTo(taking.id());
        assertThat(waits.at("/proposal/changed/0")).isEqualTo("hostOrganizationId");

        var accepted =
                transition(OFFICER, waits, path(event) + "/accept-change", "").expect(200);

        assertThat(accepted.text("hostOrganizationId")).isEqualTo(taking.id());
        assertThat(accepted.text("status")).isEqualTo("PUBLISHED");
        assertThat(get(next, path(event) + "/registrations").ids()).hasSize(1);
        assertThat(get(host, path(event) + "/registrations").status()).isEqualTo(404);
        assertThat(get(next, "/me/events").ids()).contains(event.id());
        isTold(guest, "registration.confirmed", "event.host_changed");
        isTold(owner, "event.published", "event.change_accepted", "event.host_changed");
        isTold(taker, "event.next_host_asked", "event.host_changed");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Topics.messages("maydan.events", event.id())
                                .getLast()
                                .data()
                                .path("hostOrganizationId")
                                .asString())
                        .isEqualTo(taking.id()));
        tell(taking.next("SUSPENDED"));
        assertThat(get(null, path(event)).status())
                .as("it follows its new host")
                .isEqualTo(404);
    }

    @Test
    void aDraftIsTheirsAsSoonAsTheyAgree() {
        var draft = post(host, "/events", eventBody(giving.id(), 5)).expect(201);
        assertThat(get(next, path(draft)).status()).isEqualTo(404);

        var agreed = send("POST", next, send("PUT", host, draft, "").expect(200), "/accept")
                .expect(200);

        assertThat(agreed.text("hostOrganizationId")).isEqualTo(taking.id());
        assertThat(agreed.allowedTransitions()).contains("edit", "submit");
        assertThat(get(host, path(draft)).status()).isEqualTo(404);
    }

    @Test
    void aDateOfASeriesStandsAloneThenAndIsNotChangedWithTheOthers() {
        var draft = post(host, "/events", eventBody(giving.id(), 5)).expect(201);
        var series = api(host)
                .send(
                        "PUT",
                        "/api/v1" + path(draft) + "/series",
                        "{\"everyWeeks\":1,\"times\":2}",
                        Map.of("If-Match", draft.eTag()))
                .expect(200);
        var second =
                get(host, "/events/" + get(host, path(draft) + "/series").ids().getLast());

        var theirs = send("POST", next, send("PUT", host, second, "").expect(200), "/accept")
                .expect(200);
        api(host)
                .send("DELETE", "/api/v1" + path(draft) + "?dates=ALL", "", Map.of("If-Match", series.eTag()))
                .expect(204);

        assertThat(theirs.body().has("seriesId")).isFalse();
        assertThat(get(next, path(second)).text("status")).isEqualTo("DRAFT");
    }

    @Test
    void onlyWhoManagesAsksAndOnlyAnOwnerAgrees() {
        var event = published(owner, eventBody(giving.id(), 5));
        for (var token : List.of(TestTokens.person("editor-" + owner), next, OFFICER)) {
            assertThat(send("PUT", token, event, "").status()).isEqualTo(403);
        }
        var path = "/api/v1" + path(event) + "/next-host/";
        var match = Map.of("If-Match", event.eTag());
        assertThat(api(host).send("PUT", path + giving.id(), "", match).code()).isEqualTo("next-host-impossible");
        assertThat(api(host).send("PUT", path + UUID.randomUUID(), "", match).code())
                .isEqualTo("organization-not-verified");
        assertThat(send("POST", next, event, "/accept").status()).isEqualTo(404);

        var asked = send("PUT", host, event, "").expect(200);

        for (var token : List.of(TestTokens.person("admin-" + taker), host, OFFICER)) {
            assertThat(send("POST", token, asked, "/accept").status()).isEqualTo(403);
        }
        assertThat(send("POST", next, event, "/accept").code()).isEqualTo("version-conflict");
        tell(taking.next("SUSPENDED"));
        assertThat(send("POST", next, asked, "/accept").code()).isEqualTo("organization-not-verified");
    }

    @Test
    void eitherSideEndsItAndTheOtherHears() {
        var draft = post(host, "/events", eventBody(giving.id(), 5)).expect(201);
        var declined = send("DELETE", TestTokens.person("admin-" + taker), send("PUT", host, draft, ""), "")
                .expect(200);
        assertThat(declined.body().has("nextHost")).isFalse();
        send("DELETE", host, send("PUT", host, declined, ""), "").expect(200);

        isTold(owner, "event.next_host_declined");
        isTold(taker, "event.next_host_asked", "event.next_host_asked", "event.next_host_withdrawn");
    }

    @Test
    void ofManyWhoAgreeAtOnceOneDoes() {
        var draft = post(host, "/events", eventBody(giving.id(), 5)).expect(201);
        var asked = send("PUT", host, draft, "").expect(200);

        var statuses = atOnce(IntStream.range(0, 6)
                .<Callable<Integer>>mapToObj(
                        one -> () -> send("POST", next, asked, "/accept").status())
                .toList());

        assertThat(statuses).containsOnlyOnce(200);
    }

    private Answer send(String method, String token, Answer event, String more) {
        return api(token)
                .send(
                        method,
                        "/api/v1" + path(event) + "/next-host/" + taking.id() + more,
                        "",
                        Map.of("If-Match", event.eTag()));
    }

    private static String path(Answer event) {
        return "/events/" + event.id();
    }
}
