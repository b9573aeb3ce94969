package ma.maydan.incubators.appeal;

import static ma.maydan.incubators.Service.API;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.maydan.incubators.Flows;
import ma.maydan.incubators.Service;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.backends.MovedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AppealIT {

    private static final Map<String, Object> TEXT = Map.of("text", "Le registre est là, page 2.\nRegardez.");

    private final MovedClock clock = Service.bean(MovedClock.class);
    private String owner;
    private String path;

    @BeforeEach
    void reject() {
        owner = Flows.newPerson();
        var taken = Flows.failed(Flows.underReview(owner, Flows.organization("STARTUP")));
        path = "/api/v1/organizations/" + taken.id();
        API.admin("admin")
                .post(path + "/reject", Flows.reason(), taken.version())
                .expect(200);
    }

    @AfterEach
    void toThePresent() {
        clock.moveBack();
    }

    @Test
    void theNoticeOfARejectionSaysUntilWhenAndWhatToDo() {
        var notice = notice("organization.rejected");
        assertThat(notice.at("/words/text").asString()).contains("recours", "soumise de nouveau");
        assertThat(notice.at("/words/text").asString()).doesNotContain("{1}");
        assertThat(notice.at("/words/reason").asString())
                .contains("Le registre manque")
                .contains("Donnez dans le dossier les documents manquants");
    }

    @Test
    void anAppealIsDecidedBySomebodyElseAndOpensTheWay() {
        assertThat(mine().allowedTransitions()).contains("appeal").doesNotContain("submit");
        assertThat(API.person(owner)
                        .post(path + "/submit", Flows.declaration(), mine().version())
                        .code())
                .isEqualTo("submitted-too-soon");
        assertThat(API.person(owner)
                        .post(path + "/appeal", Map.of("text", " "), mine().version())
                        .status())
                .isEqualTo(422);
        API.person(owner).post(path + "/appeal", TEXT, mine().version()).expect(200);

        var read = API.admin("admin2").get(path + "/case").expect(200);
        assertThat(read.at("/rejection/appeal/text")).startsWith("Le registre est là, page 2.");
        assertThat(read.body().has("dueOn")).isTrue();
        assertThat(waiting()).contains(mine().id());
        assertThat(API.admin("admin")
                        .post(path + "/accept-appeal", mine().version())
                        .code())
                .isEqualTo("four-eyes");
        API.admin("admin2").post(path + "/accept-appeal", mine().version()).expect(200);

        assertThat(waiting()).doesNotContain(mine().id());
        notice("organization.appeal_accepted");
        var again = API.person(owner)
                .post(path + "/submit", Flows.declaration(), mine().version())
                .expect(200);
        assertThat(again.text("registrationStatus")).isEqualTo("SUBMITTED");
        var earlier = API.officer("officer").get(path + "/case").body().at("/earlier/0");
        assertThat(earlier.at("/reason/text/fr").asString()).isEqualTo("Le registre manque");
        assertThat(earlier.at("/appeal/accepted").asBoolean()).isTrue();
        assertThat(earlier.path("changed")).isEmpty();
    }

    @Test
    void aDismissalHasAReasonAndAnotherRequestWaitsThirtyDays() {
        API.person(owner).post(path + "/appeal", TEXT, mine().version()).expect(200);
        API.admin("admin2")
                .post(path + "/dismiss-appeal", Flows.reason(), mine().version())
                .expect(200);
        assertThat(notice("organization.appeal_dismissed").at("/words/reason").asString())
                .contains("Le registre manque");
        assertThat(mine().allowedTransitions()).doesNotContain("submit", "appeal");
        assertThat(mine().body().at("/withheld/submit").asString()).isEqualTo("submitted-too-soon");

        clock.moveTo(Instant.now().plus(Duration.ofDays(30).plusMinutes(1)));

        assertThat(mine().allowedTransitions()).contains("submit");
        assertThat(Flows.submitted(API.person(owner), mine()).text("registrationStatus"))
                .isEqualTo("SUBMITTED");
    }

    @Test
    void afterThirtyDaysNobodyAppeals() {
        clock.moveTo(Instant.now().plus(Duration.ofDays(30).plusMinutes(1)));
        assertThat(API.person(owner)
                        .post(path + "/appeal", TEXT, mine().version())
                        .code())
                .isEqualTo("invalid-transition");
    }

    @Test
    void aStrangerLearnsNothingOfIt() {
        var stranger = API.person(Flows.newPerson());
        assertThat(stranger.post(path + "/appeal", TEXT, 1).status()).isEqualTo(404);
        assertThat(stranger.get("/api/v1/verification-cases?appealed=true").status())
                .isEqualTo(403);
    }

    private List<String> waiting() {
        return API.officer("officer")
                .get("/api/v1/verification-cases?appealed=true&limit=100")
                .expect(200)
                .ids();
    }

    private Answer mine() {
        return API.person(owner).get(path).expect(200);
    }

    private JsonNode notice(String kind) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> API.person(owner)
                                .in("fr")
                                .get("/api/v1/me/notices/organizations")
                                .body()
                                .path("items")
                                .valueStream()
                                .filter(one -> one.path("kind").asString().equals(kind))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }
}
