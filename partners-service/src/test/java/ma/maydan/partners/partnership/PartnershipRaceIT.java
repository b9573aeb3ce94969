package ma.maydan.partners.partnership;

import static ma.maydan.testkit.api.Parallel.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import ma.maydan.partners.PartnersIT;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.backends.Topics;
import ma.maydan.testkit.backends.Topics.Message;
import org.junit.jupiter.api.Test;

/** Of steps that come at once, one counts. */
class PartnershipRaceIT extends PartnersIT {

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
    void anOrganizationHasFiftyOpenProposalsAndAWithdrawnOneMakesRoom() {
        var incubator = incubator();
        var answers = atOnce(60, i -> api.person(owner).create(PATH, proposal(incubator)));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(50);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .extracting(Answer::code)
                .containsOnly("too-many-drafts");
        var one = answers.stream()
                .filter(answer -> answer.status() == 201)
                .findFirst()
                .orElseThrow();
        step(api.person(owner), one, "withdraw").expect(200);
        draft(incubator);
        assertThat(api.person(owner).create(PATH, proposal(incubator)).status()).isEqualTo(409);
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
}
