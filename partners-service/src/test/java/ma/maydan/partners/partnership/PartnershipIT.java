package ma.maydan.partners.partnership;

import static ma.maydan.local.testing.Parallel.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.maydan.local.testing.Answer;
import ma.maydan.local.testing.RegisteredOrganization;
import ma.maydan.local.testing.Topics;
import ma.maydan.local.testing.Topics.Message;
import ma.maydan.partners.PartnersIT;
import org.junit.jupiter.api.Test;

/** What proposers and the cluster do with a partnership. */
class PartnershipIT extends PartnersIT {

    @Test
    void aPartnershipLivesFromItsProposalToItsResumptionAndTheWorldLearnsOfEachStep() {
        var incubator = incubator();
        var draft = draft(incubator);
        var path = PATH + "/" + draft.id();
        assertThat(draft.eTag()).isEqualTo("\"1\"");
        assertThat(draft.header("Location")).isEqualTo(path);
        assertThat(draft.text("status")).isEqualTo("DRAFT");
        assertThat(draft.text("proposerOrganizationId")).isEqualTo(incubator.id());
        assertThat(draft.at("/parties/1/organizationId")).isEqualTo(CLUSTER.id());
        assertThat(draft.at("/parties/0/name/fr")).isEqualTo("Org " + incubator.id());
        assertThat(draft.allowedTransitions()).containsExactly("edit", "submit", "withdraw");

        var submitted = step(api.person(owner), draft, "submit").expect(200);
        assertThat(submitted.text("status")).isEqualTo("UNDER_REVIEW");
        assertThat(submitted.allowedTransitions()).containsExactly("withdraw");
        assertThat(api.officer("officer2")
                        .get("/api/v1/partnership-reviews?limit=100")
                        .ids())
                .contains(draft.id());
        assertThat(read(submitted).allowedTransitions()).containsExactly("approve", "request-changes", "reject");

        var returned =
                reasoned(api.admin("admin2"), submitted, "request-changes").expect(200);
        assertThat(returned.text("status")).isEqualTo("CHANGES_REQUESTED");
        var asked = api.person(owner).get(path);
        assertThat(asked.at("/decision/outcome")).isEqualTo("CHANGES_REQUESTED");
        assertThat(asked.at("/decision/reasonCode")).isEqualTo("INCOMPLETE_EVIDENCE");
        assertThat(asked.at("/decision/reasonText/ar")).isEqualTo("الميزانية ناقصة");

        var terms = proposal(incubator);
        terms.put("endsOn", "2029-12-31");
        var edited = api.person(owner).put(path, terms, returned.version()).expect(200);
        assertThat(edited.text("endsOn")).isEqualTo("2029-12-31");
        assertThat(edited.body().has("termsHash")).isFalse();
        var again = step(api.person(owner), edited, "submit").expect(200);
        assertThat(again.text("termsHash")).hasSize(64).isNotEqualTo(submitted.text("termsHash"));
        assertThat(again.body().has("decision")).isFalse();

        var approved = step(api.admin("admin2"), again, "approve").expect(200);
        assertThat(approved.text("status")).isEqualTo("ACTIVE");
        assertThat(approved.allowedTransitions()).containsExactly("suspend");
        var seen = api.get(path).expect(200);
        assertThat(seen.allowedTransitions()).isEmpty();

        var suspended = reasoned(api.admin("admin2"), approved, "suspend").expect(200);
        assertThat(suspended.at("/decision/outcome")).isEqualTo("SUSPENDED");
        assertThat(suspended.allowedTransitions()).isEmpty();
        assertThat(api.get(path).status()).isEqualTo(404);
        assertThat(step(api.admin("admin2"), suspended, "resume").code()).isEqualTo("invalid-transition");
        var resumed = step(api.admin("admin"), suspended, "resume").expect(200);
        assertThat(resumed.text("status")).isEqualTo("ACTIVE");
        assertThat(resumed.body().has("decision")).isFalse();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Topics.messages("maydan.partnerships", draft.id()))
                        .extracting(Message::type)
                        .containsExactly(
                                "ma.maydan.partnership.created.v1",
                                "ma.maydan.partnership.submitted.v1",
                                "ma.maydan.partnership.changes_requested.v1",
                                "ma.maydan.partnership.updated.v1",
                                "ma.maydan.partnership.submitted.v1",
                                "ma.maydan.partnership.activated.v1",
                                "ma.maydan.partnership.suspended.v1",
                                "ma.maydan.partnership.resumed.v1"));
        var messages = Topics.messages("maydan.partnerships", draft.id());
        assertThat(messages).extracting(Message::sequence).containsExactly("1", "2", "3", "4", "5", "6", "7", "8");
        assertThat(messages)
                .extracting(message -> message.data().path("status").asString())
                .containsExactly(
                        "DRAFT",
                        "UNDER_REVIEW",
                        "CHANGES_REQUESTED",
                        "CHANGES_REQUESTED",
                        "UNDER_REVIEW",
                        "ACTIVE",
                        "SUSPENDED",
                        "ACTIVE");
        var last = messages.getLast();
        assertThat(last.header("ce_subject")).isEqualTo(draft.id());
        assertThat(last.header("ce_source")).isEqualTo("/partners-service");
        assertThat(last.header("ce_id")).isNotEqualTo(messages.getFirst().header("ce_id"));
        assertThat(last.header("ce_specversion")).isEqualTo("1.0");
        assertThat(last.header("ce_time")).isNotEmpty();
        assertThat(last.data().path("id").asString()).isEqualTo(draft.id());
        assertThat(last.data().path("parties").path(0).asString()).isEqualTo(incubator.id());
        assertThat(last.data().path("parties").path(1).asString()).isEqualTo(CLUSTER.id());
        assertThat(last.data().path("lever").asString()).isEqualTo("ECOSYSTEM");
        assertThat(last.data().path("type").asString()).isEqualTo("MOU");
        assertThat(last.data().path("startsOn").asString()).isEqualTo("2027-01-01");
        assertThat(last.data().path("endsOn").asString()).isEqualTo("2029-12-31");
    }

    @Test
    void aProposalCanBeWithdrawnOrRejectedAndThatIsTheEnd() {
        var incubator = incubator();
        var withdrawn = step(api.person(owner), draft(incubator), "withdraw").expect(200);
        assertThat(withdrawn.text("status")).isEqualTo("WITHDRAWN");
        var fromReview =
                step(api.person(owner), underReview(incubator), "withdraw").expect(200);
        assertThat(fromReview.text("status")).isEqualTo("WITHDRAWN");
        var rejected =
                reasoned(api.admin("admin2"), underReview(incubator), "reject").expect(200);
        assertThat(rejected.text("status")).isEqualTo("REJECTED");
        assertThat(api.person(owner).get(PATH + "/" + rejected.id()).at("/decision/reasonText/fr"))
                .isEqualTo("Il manque un budget");

        for (var ended : List.of(withdrawn, fromReview, rejected)) {
            assertThat(read(ended).allowedTransitions()).isEmpty();
            assertThat(api.get(PATH + "/" + ended.id()).status()).isEqualTo(404);
            for (var step : List.of("submit", "withdraw")) {
                var refused = step(api.person(owner), ended, step);
                assertThat(refused.status()).isEqualTo(409);
                assertThat(refused.code()).isEqualTo("invalid-transition");
                assertThat(refused.allowedTransitions()).isEmpty();
            }
            assertThat(step(api.admin("admin2"), ended, "approve").status()).isEqualTo(409);
            assertThat(step(api.admin("admin2"), ended, "resume").status()).isEqualTo(409);
            assertThat(api.person(owner)
                            .put(PATH + "/" + ended.id(), proposal(incubator), ended.version())
                            .status())
                    .isEqualTo(409);
        }
    }

    @Test
    void aStepOutOfTurnNamesWhatIsPossibleForThisCaller() {
        var draft = draft(incubator());

        var tooEarly = step(api.admin("admin2"), draft, "approve");
        assertThat(tooEarly.status()).isEqualTo(409);
        assertThat(tooEarly.code()).isEqualTo("invalid-transition");
        assertThat(tooEarly.allowedTransitions()).isEmpty();

        var submitted = step(api.person(owner), draft, "submit").expect(200);
        assertThat(step(api.person(owner), submitted, "submit").allowedTransitions())
                .containsExactly("withdraw");
        assertThat(reasoned(api.admin("admin2"), submitted, "suspend").allowedTransitions())
                .containsExactly("approve", "request-changes", "reject");
    }

    @Test
    void whatIsNotInForceIsForItsPartiesAndTheStaff() {
        var draft = draft(incubator());
        var path = PATH + "/" + draft.id();
        known(RegisteredOrganization.ownedBy("stranger"));

        for (var stranger : List.of(api, api.person("stranger"), api.machine("partnerships.read"))) {
            var answer = stranger.get(path);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.code()).isEqualTo("not-found");
        }
        assertThat(api.person("stranger").put(path, Map.of(), 1).status()).isEqualTo(422);
        assertThat(api.person("stranger")
                        .put(path, proposal(RegisteredOrganization.ownedBy("stranger")), 1)
                        .status())
                .isEqualTo(404);
        for (var step : List.of("submit", "withdraw")) {
            assertThat(step(api.person("stranger"), draft, step).status()).isEqualTo(404);
        }
        assertThat(api.officer("officer2").get(path).status()).isEqualTo(200);
        assertThat(api.person("officer").get(path).status()).isEqualTo(200);
        assertThat(api.person("stranger").get(PATH + "/none").status()).isEqualTo(404);
    }

    @Test
    void theReasonsOfADecisionAreForThePartiesAndTheStaff() {
        var active = active(incubator());
        assertThat(active.body().has("decision")).isFalse();
        var suspended = reasoned(api.admin("admin2"), active, "suspend").expect(200);

        assertThat(api.person(owner).get(PATH + "/" + suspended.id()).at("/decision/reasonCode"))
                .isEqualTo("INCOMPLETE_EVIDENCE");
        assertThat(api.person("stranger").get(PATH + "/" + suspended.id()).status())
                .isEqualTo(404);
    }

    @Test
    void onlyAnOwnerOfAVerifiedOrganizationProposes() {
        var incubator = known(RegisteredOrganization.ownedBy(owner)
                .withMembers(Map.of(owner, "OWNER", "editor", "EDITOR", "manager", "ADMIN")));
        for (var member : List.of("editor", "manager")) {
            assertThat(api.person(member).create(PATH, proposal(incubator)).status())
                    .isEqualTo(403);
        }
        assertThat(api.person("editor").get(PATH + "/" + draft(incubator).id()).allowedTransitions())
                .isEmpty();
        invalid(
                api.person("stranger").create(PATH, proposal(incubator)),
                "/proposerOrganizationId",
                "not-your-organization");
        invalid(
                api.person(owner).create(PATH, proposal(RegisteredOrganization.ownedBy(owner))),
                "/proposerOrganizationId",
                "not-your-organization");

        var unverified = known(RegisteredOrganization.ownedBy(owner).at(1, "SUBMITTED"));
        var refused = api.person(owner).create(PATH, proposal(unverified));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("organization-not-verified");
    }

    @Test
    void thePartnerIsAnotherVerifiedOrganization() {
        var incubator = incubator();
        var body = proposal(incubator);
        body.put("partnerOrganizationId", incubator.id());
        invalid(api.person(owner).create(PATH, body), "/partnerOrganizationId", "own-organization");
        body.put("partnerOrganizationId", "nothing");
        invalid(api.person(owner).create(PATH, body), "/partnerOrganizationId", "unknown-partner");
        body.put(
                "partnerOrganizationId",
                known(RegisteredOrganization.ownedBy("other").at(1, "SUSPENDED"))
                        .id());
        invalid(api.person(owner).create(PATH, body), "/partnerOrganizationId", "unknown-partner");

        var university = known(RegisteredOrganization.ownedBy("rector").withKind("UNIVERSITY"));
        body.put("partnerOrganizationId", university.id());
        var draft = api.person(owner).create(PATH, body).expect(201);
        assertThat(draft.at("/parties/1/organizationId")).isEqualTo(university.id());
        var forPartner = api.person("rector").get(PATH + "/" + draft.id()).expect(200);
        assertThat(forPartner.allowedTransitions()).isEmpty();
        assertThat(step(api.person("rector"), draft, "submit").status()).isEqualTo(409);
        assertThat(api.person("rector").get("/api/v1/me/partnerships").ids()).containsExactly(draft.id());
    }

    @Test
    void theProposerDoesNotApproveEvenAsAnAdmin() {
        var submitted = underReview(incubator());

        var asAdmin = api.admin(owner);
        assertThat(asAdmin.get(PATH + "/" + submitted.id()).allowedTransitions())
                .containsExactly("withdraw");
        for (var refused : List.of(
                step(asAdmin, submitted, "approve"),
                reasoned(asAdmin, submitted, "reject"),
                reasoned(asAdmin, submitted, "request-changes"))) {
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.allowedTransitions()).containsExactly("withdraw");
        }
        assertThat(read(submitted).text("status")).isEqualTo("UNDER_REVIEW");
    }

    @Test
    void anAdminWhoBelongsToAPartyDecidesNothing() {
        var incubator =
                known(RegisteredOrganization.ownedBy(owner).withMembers(Map.of(owner, "OWNER", "cousin", "VIEWER")));
        var submitted = underReview(incubator);

        assertThat(step(api.admin("cousin"), submitted, "approve").status()).isEqualTo(409);
        assertThat(reasoned(api.admin("cousin"), submitted, "reject").status()).isEqualTo(409);
        var active = step(api.admin("admin2"), submitted, "approve").expect(200);
        assertThat(reasoned(api.admin("cousin"), active, "suspend").status()).isEqualTo(409);
        assertThat(api.admin("cousin").get(PATH + "/" + active.id()).allowedTransitions())
                .isEmpty();
    }

    @Test
    void anAdminWhoBelongsToTheClusterDecides() {
        step(api.admin("admin"), underReview(incubator()), "approve").expect(200);
    }

    @Test
    void anAdminWhoBelongsToAnotherClusterThatIsAPartyDecidesNothing() {
        var other = known(new RegisteredOrganization(
                "ffffffff-" + UUID.randomUUID(), 1, "VERIFIED", List.of("CLUSTER"), false, Map.of("rival", "OWNER")));
        var body = proposal(incubator());
        body.put("partnerOrganizationId", other.id());
        var draft = api.person(owner).create(PATH, body).expect(201);
        var submitted = step(api.person(owner), draft, "submit").expect(200);

        assertThat(step(api.admin("rival"), submitted, "approve").status()).isEqualTo(409);
    }

    @Test
    void anOfficerWhoIsNoAdminReadsAndDecidesNothing() {
        var submitted = underReview(incubator());
        var officer = api.officer("officer2");
        for (var refused : List.of(
                step(officer, submitted, "approve"),
                reasoned(officer, submitted, "reject"),
                reasoned(officer, submitted, "request-changes"),
                reasoned(officer, submitted, "suspend"),
                step(officer, submitted, "resume"),
                step(api.person(owner), submitted, "approve"))) {
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.code()).isEqualTo("forbidden");
        }
        assertThat(officer.get("/api/v1/partnership-reviews?limit=100").ids()).contains(submitted.id());
        assertThat(api.person(owner).get("/api/v1/partnership-reviews").status())
                .isEqualTo(403);
        assertThat(officer.get(PATH + "/" + submitted.id()).allowedTransitions())
                .isEmpty();
    }

    @Test
    void whoIsNotSignedInReadsThePublicListAlone() {
        var draft = draft(incubator());
        assertThat(api.get(PATH).status()).isEqualTo(200);
        for (var refused : List.of(
                api.create(PATH, "{}"),
                api.put(PATH + "/" + draft.id(), "{}", 1),
                step(api, draft, "submit"),
                step(api, draft, "approve"),
                reasoned(api, draft, "suspend"),
                api.get("/api/v1/me/partnerships"),
                api.get("/api/v1/partnership-reviews"))) {
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.code()).isEqualTo("unauthorized");
            assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
        }
    }

    @Test
    void aMachineReadsWhatItsScopeNamesAndWritesNothing() {
        var active = active(incubator());
        var machine = api.machine("partnerships.read");
        machine.get(PATH).expect(200);
        assertThat(machine.get(PATH + "/" + active.id()).expect(200).allowedTransitions())
                .isEmpty();

        var without = api.machine("events.read", "programs.read").get(PATH);
        assertThat(without.status()).isEqualTo(403);
        assertThat(without.code()).isEqualTo("insufficient-scope");
        assertThat(without.header("WWW-Authenticate")).contains("scope=\"partnerships.read\"");
        for (var refused : List.of(
                machine.create(PATH, "{}"),
                machine.get("/api/v1/me/partnerships"),
                machine.get("/api/v1/partnership-reviews"),
                reasoned(machine, active, "suspend"),
                api.machine("partnerships.read", "mnc-admin").get("/api/v1/partnership-reviews"))) {
            assertThat(refused.status()).isEqualTo(403);
        }
    }

    @Test
    void thePublicListHoldsWhatIsInForce() {
        var incubator = incubator();
        var active = active(incubator);
        var draft = draft(incubator);
        var review = underReview(incubator);
        var ended = step(api.person(owner), draft(incubator), "withdraw").expect(200);
        var suspended =
                reasoned(api.admin("admin2"), active(incubator), "suspend").expect(200);

        for (var caller : List.of(api, api.person(owner), api.admin("admin2"), api.machine("partnerships.read"))) {
            assertThat(caller.get(PATH + "?organizationId=" + incubator.id()).ids())
                    .containsExactly(active.id());
            assertThat(caller.get(PATH + "?limit=100").ids())
                    .contains(active.id())
                    .doesNotContain(draft.id(), review.id(), ended.id(), suspended.id());
        }
        assertThat(api.get(PATH + "?organizationId=nothing").ids()).isEmpty();
        assertThat(api.person(owner).get("/api/v1/me/partnerships").ids())
                .containsExactly(suspended.id(), ended.id(), review.id(), draft.id(), active.id());
        assertThat(api.person("stranger-" + owner)
                        .get("/api/v1/me/partnerships")
                        .ids())
                .isEmpty();
    }

    @Test
    void aListIsReadPageByPageWithoutGapsOrRepetitions() {
        var incubator = incubator();
        var all = new ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            all.addFirst(active(incubator).id());
        }
        var read = new ArrayList<String>();
        var path = PATH + "?limit=2&organizationId=" + incubator.id();
        for (var cursor = "start"; !cursor.isEmpty(); ) {
            var page = api.get(path + (cursor.equals("start") ? "" : "&cursor=" + cursor));
            read.addAll(page.ids());
            cursor = page.text("nextCursor");
        }
        assertThat(read).containsExactlyElementsOf(all);
    }

    @Test
    void whoReadAnOlderVersionDoesNotChangeTheNewer() {
        var draft = draft(incubator());
        var path = PATH + "/" + draft.id();
        var missing = api.person(owner).send("POST", path + "/submit", null, Map.of());
        assertThat(missing.status()).isEqualTo(428);
        assertThat(missing.code()).isEqualTo("precondition-required");
        assertThat(api.person(owner)
                        .send("PUT", path, proposal(incubator()), Map.of())
                        .status())
                .isEqualTo(428);
        assertThat(api.person(owner).post(path + "/submit", 7).status()).isEqualTo(412);
        assertThat(api.person(owner)
                        .send("POST", path + "/submit", null, Map.of("If-Match", "1"))
                        .code())
                .isEqualTo("version-conflict");
        var submitted = step(api.person(owner), draft, "submit").expect(200);
        assertThat(step(api.admin("admin2"), draft, "approve").status()).isEqualTo(412);
        step(api.admin("admin2"), submitted, "approve").expect(200);
    }

    @Test
    void ofManyApprovalsAtOnceOneCounts() {
        var submitted = underReview(incubator());

        var answers = atOnce(8, i -> step(api.admin("admin-" + i), submitted, "approve"));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .extracting(Answer::status)
                .isSubsetOf(409, 412);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Topics.messages("maydan.partnerships", submitted.id()))
                        .extracting(Message::type)
                        .containsExactly(
                                "ma.maydan.partnership.created.v1",
                                "ma.maydan.partnership.submitted.v1",
                                "ma.maydan.partnership.activated.v1"));
    }

    @Test
    void anApprovalAndAWithdrawalAtOnceEndInOneOfThem() {
        for (var round = 0; round < 10; round++) {
            var submitted = underReview(incubator());

            var answers = atOnce(
                    2,
                    i -> i == 0
                            ? step(api.admin("admin2"), submitted, "approve")
                            : step(api.person(owner), submitted, "withdraw"));

            assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
            assertThat(read(submitted).text("status"))
                    .isEqualTo(answers.get(0).status() == 200 ? "ACTIVE" : "WITHDRAWN");
        }
    }

    @Test
    void ofTwoCreationsAtOnceWithOneKeyOneCounts() {
        var body = proposal(incubator());
        var key = UUID.randomUUID().toString();

        var answers = atOnce(8, i -> api.person(owner).create(PATH, body, key));

        assertThat(answers).anyMatch(answer -> answer.status() == 201);
        assertThat(answers)
                .allMatch(answer -> answer.status() == 201 || answer.code().equals("idempotency-in-flight"));
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 201)
                .extracting(Answer::id)
                .containsOnly(
                        api.person(owner).create(PATH, body, key).expect(201).id());
        assertThat(api.person(owner).get("/api/v1/me/partnerships").ids()).hasSize(1);
    }

    @Test
    void aRepeatedCreationAnswersTheSameAndCreatesOnce() {
        var body = proposal(incubator());
        var key = UUID.randomUUID().toString();
        var first = api.person(owner).create(PATH, body, key).expect(201);

        var second = api.person(owner).create(PATH, body, key).expect(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.eTag()).isEqualTo(first.eTag());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");

        body.put("lever", "TALENT");
        var other = api.person(owner).create(PATH, body, key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("idempotency-key-reused");
        var missing = api.person(owner).send("POST", PATH, body, Map.of());
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.code()).isEqualTo("idempotency-key-missing");
        assertThat(api.person(owner).get("/api/v1/me/partnerships").ids()).hasSize(1);
    }

    private static void invalid(Answer answer, String pointer, String code) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("validation-failed");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(answer.at("/errors/0/code")).isEqualTo(code);
        assertThat(answer.at("/errors/0/detail")).isNotBlank();
    }
}
