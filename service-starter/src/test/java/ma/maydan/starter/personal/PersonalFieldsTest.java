package ma.maydan.starter.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

class PersonalFieldsTest {

    private static final PersonalFields HOLDER = PersonalFields.replacing("holder.personId")
            .alongside("personName")
            .naming("stage.activeKey")
            .since("/event.endsAt");
    private static final PersonalFields MEMBERS =
            PersonalFields.removingFrom("membership.members", "personId").naming("membership.slot");
    private static final PersonalFields DECISIONS =
            PersonalFields.replacing("stage.decisions.decidedBy").since("at");

    private final BsonDocument registration = BsonDocument.parse("""
            {"_id": "r", "holder": {"personId": "ann", "personName": "Ann"}, "stage": {"status": "CONFIRMED",
             "activeKey": "e:ann"}, "event": {"id": "e", "endsAt": {"$date": "2026-01-01T00:00:00Z"}}}""");
    private final BsonDocument organization = BsonDocument.parse("""
            {"membership": {"members": [{"personId": "ann", "role": "OWNER"}, {"personId": "ben", "role": "VIEWER"}],
             "slot": "ann:2"}, "stage": {"decisions": [
              {"decidedBy": "cyd", "at": {"$date": "2020-01-01T00:00:00Z"}},
              {"decidedBy": "cyd", "at": {"$date": "2026-01-01T00:00:00Z"}}]}}""");

    @Test
    void nothingLeadsToThePersonAndTheRestStays() {
        assertThat(HOLDER.without(registration, "ann")).isEqualTo(BsonDocument.parse("""
                {"_id": "r", "holder": {"personId": "erased"}, "stage": {"status": "CONFIRMED"},
                 "event": {"id": "e", "endsAt": {"$date": "2026-01-01T00:00:00Z"}}}"""));
        assertThat(HOLDER.people(HOLDER.without(registration, "ann"))).isEmpty();
    }

    @Test
    void whomADocumentDoesNotNameItDoesNotChangeFor() {
        assertThat(HOLDER.without(registration, "an")).isEqualTo(registration);
        assertThat(MEMBERS.without(organization, "cyd")).isEqualTo(organization);
    }

    @Test
    void aMemberIsTakenOutOfTheListAndOnlyTheirOwnSlotIsFree() {
        assertThat(MEMBERS.without(organization, "ann").getDocument("membership"))
                .isEqualTo(BsonDocument.parse("{\"members\": [{\"personId\": \"ben\", \"role\": \"VIEWER\"}]}"));
        assertThat(MEMBERS.without(organization, "ben").getDocument("membership"))
                .isEqualTo(BsonDocument.parse(
                        "{\"members\": [{\"personId\": \"ann\", \"role\": \"OWNER\"}], \"slot\": \"ann:2\"}"));
    }

    @Test
    void allWhoAreNamedAreFound() {
        assertThat(MEMBERS.and(DECISIONS).people(organization)).containsExactlyInAnyOrder("ann", "ben", "cyd");
    }

    @Test
    void whatIsOlderThanItMayBeIsForgottenItemByItem() {
        var kept = DECISIONS.withoutThoseBefore(organization, Instant.parse("2021-01-01T00:00:00Z"));

        assertThat(kept.getDocument("stage").getArray("decisions").stream()
                        .map(decision ->
                                decision.asDocument().getString("decidedBy").getValue()))
                .containsExactly("erased", "cyd");
        assertThat(HOLDER.withoutThoseBefore(registration, Instant.parse("2025-01-01T00:00:00Z")))
                .isEqualTo(registration);
        assertThat(HOLDER.people(HOLDER.withoutThoseBefore(registration, Instant.parse("2026-02-01T00:00:00Z"))))
                .isEmpty();
    }
}
