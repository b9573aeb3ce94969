package ma.maydan.partners.partnership;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import ma.maydan.partners.PartnersIT;
import ma.maydan.starter.time.Morocco;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.backends.Topics;
import ma.maydan.testkit.backends.Topics.Message;
import ma.maydan.testkit.builders.RegisteredOrganization;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A partnership is in force on its days, by the calendar of Casablanca and by itself. */
class TermIT extends PartnersIT {

    private static final LocalDate FIRST = LocalDate.parse("2027-07-01");
    private static final LocalDate LAST = LocalDate.parse("2027-07-31");

    @Autowired
    private MongoDatabase database;

    @Test
    void itComesInForceAndEndsAtMidnightInMorocco() {
        var incubator = incubator();
        var approved = approved(incubator, FIRST, LAST);
        var list = PATH + "?organizationId=" + incubator.id();
        assertThat(approved.text("status")).isEqualTo("APPROVED");
        assertThat(approved.allowedTransitions()).containsExactly("suspend");
        assertThat(api.get(PATH + "/" + approved.id()).status()).isEqualTo(404);
        assertThat(api.get(list).ids()).isEmpty();

        clock.moveTo(FIRST.atStartOfDay(Morocco.ZONE).toInstant().minusSeconds(20));
        assertThat(api.get(list).ids()).isEmpty();
        clock.moveTo(FIRST.atStartOfDay(Morocco.ZONE).toInstant());
        // By the calendar, whether or not the day has been booked.
        assertThat(api.get(list).ids()).containsExactly(approved.id());
        assertThat(api.get(PATH + "/" + approved.id()).expect(200).text("status"))
                .isEqualTo("ACTIVE");
        awaitTold(approved, "activated");

        clock.moveTo(LAST.plusDays(1).atStartOfDay(Morocco.ZONE).toInstant().minusSeconds(20));
        assertThat(api.get(list).ids()).containsExactly(approved.id());
        clock.moveTo(LAST.plusDays(1).atStartOfDay(Morocco.ZONE).toInstant());
        assertThat(api.get(list).ids()).isEmpty();
        assertThat(api.get(PATH + "/" + approved.id()).status()).isEqualTo(404);
        var ended = api.person(owner).get(PATH + "/" + approved.id()).expect(200);
        assertThat(ended.text("status")).isEqualTo("EXPIRED");
        assertThat(ended.allowedTransitions()).isEmpty();
        awaitTold(approved, "expired");
        assertThat(Topics.messages("maydan.partnerships", approved.id()))
                .extracting(Message::type)
                .containsExactly(
                        "ma.maydan.partnership.created.v1",
                        "ma.maydan.partnership.submitted.v1",
                        "ma.maydan.partnership.approved.v1",
                        "ma.maydan.partnership.activated.v1",
                        "ma.maydan.partnership.expired.v1");
    }

    private static void awaitTold(Answer of, String what) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Topics.messages("maydan.partnerships", of.id()))
                        .extracting(Message::type)
                        .contains("ma.maydan.partnership." + what + ".v1"));
    }

    @Test
    void oneThatIsOverIsNeitherProposedNorApproved() {
        var incubator = incubator();
        var body = proposal(incubator);
        body.put("startsOn", "2020-01-01");
        body.put("endsOn", "2020-12-31");
        var refused = api.person(owner).create(PATH, body);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/endsOn");
        assertThat(refused.at("/errors/0/code")).isEqualTo("in-the-past");
        assertThat(refused.at("/errors/0/detail")).isNotBlank();

        var underReview = submitted(incubator, FIRST, LAST);
        var draft = drafted(incubator, FIRST, LAST);
        clock.moveTo(LAST.plusDays(1).atStartOfDay(Morocco.ZONE).toInstant());
        var late = step(api.admin("admin2"), underReview, "approve");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("term-over");
        assertThat(read(underReview).allowedTransitions()).containsExactly("request-changes", "reject");
        assertThat(step(api.person(owner), draft, "submit").at("/errors/0/pointer"))
                .isEqualTo("/endsOn");
        assertThat(api.person(owner).get(PATH + "/" + draft.id()).allowedTransitions())
                .containsExactly("edit", "withdraw", "delete");
    }

    @Test
    void oneDayIsATerm() {
        var today = Morocco.today(clock);

        assertThat(approved(incubator(), today, today).text("status")).isEqualTo("ACTIVE");
    }

    @Test
    void aSuspensionBeforeTheFirstDayKeepsItFromComingInForce() {
        var incubator = incubator();
        var approved = approved(incubator, FIRST, LAST);
        known(incubator.next("SUSPENDED"));
        awaitStatus(approved, "SUSPENDED");

        clock.moveTo(FIRST.atStartOfDay(Morocco.ZONE).toInstant());
        assertThat(read(approved).text("status")).isEqualTo("SUSPENDED");
        known(incubator.at(3, "VERIFIED"));
        awaitStatus(approved, "ACTIVE");
    }

    @Test
    void aSuspendedOneEndsOnItsLastDayAndIsNotResumed() {
        var approved = approved(incubator(), FIRST, LAST);
        var suspended = reasoned(api.admin("admin2"), approved, "suspend").expect(200);

        clock.moveTo(LAST.plusDays(1).atStartOfDay(Morocco.ZONE).toInstant());
        assertThat(read(suspended).text("status")).isEqualTo("EXPIRED");
        assertThat(read(suspended).allowedTransitions()).isEmpty();
        var refused = step(api.admin("admin"), read(suspended), "resume");
        assertThat(refused.status()).isIn(409, 412);
    }

    @Test
    void oneThatWasPutInForceBeforeItsFirstDayIsPutRight() {
        var approved = approved(incubator(), FIRST, LAST);
        database.getCollection("partnerships")
                .updateOne(eq("_id", approved.id()), Updates.set("stage.status", "ACTIVE"));

        assertThat(api.get(PATH + "/" + approved.id()).status()).isEqualTo(404);
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            var kept = database.getCollection("partnerships")
                    .find(eq("_id", approved.id()))
                    .first();
            return kept != null && "APPROVED".equals(kept.getEmbedded(List.of("stage", "status"), String.class));
        });
    }

    private Answer drafted(RegisteredOrganization incubator, LocalDate first, LocalDate last) {
        var body = proposal(incubator);
        body.put("startsOn", first.toString());
        body.put("endsOn", last.toString());
        return api.person(owner).create(PATH, body).expect(201);
    }

    private Answer submitted(RegisteredOrganization incubator, LocalDate first, LocalDate last) {
        return step(api.person(owner), drafted(incubator, first, last), "submit")
                .expect(200);
    }

    private Answer approved(RegisteredOrganization incubator, LocalDate first, LocalDate last) {
        return step(api.admin("admin2"), submitted(incubator, first, last), "approve")
                .expect(200);
    }
}
