package ma.maydan.events.personal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import ma.maydan.events.EventsIT;
import ma.maydan.starter.erasure.Fingerprint;
import ma.maydan.starter.personal.Impersonal;
import ma.maydan.starter.personal.PersonalData;
import ma.maydan.testkit.backends.TestTokens;
import ma.maydan.testkit.backends.Topics;
import ma.maydan.testkit.backends.Traces;
import ma.maydan.testkit.builders.RegisteredOrganization;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ErasureIT extends EventsIT {

    private static final Duration SOON = Duration.ofSeconds(40);

    private final String ann = UUID.randomUUID().toString();
    private final String ben = UUID.randomUUID().toString();
    private final String erasure = UUID.randomUUID().toString();

    @Autowired
    private List<PersonalData> held;

    @Autowired
    private List<Impersonal> impersonal;

    @Test
    void everyCollectionSaysWhatItHoldsOfPeopleOrThatItHoldsNothing() {
        var declared = Stream.concat(
                        held.stream().map(data -> data.declared().collection()),
                        impersonal.stream().flatMap(one -> one.collections().stream()))
                .toList();

        assertThat(database.listCollectionNames()).isSubsetOf(declared);
    }

    @Test
    void whoIsErasedIsNowhereAndTheirSeatIsTheNextOnes() {
        var event = publishedEvent("host-of-the-erased", 1).text("id");
        var ended = publishedEvent("host-of-the-erased", 5).text("id");
        register(event, ann);
        register(ended, ann);
        var waiting = register(event, ben);
        tell(RegisteredOrganization.anOrganization()
                .ownedBy("host-of-the-erased")
                .with(ann, "EDITOR"));
        assertThat(Traces.in(database, ann)).as("a control").isNotEmpty();

        order(ann);

        awaitReceipt();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(get(TestTokens.person(ben), "/registrations/" + waiting)
                                .text("status"))
                        .isEqualTo("CONFIRMED"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Traces.in(database, ann)).isEmpty());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Topics.messages("maydan.erasures", erasure + ":events-service"))
                        .extracting(Topics.Message::type)
                        .containsExactly("ma.maydan.erasure.noted.v1", "ma.maydan.erasure.carried_out.v1"));
    }

    @Test
    void whoIsBeingErasedCanDoNothingMore() {
        order(ann);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                get(TestTokens.person(ann), "/me/registrations").status())
                        .isEqualTo(403));
        assertThat(get(TestTokens.person(ann), "/me/registrations").text("type"))
                .endsWith("account-erased");
    }

    @Test
    void whatSomebodyAnsweredGoesWithThem() {
        var asking =
                "\"leftOut\":[\"ar\"],\"questions\":[{\"id\":\"diet\",\"kind\":\"TEXT\",\"label\":{\"fr\":\"Régime\"},"
                        + "\"purpose\":{\"fr\":\"Repas\"},\"visibleTo\":\"HOST\"},{\"id\":\"deck\",\"kind\":\"FILE\","
                        + "\"label\":{\"fr\":\"Projet\"},\"purpose\":{\"fr\":\"Jury\"},\"visibleTo\":\"HOST\"}]";
        var event = publishedEvent("host-who-asks", 3, asking).text("id");
        var answer = "Diet" + UUID.randomUUID();
        var file = api(TestTokens.person(ann))
                .postFile("/api/v1/events/" + event + "/answer-files", answer + ".pdf", "%PDF-1.7\n".getBytes(UTF_8))
                .expect(201);
        post(
                        TestTokens.person(ann),
                        "/events/" + event + "/registrations",
                        "{\"answers\":{\"diet\":[\"%s\"],\"deck\":[\"%s\"]}}".formatted(answer, file.id()))
                .expect(201);
        assertThat(get(TestTokens.person(ann), "/me/personal-data/events")
                        .body()
                        .toString())
                .as("what is handed out")
                .contains("[\"" + answer + "\"]", answer + ".pdf");

        order(ann);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Traces.in(database, answer)).isEmpty());
    }

    /** The topic is read again, as an operator asks for after a restore. */
    @Test
    void whatARestoreBringsBackIsErasedAgain() {
        var event = publishedEvent("host-of-the-restored", 3).text("id");
        var id = register(event, ann);
        var rows = database.getCollection("registrations", BsonDocument.class);
        var before = Objects.requireNonNull(rows.find(eq("_id", id)).first());
        order(ann);
        awaitReceipt();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Traces.in(database, ann)).isEmpty());
        var contact = new BsonDocument("_id", new BsonString(ann))
                .append("key", new BsonString(UUID.randomUUID().toString()));
        database.getCollection("contacts", BsonDocument.class).insertOne(contact);
        before.put("version", new BsonInt64(9));
        rows.replaceOne(eq("_id", id), before);

        Topics.publish(
                "maydan.erasures",
                erasure,
                "ma.maydan.erasure.completed.v1",
                5,
                "{\"id\": \"%s\", \"status\": \"COMPLETED\", \"fingerprint\": \"%s\"}"
                        .formatted(erasure, Fingerprint.of(ann)));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Traces.in(database, ann)).isEmpty());
        assertThat(rows.countDocuments(eq("_id", id))).isEqualTo(1);
    }

    @Test
    void twoYearsAfterAnEventNobodyKnowsWhoWasThere() {
        var event = publishedEvent("host-of-the-forgotten", 3).text("id");
        var id = register(event, ann);
        var rows = database.getCollection("registrations", BsonDocument.class);

        held.forEach(data -> data.forget(clock.instant().plus(Duration.ofDays(365))));
        assertThat(Traces.in(database, ann)).anyMatch(found -> found.startsWith("registrations"));

        held.stream()
                .filter(data -> data.declared().code().equals("registration"))
                .forEach(data -> data.forget(clock.instant().plus(Duration.ofDays(2 * 365 + 20))));
        assertThat(Traces.in(database, ann)).noneMatch(found -> found.startsWith("registrations"));
        assertThat(rows.countDocuments(and(eq("_id", id), eq("stage.status", "CONFIRMED"))))
                .as("it counts as before")
                .isEqualTo(1);
    }

    @Test
    void whatIsOverItsTimeIsForgottenOnceADay() {
        await().atMost(SOON)
                .until(() -> database.getCollection("work")
                                .countDocuments(and(eq("kind", "personal.retention"), exists("doneAt")))
                        > 0);
    }

    private String register(String event, String person) {
        return post(TestTokens.person(person), "/events/" + event + "/registrations", "{}")
                .expect(201)
                .id();
    }

    private void order(String person) {
        Topics.publish(
                "maydan.erasures",
                erasure,
                "ma.maydan.erasure.ordered.v1",
                3,
                "{\"id\": \"%s\", \"status\": \"ORDERED\", \"fingerprint\": \"%s\", \"person\": \"%s\"}"
                        .formatted(erasure, Fingerprint.of(person), person));
    }

    private void awaitReceipt() {
        await().atMost(SOON)
                .until(() -> database.getCollection("erasure_receipts")
                                .countDocuments(and(eq("erasure", erasure), exists("carriedOutAt")))
                        == 1);
    }
}
