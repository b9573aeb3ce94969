package ma.maydan.events.event;

import static ma.maydan.testkit.builders.RegisteredOrganization.anOrganization;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import ma.maydan.events.EventsIT;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.api.Parallel;
import ma.maydan.testkit.backends.TestTokens;
import ma.maydan.testkit.builders.RegisteredOrganization;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An organization hosts an event along with its host. */
class CoHostIT extends EventsIT {

    private String owner;
    private String host;
    private String guest;
    private RegisteredOrganization hosting;
    private RegisteredOrganization invited;
    private Answer event;
    private String path;
    private String coHost;

    @BeforeEach
    void aPublishedEventAndAnotherOrganization() {
        owner = "host-" + UUID.randomUUID();
        host = TestTokens.person(owner);
        hosting = tell(anOrganization().ownedBy(owner).with("viewer-" + owner, "VIEWER"));
        guest = "guest-" + UUID.randomUUID();
        invited = tell(anOrganization().with(guest, "EDITOR").with("viewer-" + guest, "VIEWER"));
        event = published(owner, eventBody(hosting.id(), 5));
        path = "/events/" + event.id();
        coHost = path + "/co-hosts/" + invited.id();
    }

    @Test
    void anInvitedOrganizationIsShownOnceItHasAccepted() {
        var asked = invite(event).expect(200);
        assertThat(asked.at("/coHosts/0/state")).isEqualTo("INVITED");
        assertThat(get(null, path).body().path("coHosts")).isEmpty();
        assertThat(get(person(), path)
                        .body()
                        .path("coHosts")
                        .path(0)
                        .path("answerable")
                        .asBoolean())
                .isTrue();
        assertThat(get(person(), "/me/co-hosted-events").ids()).containsExactly(event.id());
        assertThat(get(person(), "/me/co-hosted-events?invited=true").ids()).containsExactly(event.id());
        assertThat(get(person(), path + "/registrations").status()).isEqualTo(404);

        var accepted = send("POST", person(), coHost + "/accept", asked).expect(200);

        assertThat(get(null, path).at("/coHosts/0/name/fr")).isEqualTo("Org " + invited.id());
        assertThat(accepted.body().path("registrationsReadable").asBoolean()).isTrue();
        assertThat(accepted.allowedTransitions()).isEmpty();
        get(person(), path + "/registrations").expect(200);
        assertThat(get(person(), "/me/co-hosted-events?invited=true").ids()).isEmpty();
        assertThat(get(TestTokens.person("viewer-" + guest), path + "/registrations")
                        .status())
                .isEqualTo(404);
        assertThat(api(person())
                        .put("/api/v1" + path, eventBody(hosting.id(), 9), accepted.version())
                        .status())
                .isEqualTo(403);
        isTold(guest, "event.co_host_invited");
        isTold(owner, "event.published", "event.co_host_accepted");
    }

    @Test
    void eitherSideEndsIt() {
        var declined =
                send("DELETE", person(), coHost, invite(event).expect(200)).expect(200);
        assertThat(declined.body().path("coHosts")).isEmpty();
        var accepted = send(
                        "POST", person(), coHost + "/accept", invite(declined).expect(200))
                .expect(200);
        var removed = send("DELETE", host, coHost, accepted).expect(200);

        assertThat(removed.body().path("coHosts")).isEmpty();
        assertThat(get(person(), path + "/registrations").status()).isEqualTo(404);
        isTold(owner, "event.published", "event.co_host_left", "event.co_host_accepted");
        isTold(guest, "event.co_host_invited", "event.co_host_invited", "event.co_host_removed");
    }

    @Test
    void whoIsSuspendedIsNotShownAndReadsNothing() {
        var asked = invite(event).expect(200);
        tell(invited.next("SUSPENDED"));
        assertThat(send("POST", person(), coHost + "/accept", asked).code()).isEqualTo("organization-not-verified");
        tell(invited.next("SUSPENDED").next("VERIFIED"));
        send("POST", person(), coHost + "/accept", asked).expect(200);
        tell(invited.next("SUSPENDED").next("VERIFIED").next("SUSPENDED"));

        assertThat(get(null, path).body().path("coHosts")).isEmpty();
        assertThat(get(person(), path + "/registrations").status()).isEqualTo(404);
        tell(hosting.next("SUSPENDED"));
        assertThat(get(null, path).status()).isEqualTo(404);
    }

    @Test
    void whoHidesItselfIsNotNamedAndWhatItHostsIsNotShown() {
        send("POST", person(), coHost + "/accept", invite(event).expect(200)).expect(200);
        heard(invited.next("VERIFIED").publishFor("STEALTH"));
        assertThat(get(null, path).body().path("coHosts")).isEmpty();
        assertThat(get(person(), path).body().path("coHosts")).hasSize(1);

        heard(hosting.next("VERIFIED").publishFor("MEMBERS"));
        assertThat(get(null, path).status()).isEqualTo(404);
    }

    @Test
    void onlyTheHostInvitesAndOnlyTheInvitedAccept() {
        assertThat(send("PUT", TestTokens.person("stranger"), coHost, event).status())
                .isEqualTo(403);
        assertThat(send("PUT", TestTokens.person("viewer-" + owner), coHost, event)
                        .status())
                .isEqualTo(403);
        assertThat(send("PUT", OFFICER, coHost, event).status()).isEqualTo(403);
        assertThat(send("POST", person(), coHost + "/accept", event).status()).isEqualTo(404);
        var asked = invite(event).expect(200);
        assertThat(send("POST", host, coHost + "/accept", asked).status()).isEqualTo(403);
        assertThat(send("POST", TestTokens.person("viewer-" + guest), coHost + "/accept", asked)
                        .status())
                .isEqualTo(403);
        assertThat(send("DELETE", TestTokens.person("stranger"), coHost, asked).status())
                .isEqualTo(403);
        assertThat(invite(asked).code()).isEqualTo("co-host-impossible");
        assertThat(send("PUT", host, path + "/co-hosts/" + hosting.id(), asked).code())
                .isEqualTo("co-host-impossible");
        assertThat(send("PUT", host, path + "/co-hosts/" + UUID.randomUUID(), asked)
                        .code())
                .isEqualTo("organization-not-verified");
        assertThat(invite(event).status()).as("stale").isEqualTo(412);
    }

    @Test
    void thereAreNoMoreThanTen() {
        var now = event;
        for (var i = 0; i < CoHost.MOST; i++) {
            var other = tell(anOrganization().ownedBy("other"));
            now = send("PUT", host, path + "/co-hosts/" + other.id(), now).expect(200);
        }
        assertThat(invite(now).code()).isEqualTo("too-many-co-hosts");
    }

    @Test
    void acceptedAndTakenBackAtOnceIsOneOfBoth() {
        var asked = invite(event).expect(200);
        var answers = Parallel.atOnce(List.<Callable<Answer>>of(
                () -> send("POST", person(), coHost + "/accept", asked), () -> send("DELETE", host, coHost, asked)));
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 412);
    }

    @Test
    void aDraftIsSeenByWhoIsInvited() {
        var draft = post(host, "/events", eventBody(hosting.id(), 5)).expect(201);
        assertThat(get(person(), "/events/" + draft.id()).status()).isEqualTo(404);
        send("PUT", host, "/events/" + draft.id() + "/co-hosts/" + invited.id(), draft)
                .expect(200);
        assertThat(get(person(), "/events/" + draft.id()).text("status")).isEqualTo("DRAFT");
    }

    private Answer invite(Answer of) {
        return send("PUT", host, coHost, of);
    }

    private String person() {
        return TestTokens.person(guest);
    }

    private Answer send(String method, String token, String to, Answer of) {
        return api(token).send(method, "/api/v1" + to, "", Map.of("If-Match", "\"" + of.version() + "\""));
    }
}
