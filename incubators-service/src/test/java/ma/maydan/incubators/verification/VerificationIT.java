package ma.maydan.incubators.verification;

import static ma.maydan.incubators.Flows.expect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import ma.maydan.incubators.Api;
import ma.maydan.incubators.Flows;
import ma.maydan.incubators.Kafka;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class VerificationIT {

    private final String owner = Flows.newPerson();

    @Test
    void twoPeopleOfTheClusterVerifyAnOrganizationAndTheWorldLearnsOfEachStep() {
        var draft = Flows.draft(owner, "INCUBATOR");
        var path = "/api/v1/organizations/" + draft.id();
        assertThat(draft.text("registrationStatus")).isEqualTo("DRAFT");
        assertThat(draft.text("myRole")).isEqualTo("OWNER");
        assertThat(draft.headers()).containsEntry("ETag", "\"1\"").containsEntry("Location", path);
        assertThat(allowed(draft)).containsExactly("submit");

        var submitted = expect(200, Api.person(owner).post(path + "/submit", draft.version()));
        assertThat(allowed(submitted)).isEmpty();
        assertThat(caseIds("/api/v1/verification-cases?limit=100")).contains(draft.id());
        assertThat(allowed(Api.officer("officer").get(path))).containsExactly("take");

        var taken = expect(200, Api.officer("officer").post(path + "/take", submitted.version()));
        assertThat(taken.text("takenBy")).isEqualTo("officer");
        assertThat(Api.person(owner).get(path).body().has("takenBy")).isFalse();
        assertThat(allowed(Api.admin("admin").get(path))).containsExactly("verify", "reject");

        var verified = expect(200, Api.admin("admin").post(path + "/verify", taken.version()));
        assertThat(verified.body().has("verifiedAt")).isTrue();
        var seen = expect(200, Api.anonymous().get(path));
        assertThat(allowed(seen)).isEmpty();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Kafka.messages("maydan.organizations", draft.id()))
                        .extracting(Kafka.Message::type)
                        .containsExactly(
                                "ma.maydan.organization.created.v1",
                                "ma.maydan.organization.submitted.v1",
                                "ma.maydan.organization.review_started.v1",
                                "ma.maydan.organization.verified.v1"));
        var last = Kafka.messages("maydan.organizations", draft.id()).getLast();
        assertThat(last.sequence()).isEqualTo("4");
        assertThat(last.data().path("members").path(0).path("personId").asString())
                .isEqualTo(owner);
        assertThat(last.data().path("members").path(0).path("role").asString()).isEqualTo("OWNER");
        assertThat(last.data().path("registrationStatus").asString()).isEqualTo("VERIFIED");
        assertThat(last.data().path("kinds").path(0).asString()).isEqualTo("INCUBATOR");
    }

    @Test
    void theOwnerReadsWhyTheOrganizationWasRejectedThenCorrectsAndSubmitsAgain() {
        var taken = Flows.underReview(owner, Flows.organization("STARTUP"));
        var path = "/api/v1/organizations/" + taken.id();
        var withoutReason = Api.admin("admin").post(path + "/reject", Map.of(), taken.version());
        assertThat(withoutReason.status()).isEqualTo(422);

        var rejected = expect(200, Api.admin("admin").post(path + "/reject", Flows.reason(), taken.version()));

        var read = expect(200, Api.person(owner).get(path));
        assertThat(read.body().at("/decision/outcome").asString()).isEqualTo("REJECTED");
        assertThat(read.body().at("/decision/reasonCode").asString()).isEqualTo("INCOMPLETE_EVIDENCE");
        assertThat(read.body().at("/decision/reasonText/ar").asString()).isEqualTo("السجل ناقص");
        assertThat(Api.anonymous().get(path).status()).isEqualTo(404);
        var edited = expect(200, Api.person(owner).put(path, Flows.organization("STARTUP", "SME"), rejected.version()));
        var again = expect(200, Api.person(owner).post(path + "/submit", edited.version()));
        assertThat(again.text("registrationStatus")).isEqualTo("SUBMITTED");
        assertThat(again.body().has("decision")).isFalse();
    }

    @Test
    void aSuspendedOrganizationLeavesThePublicUntilAnotherAdminReinstatesIt() {
        var verified = Flows.verified(owner, "INCUBATOR");
        var path = "/api/v1/organizations/" + verified.id();

        var suspended = expect(200, Api.admin("admin").post(path + "/suspend", Flows.reason(), verified.version()));
        assertThat(Api.anonymous().get(path).status()).isEqualTo(404);
        assertThat(publicIds()).doesNotContain(verified.id());
        assertThat(expect(200, Api.person(owner).get(path))
                        .body()
                        .at("/decision/outcome")
                        .asString())
                .isEqualTo("SUSPENDED");

        var bySuspender = Api.admin("admin").post(path + "/reinstate", suspended.version());
        assertThat(bySuspender.status()).isEqualTo(403);
        assertThat(bySuspender.code()).isEqualTo("four-eyes");
        assertThat(allowed(Api.admin("admin").get(path))).isEmpty();
        assertThat(allowed(Api.admin("admin2").get(path))).containsExactly("reinstate");
        var reinstated = expect(200, Api.admin("admin2").post(path + "/reinstate", suspended.version()));
        assertThat(reinstated.text("registrationStatus")).isEqualTo("VERIFIED");
        assertThat(reinstated.body().has("decision")).isFalse();
        assertThat(publicIds()).contains(verified.id());
    }

    @Test
    void aReinstatementMayGiveAReason() {
        var verified = Flows.verified(owner, "INCUBATOR");
        var path = "/api/v1/organizations/" + verified.id();
        var suspended = expect(200, Api.admin("admin").post(path + "/suspend", Flows.reason(), verified.version()));
        expect(200, Api.admin("admin2").post(path + "/reinstate", Flows.reason(), suspended.version()));
    }

    @Test
    void whoTookTheCaseDoesNotDecideIt() {
        var draft = Flows.draft(owner, "STARTUP");
        var path = "/api/v1/organizations/" + draft.id();
        var submitted = expect(200, Api.person(owner).post(path + "/submit", draft.version()));
        var taken = expect(200, Api.admin("admin").post(path + "/take", submitted.version()));

        assertThat(allowed(taken)).isEmpty();
        for (var refused : List.of(
                Api.admin("admin").post(path + "/verify", taken.version()),
                Api.admin("admin").post(path + "/reject", Flows.reason(), taken.version()))) {
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.code()).isEqualTo("four-eyes");
        }
        expect(200, Api.admin("admin2").post(path + "/verify", taken.version()));
    }

    @Test
    void nobodyDecidesOnAnOrganizationTheyBelongTo() {
        var admin = Flows.newPerson();
        var draft = expect(201, Api.admin(admin).create("/api/v1/organizations", Flows.organization("STARTUP")));
        var path = "/api/v1/organizations/" + draft.id();
        var submitted = expect(200, Api.admin(admin).post(path + "/submit", draft.version()));
        assertThat(Api.admin(admin).post(path + "/take", submitted.version()).code())
                .isEqualTo("conflict-of-interest");
        var taken = expect(200, Api.officer("officer").post(path + "/take", submitted.version()));
        assertThat(Api.admin(admin).post(path + "/verify", taken.version()).code())
                .isEqualTo("conflict-of-interest");
        assertThat(allowed(Api.admin(admin).get(path))).isEmpty();
    }

    @Test
    void aStepOutOfTurnNamesWhatIsPossibleForThisCaller() {
        var draft = Flows.draft(owner, "STARTUP");
        var path = "/api/v1/organizations/" + draft.id();
        var submitted = expect(200, Api.person(owner).post(path + "/submit", draft.version()));
        var tooEarly = Api.admin("admin").post(path + "/verify", submitted.version());
        assertThat(tooEarly.status()).isEqualTo(409);
        assertThat(tooEarly.code()).isEqualTo("invalid-transition");
        assertThat(allowed(tooEarly)).containsExactly("take");
        var twice = Api.person(owner).post(path + "/submit", submitted.version());
        assertThat(twice.code()).isEqualTo("invalid-transition");
        assertThat(allowed(twice)).isEmpty();
    }

    @Test
    void onlyStaffSeesTheCases() {
        assertThat(Api.anonymous().get("/api/v1/verification-cases").status()).isEqualTo(401);
        assertThat(Api.person(owner).get("/api/v1/verification-cases").status()).isEqualTo(403);
        assertThat(Api.officer("officer")
                        .get("/api/v1/verification-cases?status=DRAFT")
                        .status())
                .isEqualTo(422);
        assertThat(Api.officer("officer")
                        .get("/api/v1/verification-cases?status=NEW")
                        .status())
                .isEqualTo(422);
        var verified = Flows.verified(owner, "STARTUP");
        assertThat(caseIds("/api/v1/verification-cases?status=VERIFIED&status=SUSPENDED&limit=100"))
                .contains(verified.id());
    }

    @Test
    void anOfficerWhoIsNoAdminDoesNotVerify() {
        var taken = Flows.underReview(owner, Flows.organization("STARTUP"));
        assertThat(Api.officer("officer2")
                        .post("/api/v1/organizations/" + taken.id() + "/verify", taken.version())
                        .status())
                .isEqualTo(403);
        assertThat(Api.person(owner)
                        .post("/api/v1/organizations/" + taken.id() + "/verify", taken.version())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void ofManyAdminsWhoVerifyAtOnceOneDoes() throws Exception {
        var taken = Flows.underReview(owner, Flows.organization("STARTUP"));
        var path = "/api/v1/organizations/" + taken.id() + "/verify";

        var answers = atOnce(IntStream.range(0, 8)
                .<Callable<Api.Answer>>mapToObj(
                        i -> () -> Api.admin("admin-" + i).post(path, taken.version()))
                .toList());

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .extracting(Api.Answer::code)
                .containsOnly("version-conflict");
    }

    @Test
    void ofTwoSubmissionsAtOnceOneCounts() throws Exception {
        var draft = Flows.draft(owner, "STARTUP");
        var path = "/api/v1/organizations/" + draft.id() + "/submit";

        var answers = atOnce(IntStream.range(0, 8)
                .<Callable<Api.Answer>>mapToObj(i -> () -> Api.person(owner).post(path, draft.version()))
                .toList());

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Kafka.messages("maydan.organizations", draft.id()))
                        .extracting(Kafka.Message::type)
                        .containsExactly("ma.maydan.organization.created.v1", "ma.maydan.organization.submitted.v1"));
    }

    @Test
    void ofManyOrganizationsWithOneIceOneGetsVerified() throws Exception {
        var ice = Flows.newIce();
        var cases = IntStream.range(0, 6)
                .mapToObj(i -> {
                    var body = new HashMap<>(Flows.organization("STARTUP"));
                    body.put("ice", ice);
                    return Flows.underReview(owner, body);
                })
                .toList();

        var answers = atOnce(cases.stream()
                .<Callable<Api.Answer>>map(one ->
                        () -> Api.admin("admin").post("/api/v1/organizations/" + one.id() + "/verify", one.version()))
                .toList());

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() != 200).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.code()).isEqualTo("ice-taken");
        });
    }

    @Test
    void anIceThatIsVerifiedElsewhereStopsTheSubmissionAlsoWhileTheOtherIsSuspended() {
        var ice = Flows.newIce();
        var body = new HashMap<>(Flows.organization("STARTUP"));
        body.put("ice", ice);
        var taken = Flows.underReview(owner, body);
        var path = "/api/v1/organizations/" + taken.id();
        var verified = expect(200, Api.admin("admin").post(path + "/verify", taken.version()));
        var second = expect(201, Api.person(Flows.newPerson()).create("/api/v1/organizations", body));
        assertThat(second.text("slug")).isNotEqualTo(verified.text("slug"));

        var other = Flows.newPerson();
        var draft = expect(201, Api.person(other).create("/api/v1/organizations", body));
        var refused = Api.person(other).post("/api/v1/organizations/" + draft.id() + "/submit", draft.version());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("ice-taken");
        expect(200, Api.admin("admin").post(path + "/suspend", Flows.reason(), verified.version()));
        assertThat(Api.person(other)
                        .post("/api/v1/organizations/" + draft.id() + "/submit", draft.version())
                        .code())
                .isEqualTo("ice-taken");
    }

    private static List<Api.Answer> atOnce(List<Callable<Api.Answer>> requests) throws Exception {
        var start = new CyclicBarrier(requests.size());
        try (var threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            var answers = new ArrayList<Api.Answer>();
            var running = requests.stream()
                    .map(request -> threads.submit(() -> {
                        start.await();
                        return request.call();
                    }))
                    .toList();
            for (var one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    private static List<String> allowed(Api.Answer answer) {
        return answer.body()
                .path("allowedTransitions")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private static List<String> publicIds() {
        return ids(Api.anonymous().get("/api/v1/organizations?limit=100"));
    }

    private static List<String> caseIds(String path) {
        return ids(expect(200, Api.officer("officer").get(path)));
    }

    private static List<String> ids(Api.Answer answer) {
        return answer.body()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }
}
