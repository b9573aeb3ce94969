package ma.maydan.incubators.erasure;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static ma.maydan.incubators.Service.API;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ma.maydan.incubators.Flows;
import ma.maydan.incubators.Service;
import ma.maydan.starter.erasure.Fingerprint;
import ma.maydan.starter.personal.Impersonal;
import ma.maydan.starter.personal.PersonalData;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.api.Api;
import ma.maydan.testkit.backends.MovedClock;
import ma.maydan.testkit.backends.TestBackends;
import ma.maydan.testkit.backends.TestTokens;
import ma.maydan.testkit.backends.Topics;
import ma.maydan.testkit.backends.Traces;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ErasureIT {

    private static final String PATH = "/api/v1/me/erasure";
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final Pattern LINK = Pattern.compile("/me/erasure/confirm/([A-Za-z0-9_-]+)");

    private final String person = UUID.randomUUID().toString();
    private final Api api = API.person(person);
    private final MongoDatabase database = Service.bean(MongoDatabase.class);

    @AfterEach
    void itIsThePresentAgain() {
        Service.bean(MovedClock.class).moveBack();
    }

    @Test
    void everyCollectionSaysWhatItHoldsOfPeopleOrThatItHoldsNothing() {
        var declared = Stream.concat(
                Service.beans(PersonalData.class).map(data -> data.declared().collection()),
                Service.beans(Impersonal.class).flatMap(one -> one.collections().stream()));

        assertThat(database.listCollectionNames()).isSubsetOf(declared.toList());
    }

    @Test
    void itIsConfirmedByTheLetterAndTakenBackInTwoWeeks() {
        assertThat(api.get(PATH).text("status")).isEmpty();
        assertThat(ask().text("status")).isEqualTo("ASKED");
        assertThat(ask().text("status")).as("again").isEqualTo("ASKED");
        var link = link();

        assertThat(confirm(API.person(Flows.newPerson()), link)).isEqualTo(409);
        assertThat(confirm(api, "AAAA")).isEqualTo(409);
        assertThat(confirm(api, link)).isEqualTo(200);
        assertThat(confirm(api, link)).as("followed once").isEqualTo(409);
        var due = Instant.parse(api.get(PATH).text("dueAt"));
        assertThat(Duration.between(Instant.now(), due)).isBetween(Duration.ofDays(13), Duration.ofDays(14));

        assertThat(send("/take-back", Map.of())).isEqualTo(204);
        assertThat(send("/take-back", Map.of())).as("nothing is left").isEqualTo(409);
        assertThat(api.get(PATH).text("status")).isEmpty();
        assertThat(database.getCollection("erasures").countDocuments(eq("who.fingerprint", Fingerprint.of(person))))
                .isEqualTo(1);
        assertThat(database.getCollection("erasures").countDocuments(eq("who.person", person)))
                .isZero();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(TestBackends.mailbox().mails(person + "@example.org"))
                        .extracting(mail -> mail.subject())
                        .contains("Your account will be deleted", "Your account stays"));
        assertThat(Traces.in(database, link))
                .as("the link is nowhere but in the mail")
                .isEmpty();
    }

    @Test
    void theLastOwnerOfAnOrganizationHandsOverFirst() {
        var draft = Flows.draft(person, "STARTUP");

        var refused = api.send("POST", PATH, Map.of(), Map.of()).expect(409);

        assertThat(refused.code()).isEqualTo("last-owner");
        assertThat(api.get(PATH).at("/lastOwnerOf/0/id")).isEqualTo(draft.id());
        database.getCollection("organizations")
                .updateOne(
                        eq("_id", draft.id()),
                        Updates.push(
                                "membership.members",
                                new Document("personId", Flows.newPerson()).append("role", "OWNER")));
        ask();
    }

    @Test
    void onItsDayTheOrderGoesToAllServicesAndTheAccountWaitsForTheirReceipts() {
        var draft = Flows.draft(person, "STARTUP");
        var other = new Document("personId", Flows.newPerson()).append("role", "OWNER");
        database.getCollection("organizations")
                .updateOne(eq("_id", draft.id()), Updates.push("membership.members", other));
        ask();
        assertThat(confirm(api, link())).isEqualTo(200);
        var id = Objects.requireNonNull(database.getCollection("erasures")
                        .find(eq("who.person", person))
                        .first())
                .getString("_id");
        assertThat(Topics.messages("maydan.erasures", id))
                .noneMatch(message -> message.value().contains(person));

        Service.bean(MovedClock.class)
                .moveTo(Instant.now().plus(Duration.ofDays(14).plusMinutes(1)));

        await().atMost(SOON)
                .until(() -> Topics.messages("maydan.erasures", id).stream()
                        .anyMatch(message -> message.type().equals("ma.maydan.erasure.ordered.v1")));
        for (var service : new String[] {"events-service", "partners-service"}) {
            Topics.publish(
                    "maydan.erasures",
                    id + ":" + service,
                    "ma.maydan.erasure.carried_out.v1",
                    2,
                    "{\"erasure\": \"%s\", \"service\": \"%s\", \"fingerprint\": \"%s\"}"
                            .formatted(id, service, Fingerprint.of(person)));
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Traces.in(database, person)).containsExactly("erasures.who.person"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(database.getCollection("work")
                                .find(eq("_id", "erasure.account:" + id))
                                .first())
                        .as("it has no client of the realm here")
                        .containsEntry(
                                "fault",
                                "ma.maydan.starter.schedule.FinalFailureException:"
                                        + " ACCOUNTS_CLIENT_SECRET is not set"));
    }

    @Test
    void whoIsTheLastOwnerOnTheirDayStaysAndIsToldSo() {
        ask();
        assertThat(confirm(api, link())).isEqualTo(200);
        Flows.draft(person, "STARTUP");

        Service.bean(MovedClock.class)
                .moveTo(Instant.now().plus(Duration.ofDays(14).plusMinutes(1)));

        await().atMost(SOON)
                .until(() -> database.getCollection("erasures")
                                .countDocuments(and(
                                        eq("who.fingerprint", Fingerprint.of(person)), eq("stage.status", "REFUSED")))
                        == 1);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(TestBackends.mailbox().mails(person + "@example.org"))
                        .extracting(mail -> mail.subject())
                        .contains("Your account was not deleted"));
        assertThat(api.get(PATH).text("status")).isEmpty();
    }

    @Test
    void whatNobodyConfirmsLapsesAndIsForgotten() {
        ask();

        Service.bean(MovedClock.class).moveTo(Instant.now().plus(Duration.ofDays(2)));

        await().atMost(SOON)
                .until(() -> database.getCollection("erasures").countDocuments(eq("who.person", person)) == 0);
        Service.beans(PersonalData.class)
                .forEach(data -> data.forget(Instant.now().plus(Duration.ofDays(40))));
        assertThat(database.getCollection("erasures").countDocuments(eq("who.fingerprint", Fingerprint.of(person))))
                .isZero();
    }

    @Test
    void whatIsHeldIsHandedOutToWhoSignedInJustNow() {
        var draft = Flows.draft(person, "STARTUP");
        var path = "/api/v1/me/personal-data/organizations";

        var mine = api.get(path).expect(200);

        assertThat(mine.body().toString()).contains(draft.id(), "OWNER", person + "@example.org");
        var claims = TestTokens.claims(person, "openid portal");
        claims.put("auth_time", Instant.now().minusSeconds(301).getEpochSecond());
        assertThat(API.bearer(TestTokens.sign(claims)).get(path).code()).isEqualTo("sign-in-anew");
        claims.remove("auth_time");
        assertThat(API.bearer(TestTokens.sign(claims)).get(path).code()).isEqualTo("sign-in-anew");
        assertThat(API.get("/api/v1/personal-data/organizations")
                        .expect(200)
                        .body()
                        .toString())
                .contains("\"code\":\"member\"");
    }

    private Answer ask() {
        return api.send("POST", PATH, Map.of(), Map.of()).expect(200);
    }

    private static int confirm(Api who, String link) {
        return who.send("POST", PATH + "/confirm", Map.of("link", link), Map.of())
                .status();
    }

    private int send(String step, Map<String, Object> body) {
        return api.send("POST", PATH + step, body, Map.of()).status();
    }

    /** Of the latest letter. */
    private String link() {
        await().atMost(SOON)
                .until(() -> TestBackends.mailbox().mails(person + "@example.org").stream()
                        .anyMatch(mail -> mail.subject().startsWith("Confirm")));
        var text = TestBackends.mailbox().mails(person + "@example.org").stream()
                .filter(mail -> mail.subject().startsWith("Confirm"))
                .map(mail -> String.valueOf(mail.content().text()))
                .toList()
                .getLast();
        var found = LINK.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }
}
