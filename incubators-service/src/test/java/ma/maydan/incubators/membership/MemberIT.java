package ma.maydan.incubators.membership;

import static com.mongodb.client.model.Filters.eq;
import static ma.maydan.incubators.Service.API;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import ma.maydan.incubators.Flows;
import ma.maydan.incubators.Service;
import ma.maydan.testkit.api.Api;
import ma.maydan.testkit.api.Parallel;
import ma.maydan.testkit.backends.Topics;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class MemberIT {

    private final MongoDatabase database = Service.bean(MongoDatabase.class);
    private final String first = Flows.newPerson();
    private final String second = Flows.newPerson();
    private final String organization = Flows.draft(first, "STARTUP").id();
    private final String members = "/api/v1/organizations/" + organization + "/members";

    @Test
    void aRoleCountsAtOnceIsPublishedAndToldToThePerson() {
        add(second, "EDITOR");
        var they = API.person(second);
        var profile = "/api/v1/organizations/" + organization;
        var version = they.put(profile, Flows.organization("STARTUP"), version())
                .expect(200)
                .version();

        API.person(first)
                .put(members + "/" + second, Map.of("role", "VIEWER"), version)
                .expect(200);

        assertThat(they.put(profile, Flows.organization("STARTUP"), version + 1).status())
                .isEqualTo(403);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                they.get("/api/v1/me/notices/organizations").at("/items/0/kind"))
                        .isEqualTo("membership.VIEWER"));
        API.person(first).delete(members + "/" + second, version + 1).expect(204);
        assertThat(they.get(profile).status()).isEqualTo(404);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Topics.messages("maydan.organizations", organization))
                        .last()
                        .satisfies(message -> assertThat(message.value()).doesNotContain(second)));
    }

    @Test
    void whoReadsTheMembersSeesWhatTheyMayChange() {
        API.person(second)
                .create("/api/v1/organizations", Flows.organization("STARTUP"))
                .expect(201);
        add(second, "ADMIN");

        var seen = API.person(second).get(members).expect(200);

        assertThat(seen.body().at("/roles").toString()).isEqualTo("[\"ADMIN\",\"EDITOR\",\"VIEWER\"]");
        assertThat(seen.at("/items/0/role")).isEqualTo("OWNER");
        assertThat(seen.body().at("/items/0/removable").asBoolean()).isFalse();
        assertThat(seen.at("/items/1/name")).isEqualTo("Person " + second);
        assertThat(seen.body().at("/items/1/me").asBoolean()).isTrue();
        assertThat(seen.body().at("/items/1/roles").toString()).isEqualTo("[\"EDITOR\",\"VIEWER\"]");
        assertThat(API.officer("officer").get(members).expect(200).body().at("/roles"))
                .isEmpty();
    }

    @Test
    void ofTwoOwnersWhoLeaveAtOnceOneStays() {
        add(second, "OWNER");

        var answers = Parallel.atOnce(2, i -> leave(i == 0 ? first : second));

        assertThat(answers).containsExactlyInAnyOrder("left", "last-owner");
        assertThat(owners()).isEqualTo(1);
    }

    @Test
    void withoutTheVersionBothWouldGo() throws Exception {
        add(second, "OWNER");
        var bothHaveLooked = new CyclicBarrier(2);

        Parallel.atOnce(2, i -> {
            var leaves = i == 0 ? first : second;
            if (owners() > 1) {
                waitFor(bothHaveLooked);
                database.getCollection("organizations")
                        .updateOne(
                                eq("_id", organization),
                                Updates.pull("membership.members", new Document("personId", leaves)));
            }
            return leaves;
        });

        assertThat(owners()).isZero();
    }

    /** Looks again whenever somebody else was faster. */
    private String leave(String person) {
        Api they = API.person(person);
        while (true) {
            var answer = they.delete(members + "/" + person, version());
            if (answer.status() != 412) {
                return answer.status() == 204 ? "left" : answer.code();
            }
        }
    }

    private static void waitFor(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private long version() {
        return API.officer("officer").get(members).expect(200).version();
    }

    private long owners() {
        return database
                .getCollection("organizations")
                .find(eq("_id", organization))
                .first()
                .getEmbedded(java.util.List.of("membership", "members"), java.util.List.<Document>of())
                .stream()
                .filter(member -> member.getString("role").equals("OWNER"))
                .count();
    }

    private void add(String person, String role) {
        database.getCollection("organizations")
                .updateOne(
                        eq("_id", organization),
                        Updates.push("membership.members", new Document("personId", person).append("role", role)));
    }
}
