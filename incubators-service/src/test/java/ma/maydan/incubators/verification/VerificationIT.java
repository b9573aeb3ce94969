package ma.maydan.incubators.verification;

import static ma.maydan.incubators.Service.API;
import static ma.maydan.testkit.api.Parallel.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import ma.maydan.incubators.Flows;
import ma.maydan.incubators.Service;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.api.Api;
import ma.maydan.testkit.backends.MovedClock;
import ma.maydan.testkit.backends.Topics;
import ma.maydan.testkit.backends.Topics.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class VerificationIT {

    private final String owner = Flows.newPerson();

    @Test
    void twoPeopleOfTheClusterVerifyAnOrganizationAndTheWorldLearnsOfEachStep() {
        var draft = Flows.draft(owner, "INCUBATOR");
        var path = "/api/v1/organizations/" + draft.id();
        assertThat(draft.text("registrationStatus")).isEqualTo("DRAFT");
        assertThat(draft.text("myRole")).isEqualTo("OWNER");
        assertThat(draft.eTag()).startsWith("\"1-");
        assertThat(draft.header("Location")).isEqualTo(path);
        assertThat(draft.allowedTransitions()).containsExactly("edit", "logo", "evidence", "submit", "delete");

        var submitted = Flows.submitted(API.person(owner), draft);
        assertThat(submitted.allowedTransitions()).isEmpty();
        assertThat(caseIds("/api/v1/verification-cases?limit=100")).contains(draft.id());
        assertThat(API.officer("officer").get(path).allowedTransitions()).containsExactly("take", "note");

        var taken = Flows.checked(API.officer("officer"), Flows.take(API.officer("officer"), submitted), "PASS");
        assertThat(taken.text("takenBy")).isEqualTo("officer");
        assertThat(API.person(owner).get(path).body().has("takenBy")).isFalse();
        assertThat(API.admin("admin").get(path).allowedTransitions())
                .containsExactly("take-over", "note", "request-info", "verify");

        var verified =
                API.admin("admin").post(path + "/verify", taken.version()).expect(200);
        assertThat(verified.body().has("verifiedAt")).isTrue();
        var seen = API.get(path).expect(200);
        assertThat(seen.allowedTransitions()).isEmpty();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Topics.messages("maydan.organizations", draft.id()))
                        .extracting(Message::type)
                        .startsWith("ma.maydan.organization.created.v1", "ma.maydan.organization.updated.v1")
                        .endsWith(
                                "ma.maydan.organization.submitted.v1",
                                "ma.maydan.organization.review_started.v1",
                                "ma.maydan.organization.checked.v1",
                                "ma.maydan.organization.verified.v1"));
        var last = Topics.messages("maydan.organizations", draft.id()).getLast();
        assertThat(last.sequence()).isEqualTo(String.valueOf(verified.version()));
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
        var withoutReason = API.admin("admin").post(path + "/reject", Map.of(), taken.version());
        assertThat(withoutReason.status()).isEqualTo(422);

        var rejected = API.admin("admin")
                .post(path + "/reject", Flows.reason(), Flows.failed(taken).version())
                .expect(200);

        var read = API.person(owner).get(path).expect(200);
        assertThat(read.body().at("/decision/outcome").asString()).isEqualTo("REJECTED");
        assertThat(read.body().at("/decision/reasonCode").asString()).isEqualTo("INCOMPLETE_EVIDENCE");
        assertThat(read.body().at("/decision/reasonText/ar").asString()).isEqualTo("السجل ناقص");
        assertThat(API.get(path).status()).isEqualTo(404);
        var edited = API.person(owner)
                .put(path, Flows.organization("STARTUP", "SME"), rejected.version())
                .expect(200);
        var clock = Service.bean(MovedClock.class);
        clock.moveTo(Instant.now().plus(Duration.ofDays(31)));
        var again = Flows.submitted(API.person(owner), edited);
        clock.moveBack();
        assertThat(again.text("registrationStatus")).isEqualTo("SUBMITTED");
        assertThat(again.body().has("decision")).isFalse();
    }

    @Test
    void aSuspendedOrganizationLeavesThePublicUntilAnotherAdminReinstatesIt() {
        var verified = Flows.verified(owner, "INCUBATOR");
        var path = "/api/v1/organizations/" + verified.id();

        var suspended = API.admin("admin")
                .post(path + "/suspend", Flows.reason(), verified.version())
                .expect(200);
        assertThat(API.get(path).status()).isEqualTo(404);
        assertThat(publicIds()).doesNotContain(verified.id());
        assertThat(API.person(owner)
                        .get(path)
                        .expect(200)
                        .body()
                        .at("/decision/outcome")
                        .asString())
                .isEqualTo("SUSPENDED");

        var bySuspender = API.admin("admin").post(path + "/reinstate", suspended.version());
        assertThat(bySuspender.status()).isEqualTo(403);
        assertThat(bySuspender.code()).isEqualTo("four-eyes");
        var seenBySuspender = API.admin("admin").get(path);
        assertThat(seenBySuspender.allowedTransitions()).containsExactly("propose-revocation", "retire");
        assertThat(seenBySuspender.body().path("withheld")).hasToString("{\"reinstate\":\"four-eyes\"}");
        var seenByAnother = API.admin("admin2").get(path);
        assertThat(seenByAnother.allowedTransitions()).containsExactly("reinstate", "propose-revocation", "retire");
        assertThat(seenByAnother.body().path("withheld")).isEmpty();
        var reinstated = API.admin("admin2")
                .post(path + "/reinstate", suspended.version())
                .expect(200);
        assertThat(reinstated.text("registrationStatus")).isEqualTo("VERIFIED");
        assertThat(reinstated.body().has("decision")).isFalse();
        assertThat(publicIds()).contains(verified.id());
    }

    @Test
    void aReinstatementMayGiveAReason() {
        var verified = Flows.verified(owner, "INCUBATOR");
        var path = "/api/v1/organizations/" + verified.id();
        var suspended = API.admin("admin")
                .post(path + "/suspend", Flows.reason(), verified.version())
                .expect(200);
        API.admin("admin2")
                .post(path + "/reinstate", Flows.reason(), suspended.version())
                .expect(200);
    }

    @Test
    void whoTookTheCaseDoesNotDecideIt() {
        var draft = Flows.draft(owner, "STARTUP");
        var path = "/api/v1/organizations/" + draft.id();
        var submitted = Flows.submitted(API.person(owner), draft);
        var taken = Flows.checked(API.admin("admin"), Flows.take(API.admin("admin"), submitted), "PASS");

        assertThat(taken.allowedTransitions()).containsExactly("release", "checks", "note", "request-info");
        for (var refused : List.of(
                API.admin("admin").post(path + "/verify", taken.version()),
                API.admin("admin").post(path + "/reject", Flows.reason(), taken.version()))) {
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.code()).isEqualTo("four-eyes");
        }
        API.admin("admin2").post(path + "/verify", taken.version()).expect(200);
    }

    @Test
    void nobodyDecidesOnAnOrganizationTheyBelongTo() {
        var admin = Flows.newPerson();
        var draft = API.admin(admin)
                .create("/api/v1/organizations", Flows.organization("STARTUP"))
                .expect(201);
        var path = "/api/v1/organizations/" + draft.id();
        var submitted = Flows.submitted(API.admin(admin), draft);
        assertThat(API.admin(admin).post(path + "/take", submitted.version()).code())
                .isEqualTo("conflict-of-interest");
        var taken =
                API.officer("officer").post(path + "/take", submitted.version()).expect(200);
        assertThat(API.admin(admin).post(path + "/verify", taken.version()).code())
                .isEqualTo("conflict-of-interest");
        assertThat(API.admin(admin).get(path).allowedTransitions()).isEmpty();
    }

    @Test
    void aStepOutOfTurnNamesWhatIsPossibleForThisCaller() {
        var draft = Flows.draft(owner, "STARTUP");
        var path = "/api/v1/organizations/" + draft.id();
        var submitted = Flows.submitted(API.person(owner), draft);
        var tooEarly = API.admin("admin").post(path + "/verify", submitted.version());
        assertThat(tooEarly.status()).isEqualTo(409);
        assertThat(tooEarly.code()).isEqualTo("invalid-transition");
        assertThat(tooEarly.allowedTransitions()).containsExactly("take", "note");
        var twice = API.person(owner).post(path + "/submit", Flows.declaration(), submitted.version());
        assertThat(twice.code()).isEqualTo("invalid-transition");
        assertThat(twice.allowedTransitions()).isEmpty();
    }

    @Test
    void onlyStaffSeesTheCases() {
        assertThat(API.get("/api/v1/verification-cases").status()).isEqualTo(401);
        assertThat(API.person(owner).get("/api/v1/verification-cases").status()).isEqualTo(403);
        assertThat(API.officer("officer")
                        .get("/api/v1/verification-cases?status=DRAFT")
                        .status())
                .isEqualTo(422);
        assertThat(API.officer("officer")
                        .get("/api/v1/verification-cases?status=NEW")
                        .status())
                .isEqualTo(422);
        var verified = Flows.verified(owner, "STARTUP");
        assertThat(caseIds("/api/v1/verification-cases?status=VERIFIED&status=SUSPENDED&limit=100"))
                .contains(verified.id());
    }

    @ParameterizedTest
    @CsvSource({"submittedAt", "slug"})
    void theCasesComeInTheOrderThatIsAskedForAndBackwards(String order) {
        for (var i = 0; i < 3; i++) {
            Flows.underReview(Flows.newPerson(), Flows.organization("STARTUP"));
        }
        var officer = API.officer("officer");
        var path = "/api/v1/verification-cases?status=UNDER_REVIEW&sort=";
        var keys = values(all(officer, path + order), order);
        assertThat(keys).hasSizeGreaterThan(2).isSorted();
        assertThat(values(all(officer, path + "-" + order), order)).isEqualTo(keys.reversed());
    }

    @Test
    void anOrderThatThereIsNotIsRefusedAndACursorBelongsToItsOrder() {
        Flows.underReview(Flows.newPerson(), Flows.organization("STARTUP"));
        Flows.underReview(Flows.newPerson(), Flows.organization("STARTUP"));
        var officer = API.officer("officer");
        for (var none : List.of("legalName", "-", "--slug", "SLUG", "slug,submittedAt")) {
            var refused = officer.in("fr").get("/api/v1/verification-cases?sort=" + none);
            assertThat(refused.status()).as(none).isEqualTo(422);
            assertThat(refused.at("/errors/0/pointer")).isEqualTo("?sort");
            assertThat(refused.at("/errors/0/detail")).isNotBlank();
        }
        var cursor = officer.get("/api/v1/verification-cases?limit=1&sort=slug").text("nextCursor");
        assertThat(officer.get("/api/v1/verification-cases?limit=1&sort=-slug&cursor=" + cursor)
                        .code())
                .isEqualTo("invalid-cursor");
    }

    @Test
    void whenItWasSubmittedIsForMembersAndStaff() {
        var verified = Flows.verified(owner, "STARTUP");
        var path = "/api/v1/organizations/" + verified.id();
        assertThat(API.get(path).body().has("submittedAt")).isFalse();
        assertThat(API.person(owner).get(path).text("submittedAt")).isNotEmpty();
        assertThat(API.officer("officer").get(path).text("submittedAt")).isNotEmpty();
    }

    private static List<String> values(List<JsonNode> items, String member) {
        return items.stream().map(item -> item.path(member).asString()).toList();
    }

    @Test
    void anOfficerWhoIsNoAdminDoesNotVerify() {
        var taken = Flows.underReview(owner, Flows.organization("STARTUP"));
        assertThat(API.officer("officer2")
                        .post("/api/v1/organizations/" + taken.id() + "/verify", taken.version())
                        .status())
                .isEqualTo(403);
        assertThat(API.person(owner)
                        .post("/api/v1/organizations/" + taken.id() + "/verify", taken.version())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void ofManyAdminsWhoVerifyAtOnceOneDoes() {
        var taken = Flows.underReview(owner, Flows.organization("STARTUP"));
        var path = "/api/v1/organizations/" + taken.id() + "/verify";

        var answers = atOnce(8, i -> API.admin("admin-" + i).post(path, taken.version()));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .extracting(Answer::code)
                .containsOnly("version-conflict");
    }

    @Test
    void ofTwoSubmissionsAtOnceOneCounts() {
        var draft = Flows.documented(API.person(owner), Flows.draft(owner, "STARTUP"));
        var path = "/api/v1/organizations/" + draft.id() + "/submit";

        var answers = atOnce(8, i -> API.person(owner).post(path, Flows.declaration(), draft.version()));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Topics.messages("maydan.organizations", draft.id()))
                        .extracting(Message::type)
                        .containsOnlyOnce("ma.maydan.organization.submitted.v1"));
    }

    @Test
    void ofManyOrganizationsWithOneIceOneGetsVerified() {
        var ice = Flows.newIce();
        var cases = IntStream.range(0, 6)
                .mapToObj(i -> {
                    var body = new HashMap<>(Flows.organization("STARTUP"));
                    body.put("ice", ice);
                    return Flows.underReview(Flows.newPerson(), body);
                })
                .toList();

        var answers = atOnce(
                cases.size(),
                i -> API.admin("admin")
                        .post(
                                "/api/v1/organizations/" + cases.get(i).id() + "/verify",
                                cases.get(i).version()));

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
        var verified =
                API.admin("admin").post(path + "/verify", taken.version()).expect(200);
        var second = API.person(Flows.newPerson())
                .create("/api/v1/organizations", body)
                .expect(201);
        assertThat(second.text("slug")).isNotEqualTo(verified.text("slug"));

        var other = Flows.newPerson();
        var draft = Flows.documented(
                API.person(other),
                API.person(other).create("/api/v1/organizations", body).expect(201));
        var submit = "/api/v1/organizations/" + draft.id() + "/submit";
        var refused = API.person(other).post(submit, Flows.declaration(), draft.version());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("ice-taken");
        API.admin("admin")
                .post(path + "/suspend", Flows.reason(), verified.version())
                .expect(200);
        assertThat(API.person(other)
                        .post(submit, Flows.declaration(), draft.version())
                        .code())
                .isEqualTo("ice-taken");
    }

    private static List<String> publicIds() {
        return API.get("/api/v1/organizations?limit=100").ids();
    }

    private static List<String> caseIds(String path) {
        return API.officer("officer").get(path).expect(200).ids();
    }

    /** All of a list, two at a time. */
    private static List<JsonNode> all(Api caller, String path) {
        var found = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var page = caller.get(path + "&limit=2" + cursor).expect(200);
            page.body().path("items").forEach(found::add);
            cursor = page.text("nextCursor").isEmpty() ? "" : "&cursor=" + page.text("nextCursor");
        } while (!cursor.isEmpty());
        return found;
    }
}
