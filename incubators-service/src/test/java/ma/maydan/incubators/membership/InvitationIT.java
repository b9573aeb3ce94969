package ma.maydan.incubators.membership;

import static ma.maydan.incubators.Service.API;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import ma.maydan.incubators.Flows;
import ma.maydan.incubators.Service;
import ma.maydan.incubators.organization.OrganizationService;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.personal.PersonalData;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.api.Api;
import ma.maydan.testkit.api.Parallel;
import ma.maydan.testkit.backends.MovedClock;
import ma.maydan.testkit.backends.TestBackends;
import ma.maydan.testkit.backends.TestTokens;
import ma.maydan.testkit.backends.Traces;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InvitationIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Pattern LINK = Pattern.compile("/fr/invitations/([A-Za-z0-9_-]+)");

    private final MongoDatabase database = Service.bean(MongoDatabase.class);
    private final String owner = Flows.newPerson();
    private final Api boss = API.person(owner);
    private final String invited = Flows.newPerson();
    private final Api guest = API.person(invited);
    private final String organization = Flows.draft(owner, "STARTUP").id();

    @AfterEach
    void itIsThePresentAgain() {
        Service.bean(MovedClock.class).moveBack();
    }

    @Test
    void whoIsInvitedJoinsByTheMailWithTheAddressToWhichItCame() {
        var made = invite(invited, "EDITOR");
        assertThat(made.text("status")).isEqualTo("PENDING");
        var link = link(invited);

        var shown = API.anonymous().get("/api/v1/invitation-links/" + link).expect(200);
        assertThat(shown.text("role")).isEqualTo("EDITOR");
        assertThat(shown.text("email")).as("not for whoever holds the link").isEmpty();
        assertThat(shown.allowedTransitions()).containsExactly("decline");
        assertThat(shown.header("Cache-Control")).contains("no-store");
        assertThat(guest.get("/api/v1/invitation-links/" + link).allowedTransitions())
                .contains("accept", "decline");
        assertThat(guest.get("/api/v1/me/invitations").ids()).containsExactly(made.id());
        assertThat(roles()).as("to look changes nothing").isEqualTo("OWNER");

        assertThat(accept(API.person(Flows.newPerson()), made).status()).isEqualTo(404);
        assertThat(accept(unverified(invited), made).status()).isEqualTo(404);
        assertThat(accept(boss, made).status()).isEqualTo(403);
        assertThat(accept(guest, made).expect(200).text("status")).isEqualTo("ACCEPTED");

        assertThat(roles()).isEqualTo("EDITOR OWNER");
        assertThat(guest.get("/api/v1/organizations/" + organization).text("myRole"))
                .isEqualTo("EDITOR");
        assertThat(accept(guest, made).status()).as("again").isEqualTo(404);
        assertThat(API.anonymous()
                        .get("/api/v1/invitation-links/" + link)
                        .expect(200)
                        .text("status"))
                .isEqualTo("ACCEPTED");
        assertThat(Traces.in(database, link)).as("nowhere but in the mail").isEmpty();
        assertThat(Traces.in(database, invited + "@example.org"))
                .as("what is over has no address")
                .noneMatch(where -> where.startsWith("invitations"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(TestBackends.mailbox().mails(owner + "@example.org"))
                        .anyMatch(mail -> mail.subject().startsWith("Invitation accepted")));
    }

    @Test
    void fiftyWhoAcceptAtOnceJoinOnce() {
        var made = invite(invited, "ADMIN");

        var answers = Parallel.atOnce(50, i -> accept(guest, made));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(roles()).isEqualTo("ADMIN OWNER");
    }

    @Test
    void whoHasAcceptedJoinsAlsoWhenTheServiceDiedInBetween() {
        var made = invite(invited, "VIEWER");
        var store = Service.bean(InvitationStore.class);
        var one = store.find(made.id()).orElseThrow();
        var it = Service.bean(OrganizationService.class).find(organization).orElseThrow();

        store.update(one.accept(
                it,
                new Actor(invited, false, false).of(invited),
                Service.bean(Clock.class).instant()));

        await().atMost(SOON).until(() -> roles().equals("OWNER VIEWER"));
        await().atMost(SOON)
                .until(() -> Traces.in(database, invited).stream().noneMatch(where -> where.startsWith("invitations")));
    }

    @Test
    void whoHoldsTheMailDeclinesWithoutAnAccountAndIsNotAskedAgainAtOnce() {
        invite(invited, "VIEWER");
        var path = "/api/v1/invitation-links/" + link(invited);
        var version = API.anonymous().get(path).version();

        assertThat(API.anonymous().post(path + "/decline", version + 1).status())
                .isEqualTo(412);
        assertThat(API.anonymous().post(path + "/decline", version).expect(200).text("status"))
                .isEqualTo("DECLINED");

        assertThat(API.anonymous().post(path + "/decline", version + 1).status())
                .isEqualTo(409);
        assertThat(roles()).isEqualTo("OWNER");
        assertThat(ask(boss, invited, "VIEWER").code()).isEqualTo("already-invited");
        Service.beans(PersonalData.class)
                .forEach(data -> data.forget(Instant.now().plus(Duration.ofDays(31))));
        invite(invited, "VIEWER");
    }

    @Test
    void itEndsAfterFourteenDaysAndAnotherCanBeSent() {
        var made = invite(invited, "VIEWER");

        Service.bean(MovedClock.class).moveTo(Instant.parse(made.text("endsAt")).plusSeconds(1));

        assertThat(accept(guest, made).code()).isIn("invalid-transition", "not-found");
        await().atMost(SOON)
                .until(() -> boss.get(invitations()).body().path("items").isEmpty());
        invite(invited, "VIEWER");
    }

    @Test
    void itIsSentTwiceAgainAndTakenBack() {
        var made = invite(invited, "VIEWER");
        var path = "/api/v1/invitations/" + made.id();

        assertThat(guest.post(path + "/resend", 1).status()).isEqualTo(403);
        boss.post(path + "/resend", 1).expect(200);
        assertThat(boss.post(path + "/resend", 2).expect(200).allowedTransitions())
                .containsExactly("revoke");
        assertThat(boss.post(path + "/resend", 3).code()).isEqualTo("invalid-transition");
        assertThat(boss.post(path + "/revoke", 3).expect(200).text("status")).isEqualTo("REVOKED");

        assertThat(guest.post(path + "/accept", 4).status()).isEqualTo(404);
        assertThat(boss.get(invitations()).body().path("items")).isEmpty();
        invite(invited, "EDITOR");
    }

    @Test
    void whatSomebodyOffersWhoMayNotAnyMoreIsVoid() {
        var admin = Flows.newPerson();
        join(admin, "ADMIN");
        var made = ask(API.person(admin), invited, "ADMIN").expect(201);
        assertThat(ask(API.person(admin), Flows.newPerson(), "OWNER").status()).isEqualTo(403);
        var members = boss.get(members());

        boss.put(members() + "/" + admin, Map.of("role", "VIEWER"), members.version())
                .expect(200);

        assertThat(accept(guest, made).code()).isEqualTo("invitation-void");
        assertThat(API.person(admin)
                        .post("/api/v1/invitations/" + made.id() + "/revoke", 1)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theAnswerDoesNotTellWhetherAnAddressHasAnAccount() {
        guest.create("/api/v1/organizations", Flows.organization("STARTUP")).expect(201);

        var known = invite(invited, "VIEWER").body();
        var unknown = invite(Flows.newPerson(), "VIEWER").body();

        assertThat(known.propertyNames()).isEqualTo(unknown.propertyNames());
        assertThat(known.path("status")).isEqualTo(unknown.path("status"));
        invite(owner, "VIEWER");
    }

    @Test
    void aPersonInvitesThirtyADayAlsoWhenTheyTakeThemBack() {
        var answers = Parallel.atOnce(40, i -> ask(boss, "x" + i + "-" + owner, "VIEWER"));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(InvitationStore.A_DAY);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .extracting(Answer::code)
                .containsOnly("too-many-invitations");
        var one = answers.stream()
                .filter(answer -> answer.status() == 201)
                .findFirst()
                .orElseThrow();
        boss.post("/api/v1/invitations/" + one.id() + "/revoke", 1).expect(200);
        assertThat(ask(boss, invited, "VIEWER").code()).isEqualTo("too-many-invitations");
        Service.bean(MovedClock.class).moveTo(Instant.now().plus(Duration.ofDays(1)));
        invite(invited, "VIEWER");
    }

    @Test
    void othersReadNeitherMembersNorInvitations() {
        join(invited, "VIEWER");
        var stranger = API.person(Flows.newPerson());

        assertThat(stranger.get(members()).status()).isEqualTo(404);
        assertThat(stranger.get(invitations()).status()).isEqualTo(404);
        assertThat(guest.get(invitations()).status()).isEqualTo(404);
        assertThat(ask(guest, Flows.newPerson(), "VIEWER").status()).isEqualTo(403);
        assertThat(ask(stranger, Flows.newPerson(), "VIEWER").status()).isEqualTo(404);
        assertThat(guest.get(members()).body().at("/items/0/roles")).isEmpty();
    }

    private Answer invite(String person, String role) {
        return ask(boss, person, role).expect(201);
    }

    private Answer ask(Api who, String person, String role) {
        return who.create(invitations(), Map.of("email", person + "@example.org", "role", role));
    }

    private static Answer accept(Api who, Answer made) {
        return who.post("/api/v1/invitations/" + made.id() + "/accept", made.version());
    }

    private void join(String person, String role) {
        accept(API.person(person), invite(person, role)).expect(200);
    }

    private String members() {
        return "/api/v1/organizations/" + organization + "/members";
    }

    private String invitations() {
        return "/api/v1/organizations/" + organization + "/invitations";
    }

    /** Of all members, in alphabetical order. */
    private String roles() {
        return String.join(
                " ",
                boss.get(members())
                        .expect(200)
                        .body()
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("role").asString())
                        .sorted()
                        .toList());
    }

    private static String link(String person) {
        await().atMost(SOON)
                .until(() ->
                        !TestBackends.mailbox().mails(person + "@example.org").isEmpty());
        var mail = TestBackends.mailbox().mails(person + "@example.org").getFirst();
        var found = LINK.matcher(mail.content().text());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static Api unverified(String person) {
        var claims = TestTokens.claims(person, "openid portal");
        claims.put("email", person + "@example.org");
        claims.put("email_verified", false);
        return API.bearer(TestTokens.sign(claims));
    }
}
