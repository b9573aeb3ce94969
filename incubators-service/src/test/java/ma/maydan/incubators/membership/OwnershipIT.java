package ma.maydan.incubators.membership;

import static ma.maydan.incubators.Service.API;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import ma.maydan.incubators.Flows;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.api.Api;
import ma.maydan.testkit.api.Parallel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An owner hands an organization over. */
class OwnershipIT {

    private final String owner = Flows.newPerson();
    private final Api boss = API.person(owner);
    private final String member = Flows.newPerson();
    private final Api heir = API.person(member);
    private final String organization = Flows.draft(owner, "STARTUP").id();
    private final String members = "/api/v1/organizations/" + organization + "/members";

    @BeforeEach
    void withAMember() {
        join(member, "EDITOR");
    }

    @Test
    void theMemberAcceptsBothAreToldAndTheLastOwnerCanGo() {
        assertThat(boss.send("POST", "/api/v1/me/erasure", Map.of(), Map.of()).code())
                .isEqualTo("last-owner");
        var offer = offer(boss, member).expect(201);
        assertThat(offer.text("kind")).isEqualTo("OWNERSHIP");
        assertThat(heir.get("/api/v1/me/invitations").ids()).containsExactly(offer.id());
        assertThat(roles()).as("nothing has changed yet").isEqualTo("EDITOR OWNER");
        assertThat(step(boss, offer, "accept").status()).isEqualTo(403);

        step(heir, offer, "accept").expect(200);

        assertThat(roles()).isEqualTo("ADMIN OWNER");
        assertThat(heir.get("/api/v1/organizations/" + organization).text("myRole"))
                .isEqualTo("OWNER");
        boss.send("POST", "/api/v1/me/erasure", Map.of(), Map.of()).expect(200);
        boss.delete(members + "/" + owner, version()).expect(204);
        assertThat(told(boss)).contains("ownership.accepted");
        assertThat(told(heir)).contains("ownership.offered", "membership.OWNER");
    }

    @Test
    void acceptedByManyAtOnceItCountsOnce() {
        var offer = offer(boss, member).expect(201);

        var answers = Parallel.atOnce(20, i -> step(heir, offer, "accept"));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(roles()).isEqualTo("ADMIN OWNER");
    }

    @Test
    void oneIsOpenAtATimeAndADeclinedOneStandsInNobodysWay() {
        var other = Flows.newPerson();
        join(other, "ADMIN");
        var offer = offer(boss, member).expect(201);
        assertThat(offer(boss, other).code()).isEqualTo("already-offered");
        assertThat(boss.post("/api/v1/invitations/" + offer.id() + "/resend", 1).status())
                .isEqualTo(409);

        step(heir, offer, "decline").expect(200);

        assertThat(roles()).isEqualTo("ADMIN EDITOR OWNER");
        var second = offer(boss, other).expect(201);
        step(boss, second, "revoke").expect(200);
        assertThat(step(API.person(other), second, "accept").status()).isEqualTo(412);
    }

    @Test
    void itIsAnOwnersToOfferAndAMembersToTake() {
        var admin = Flows.newPerson();
        join(admin, "ADMIN");

        assertThat(offer(API.person(admin), member).status()).isEqualTo(403);
        assertThat(offer(heir, admin).status()).isEqualTo(403);
        assertThat(offer(API.person(Flows.newPerson()), member).status()).isEqualTo(404);
        assertThat(offer(boss, Flows.newPerson()).status()).isEqualTo(404);
        assertThat(offer(boss, owner).code()).isEqualTo("invalid-transition");

        var offer = offer(boss, member).expect(201);
        heir.delete(members + "/" + member, version()).expect(204);
        assertThat(step(heir, offer, "accept").code()).isEqualTo("invitation-void");
    }

    private Answer offer(Api who, String to) {
        return who.create(members + "/" + to + "/ownership", Map.of());
    }

    private static Answer step(Api who, Answer offer, String step) {
        return who.post("/api/v1/invitations/" + offer.id() + "/" + step, offer.version());
    }

    private void join(String person, String role) {
        var made = boss.create(
                        "/api/v1/organizations/" + organization + "/invitations",
                        Map.of("email", person + "@example.org", "role", role))
                .expect(201);
        step(API.person(person), made, "accept").expect(200);
    }

    private long version() {
        return API.officer("officer").get(members).expect(200).version();
    }

    /** Of all members, in alphabetical order. */
    private String roles() {
        return String.join(
                " ",
                API.officer("officer")
                        .get(members)
                        .body()
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("role").asString())
                        .sorted()
                        .toList());
    }

    private static List<String> told(Api person) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> person.get("/api/v1/me/notices/organizations")
                                .body()
                                .path("items")
                                .valueStream()
                                .map(item -> item.path("kind").asString())
                                .toList(),
                        kinds -> kinds.stream()
                                .anyMatch(kind ->
                                        kind.startsWith("ownership.accepted") || kind.equals("membership.OWNER")));
    }
}
