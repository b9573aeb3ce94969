package ma.maydan.events.message;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.set;
import static ma.maydan.testkit.builders.RegisteredOrganization.anOrganization;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import ma.maydan.events.EventsIT;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.api.Parallel;
import ma.maydan.testkit.backends.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the host writes to those who are registered. */
class MessageIT extends EventsIT {

    private static final String BODY = """
        {"to":["CONFIRMED"],"subject":{"fr":"Badge","ar":"الشارة"},
         "text":{"fr":"Apportez **votre badge**.\\n\\n[Le plan](https://plan.example/x)","ar":"أحضروا الشارة"}}\
        """;

    private final String host = "host-" + UUID.randomUUID();

    @Test
    void thoseOfThePartThatWasChosenReadItOnceAndWhoWroteItDoesToo() {
        var event = publishedEvent(host, 2);
        var people = register(event, 4);

        var sent = send(event, BODY).expect(201);
        assertThat(sent.body().path("people").asInt()).isEqualTo(2);

        people.subList(0, 2).forEach(this::reads);
        reads(host);
        assertThat(messagesOf(people.get(2))).isEmpty();
        assertThat(messagesOf(people.get(3))).isEmpty();
        var words = messagesOf(people.getFirst()).getFirst().path("words");
        assertThat(words.path("title").asString()).contains("Atelier", "Badge");
        assertThat(words.path("text").asString())
                .contains("Atelier", "Apportez votre badge.", "Le plan", "https://plan.example/x")
                .doesNotContain("**");
    }

    @Test
    void whoWroteItAndHasASeatReadsItOnce() {
        var event = publishedEvent(host, 2);
        post(TestTokens.person(host), "/events/" + event.id() + "/registrations", "{}")
                .expect(201);
        send(event, BODY).expect(201);
        reads(host);
    }

    @Test
    void theSameRequestSendsItOnce() {
        var event = publishedEvent(host, 2);
        var person = register(event, 1).getFirst();
        var key = UUID.randomUUID().toString();
        var path = "/events/" + event.id() + "/messages";
        var first = post(TestTokens.person(host), path, BODY, key).expect(201);
        var again = post(TestTokens.person(host), path, BODY, key).expect(201);
        assertThat(again.id()).isEqualTo(first.id());
        reads(person);
        assertThat(get(TestTokens.person(host), path).body().path("items")).hasSize(1);
    }

    @Test
    void whatACrashLeftIsHandedOnOnce() {
        var event = publishedEvent(host, 2);
        var person = register(event, 1).getFirst();
        var sent = send(event, BODY).expect(201);
        reads(person);
        // As it is when the process dies before the work is asked for, and after.
        var work = database.getCollection("work");
        work.deleteMany(eq("_id", "notice:" + sent.id() + ":1:event.message"));
        database.getCollection("messages").updateOne(eq("_id", sent.id()), set("waiting", true));

        clock.moveTo(Instant.now().plus(Duration.ofMinutes(1)));

        await().atMost(Duration.ofSeconds(30))
                .until(() -> database.getCollection("messages")
                                .countDocuments(and(eq("_id", sent.id()), exists("waiting", false)))
                        == 1);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> work.countDocuments(
                                and(eq("_id", "notice:" + sent.id() + ":1:event.message"), exists("doneAt")))
                        == 1);
        assertThat(messagesOf(person)).hasSize(1);
    }

    @Test
    void itIsShownBeforeHowItReadsAndToHowMany() {
        var event = publishedEvent(host, 2);
        register(event, 3);
        var preview = post(TestTokens.person(host), "/events/" + event.id() + "/messages/preview", BODY)
                .expect(200)
                .body();
        assertThat(preview.path("people").asInt()).isEqualTo(2);
        assertThat(preview.path("left").asInt()).isEqualTo(5);
        assertThat(preview.path("readings")).hasSize(3);
        assertThat(preview.at("/readings/2/text").asString()).contains("hosts “Workshop”", "Le plan");
        assertThat(get(TestTokens.person(host), "/events/" + event.id() + "/messages")
                        .body()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void aGuestWhoseAddressIsUnconfirmedIsNeitherCountedNorWrittenTo() {
        var event = publishedEvent(host, 3, "\"guests\":\"BY_EMAIL\"");
        register(event, 1);
        post(
                        null,
                        "/events/" + event.id() + "/guests",
                        "{\"name\":\"Gi\",\"email\":\"gi-%s@example.org\"}".formatted(event.id()))
                .expect(204);

        assertThat(post(TestTokens.person(host), "/events/" + event.id() + "/messages/preview", BODY)
                        .at("/people"))
                .isEqualTo("1");
        assertThat(send(event, BODY).expect(201).at("/people")).isEqualTo("1");
    }

    @Test
    void noMoreThanFiveAreSentOnADayHoweverManyAreSentAtOnce() {
        var event = publishedEvent(host, 2);
        register(event, 1);
        var answers = Parallel.atOnce(8, i -> send(event, BODY).status());
        assertThat(answers).filteredOn(status -> status == 201).hasSize(5);
        assertThat(answers).filteredOn(status -> status == 429).hasSize(3);
        var refused = send(event, BODY).expect(429);
        assertThat(refused.text("code")).isEqualTo("too-many-messages");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 86_400);
        var preview = post(TestTokens.person(host), "/events/" + event.id() + "/messages/preview", BODY);
        assertThat(preview.body().path("left").asInt()).isZero();
    }

    @Test
    void onlyEditorsOfTheHostWriteAndWhoRunsTheEventReadsWhatWasWritten() {
        var organization =
                tell(anOrganization().ownedBy(host).with("ed-" + host, "EDITOR").with("view-" + host, "VIEWER"));
        var event = published(host, eventBody(organization.id(), 3));
        register(event, 1);
        var path = "/events/" + event.id() + "/messages";
        post(TestTokens.person("ed-" + host), path, BODY).expect(201);
        assertThat(get(OFFICER, path).expect(200).body().path("items")).hasSize(1);
        post(OFFICER, path, BODY).expect(403);
        post(TestTokens.person("view-" + host), path, BODY).expect(404);
        get(TestTokens.person("view-" + host), path).expect(404);
        post(TestTokens.person("stranger"), path, BODY).expect(404);
        get(TestTokens.person("stranger"), path).expect(404);
    }

    @Test
    void toNobodyAndLongAfterTheEventNothingIsWritten() {
        var event = publishedEvent(host, 2);
        assertThat(send(event, BODY).expect(409).text("code")).isEqualTo("nobody-there");
        register(event, 1);
        clock.moveTo(Instant.parse(event.text("endsAt")).plus(Duration.ofDays(29)));
        send(event, BODY).expect(201);
        clock.moveTo(Instant.parse(event.text("endsAt")).plus(Duration.ofDays(30)));
        assertThat(send(event, BODY).expect(409).text("code")).isEqualTo("no-messages");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Badge\",\"ar | Badge\\r\\nBcc: a@b.example\",\"ar",
                "Badge\",\"ar | \\u202eegdaB\",\"ar",
                "[\"CONFIRMED\"] | []",
                "[\"CONFIRMED\"] | [\"CANCELLED\"]",
                "\"fr\":\"Badge\",\"ar\":\"الشارة\" | ",
            })
    void whatIsNoMessageIsRefused(String part, String wrong) {
        var event = publishedEvent(host, 2);
        register(event, 1);
        var answer = send(event, BODY.replace(part, wrong == null ? "" : wrong));
        assertThat(answer.status()).as(answer.toString()).isIn(400, 422);
    }

    @Test
    void aHostileTextIsTextAndALongOneIsRefused() {
        var event = publishedEvent(host, 2);
        var person = register(event, 1).getFirst();
        var hostile = "<script>alert(1)</script> [Maydan](https://evil.example) ![x](https://evil.example/p.png)";
        send(event, BODY.replace("Apportez **votre badge**.", hostile)).expect(201);
        reads(person);
        assertThat(messagesOf(person).getFirst().path("words").path("text").asString())
                .contains("<script>", "https://evil.example");
        assertThat(send(event, BODY.replace("Apportez", "[a](https://b.example) ".repeat(10_000)))
                        .status())
                .isIn(413, 422);
        assertThat(send(event, BODY.replace("Apportez", "x".repeat(1_000_000))).status())
                .isIn(413, 422);
    }

    private List<String> register(Answer event, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> {
                    var person = "guest-" + i + "-" + UUID.randomUUID();
                    post(TestTokens.person(person), "/events/" + event.id() + "/registrations", "{}")
                            .expect(201);
                    return person;
                })
                .toList();
    }

    private Answer send(Answer event, String body) {
        return post(TestTokens.person(host), "/events/" + event.id() + "/messages", body);
    }

    private void reads(String person) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(messagesOf(person)).hasSize(1));
    }

    private List<JsonNode> messagesOf(String person) {
        var items = api(TestTokens.person(person))
                .in("fr")
                .get("/api/v1/me/notices/events")
                .body()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.path("kind").asString().equals("event.message"))
                .toList();
    }
}
