package ma.maydan.partners.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.maydan.partners.PartnersIT;
import ma.maydan.testkit.backends.Topics;
import ma.maydan.testkit.backends.Topics.Message;
import org.junit.jupiter.api.Test;

/** What becomes of a partnership, and who finds it in which list. */
class PartnershipIT extends PartnersIT {

    @Test
    void aPartnershipLivesFromItsProposalToItsResumptionAndTheWorldLearnsOfEachStep() {
        var incubator = incubator();
        var draft = draft(incubator);
        var path = PATH + "/" + draft.id();
        assertThat(draft.eTag()).startsWith("\"1-");
        assertThat(draft.header("Location")).isEqualTo(path);
        assertThat(draft.text("status")).isEqualTo("DRAFT");
        assertThat(draft.text("proposerOrganizationId")).isEqualTo(incubator.id());
        assertThat(draft.text("partnerOrganizationId")).isEqualTo(CLUSTER.id());
        assertThat(draft.at("/parties/1/organizationId")).isEqualTo(CLUSTER.id());
        assertThat(draft.at("/parties/0/name/fr")).isEqualTo("Org " + incubator.id());
        assertThat(draft.allowedTransitions()).containsExactly("edit", "submit", "withdraw", "delete");

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
        assertThat(step(api.admin("admin2"), suspended, "resume").code()).isEqualTo("four-eyes");
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
        assertThat(last.data().path("startsOn").asString()).isEqualTo("2026-01-01");
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
                .isEqualTo("malformed-condition");
        var submitted = step(api.person(owner), draft, "submit").expect(200);
        assertThat(step(api.admin("admin2"), draft, "approve").status()).isEqualTo(412);
        step(api.admin("admin2"), submitted, "approve").expect(200);
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

    @Test
    void aDraftIsDeletedByAnOwnerOfItsProposerAloneAndNothingOfItStaysButTheNews() {
        var incubator = incubator();
        var draft = draft(incubator);
        var path = PATH + "/" + draft.id();
        assertThat(api.person("officer").delete(path, draft.version()).code()).isEqualTo("forbidden");
        assertThat(api.person("stranger").delete(path, draft.version()).status())
                .isEqualTo(404);
        assertThat(api.person(owner).delete(path, draft.version() + 1).status()).isEqualTo(412);

        api.person(owner).delete(path, draft.version()).expect(204);

        assertThat(api.person(owner).get(path).status()).isEqualTo(404);
        assertThat(api.admin("admin2").get(path).status()).isEqualTo(404);
        assertThat(api.person(owner).get("/api/v1/me/partnerships").ids()).doesNotContain(draft.id());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Topics.messages("maydan.partnerships", draft.id()))
                        .extracting(Message::type)
                        .containsExactly("ma.maydan.partnership.created.v1", "ma.maydan.partnership.deleted.v1"));
        var submitted = underReview(incubator);
        assertThat(api.person(owner)
                        .delete(PATH + "/" + submitted.id(), submitted.version())
                        .code())
                .isEqualTo("invalid-transition");
    }

    @Test
    void whatWaitsIsInTheOrderAndOfTheTypeThatIsAskedFor() {
        var incubator = incubator();
        for (var start : List.of("2026-03-01", "2026-01-01", "2026-02-01")) {
            var body = proposal(incubator);
            body.put("startsOn", start);
            step(api.person(owner), api.person(owner).create(PATH, body).expect(201), "submit")
                    .expect(200);
        }
        var officer = api.officer("officer2");
        var path = "/api/v1/partnership-reviews?limit=100&type=MOU";
        for (var order : List.of("startsOn", "updatedAt")) {
            var found = officer.get(path + "&sort=" + order);
            assertThat(found.body()
                            .path("items")
                            .valueStream()
                            .map(one -> one.path(order).asString().substring(0, 10)))
                    .hasSizeGreaterThan(2)
                    .isSorted();
            assertThat(officer.get(path + "&sort=-" + order).ids())
                    .isEqualTo(found.ids().reversed());
        }
        var first = officer.get(path + "&sort=startsOn").ids();
        var page = officer.get(path.replace("100", "2") + "&sort=startsOn");
        assertThat(officer.get(path + "&sort=startsOn&cursor=" + page.text("nextCursor"))
                        .code())
                .as("another limit is the same list")
                .isEmpty();
        assertThat(page.ids()).isEqualTo(first.subList(0, 2));
        assertThat(officer.get(path.replace("MOU", "SPECIFIC")).ids()).doesNotContainAnyElementsOf(first);
        for (var wrong : List.of("sort=title", "sort=-")) {
            assertThat(officer.get(path + "&" + wrong).status()).as(wrong).isEqualTo(422);
        }
    }
}
