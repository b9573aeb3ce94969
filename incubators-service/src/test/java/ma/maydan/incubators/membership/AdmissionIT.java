package ma.maydan.incubators.membership;

import static ma.maydan.incubators.Service.API;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import ma.maydan.incubators.Flows;
import ma.maydan.incubators.Service;
import ma.maydan.starter.personal.Leaving;
import ma.maydan.starter.personal.PersonalData;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.api.Api;
import ma.maydan.testkit.api.Parallel;
import ma.maydan.testkit.backends.MovedClock;
import ma.maydan.testkit.backends.Traces;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Somebody asks to belong to an organization. */
class AdmissionIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final String owner = Flows.newPerson();
    private final Api boss = API.person(owner);
    private final String person = Flows.newPerson();
    private final Api they = API.person(person);
    private final Answer verified = Flows.verified(owner, "STARTUP");
    private final String organization = verified.id();
    private final MongoDatabase database = Service.bean(MongoDatabase.class);

    @AfterEach
    void itIsThePresentAgain() {
        Service.bean(MovedClock.class).moveBack();
    }

    @Test
    void anOwnerLetsThemInWithARoleAndNothingSaysWhoAskedAnyMore() {
        var asked = ask(they).expect(201);
        assertThat(asked.allowedTransitions()).containsExactly("withdraw");
        assertThat(they.get("/api/v1/me/join-requests").ids()).containsExactly(asked.id());
        var seen = boss.get(requests()).expect(200).body().path("items").path(0);
        assertThat(seen.path("personName").asString()).isEqualTo("Person " + person);
        assertThat(seen.path("personEmail").asString()).isEqualTo(person + "@example.org");

        assertThat(answer(they, asked, "accept", Map.of("role", "OWNER")).status())
                .isEqualTo(403);
        assertThat(answer(boss, asked, "accept", Map.of()).status()).isEqualTo(422);
        answer(boss, asked, "accept", Map.of("role", "EDITOR")).expect(200);

        assertThat(they.get("/api/v1/organizations/" + organization).text("myRole"))
                .isEqualTo("EDITOR");
        assertThat(ask(they).code()).isEqualTo("already-member");
        assertThat(Traces.in(database, person)).noneMatch(where -> where.startsWith("join_requests"));
        await().atMost(SOON)
                .until(() -> they.get("/api/v1/me/notices/organizations")
                        .at("/items/0/kind")
                        .equals("join-request.accepted"));
    }

    @Test
    void aRefusalHasAReasonAndIsNotAskedAgainForAMonth() {
        var asked = ask(they).expect(201);
        assertThat(ask(they).code()).isEqualTo("already-asked");
        assertThat(answer(boss, asked, "refuse", Map.of()).status()).isEqualTo(422);

        answer(boss, asked, "refuse", Flows.reason()).expect(200);

        assertThat(ask(they).code()).isEqualTo("already-asked");
        JsonNode notice = await().atMost(SOON)
                .until(
                        () -> they.in("fr")
                                .get("/api/v1/me/notices/organizations")
                                .body()
                                .path("items")
                                .path(0),
                        it -> it.path("kind").asString("").equals("join-request.refused"));
        assertThat(notice.path("words").path("reason").asString()).contains("Le registre manque");
        Service.beans(PersonalData.class)
                .forEach(data -> data.forget(Instant.now().plus(Duration.ofDays(31))));
        ask(they).expect(201);
    }

    @Test
    void itIsTakenBackOrEnds() {
        var asked = ask(they).expect(201);
        assertThat(boss.post(path(asked) + "/withdraw", 1).status()).isEqualTo(403);
        they.post(path(asked) + "/withdraw", 1).expect(200);
        assertThat(answer(boss, asked, "accept", Map.of("role", "EDITOR")).status())
                .isEqualTo(412);

        var again = ask(they).expect(201);
        Service.bean(MovedClock.class)
                .moveTo(Instant.parse(again.text("endsAt")).plusSeconds(1));
        await().atMost(SOON)
                .until(() -> boss.get(requests()).body().path("items").isEmpty());
        ask(they).expect(201);
    }

    @Test
    void answeredByManyAtOnceItIsAnsweredOnce() {
        var asked = ask(they).expect(201);

        var answers = Parallel.atOnce(
                20,
                i -> i % 2 == 0
                        ? answer(boss, asked, "accept", Map.of("role", "VIEWER"))
                        : answer(boss, asked, "refuse", Flows.reason()));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    }

    @Test
    void aPersonAsksTenADayAndVerifiedOrganizationsAlone() {
        var draft = Flows.draft(owner, "STARTUP").id();
        assertThat(they.create("/api/v1/organizations/" + draft + "/join-requests", Map.of())
                        .status())
                .isEqualTo(404);
        for (var i = 0; i < AdmissionStore.A_DAY; i++) {
            var asked = ask(they).expect(201);
            they.post(path(asked) + "/withdraw", 1).expect(200);
        }
        assertThat(ask(they).code()).isEqualTo("too-many-join-requests");
        assertThat(Traces.in(database, person)).noneMatch(where -> where.startsWith("join_requests"));
    }

    @Test
    void whoGoesAsksForNothingAnyMore() {
        ask(they).expect(201);

        Service.beans(Leaving.class).forEach(leaving -> leaving.leave(person));

        assertThat(boss.get(requests()).body().path("items")).isEmpty();
        assertThat(Traces.in(database, person)).noneMatch(where -> where.startsWith("join_requests"));
    }

    @Test
    void itIsFoundByItsIce() {
        var ice = verified.text("ice");

        assertThat(API.anonymous().get("/api/v1/organizations?q=" + ice).ids()).containsExactly(organization);
        assertThat(API.anonymous()
                        .get("/api/v1/organizations?q=" + ice.substring(0, 9) + "+" + ice.substring(9))
                        .ids())
                .containsExactly(organization);
    }

    private Answer ask(Api who) {
        return who.create(requests(), Map.of());
    }

    private String requests() {
        return "/api/v1/organizations/" + organization + "/join-requests";
    }

    private static String path(Answer asked) {
        return "/api/v1/join-requests/" + asked.id();
    }

    private static Answer answer(Api who, Answer asked, String step, Map<String, ?> body) {
        return who.post(path(asked) + "/" + step, body, asked.version());
    }
}
