package ma.maydan.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ma.maydan.testkit.api.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Mails while the mail server is away and the service that sends them dies. */
@Isolated
class MailFaultsIT {

    private static final int PEOPLE = 20;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Portal portal = Portal.running();

    @Test
    void eachNoticeArrivesOnceInItsLanguageAfterTheMailboxWasAwayAndTheServiceKilled() throws Exception {
        var host = Steps.verifiedOrganization(portal, "incubator", "INCUBATOR").id();
        var event = Steps.publishedEvent(portal, "incubator", host, PEOPLE);
        var people = People.of(portal, PEOPLE);
        for (var i = 0; i < PEOPLE; i++) {
            people.get(i)
                    .in(Portal.LANGUAGES.get(i % 3))
                    .create("/events/" + event.id() + "/registrations", "{}")
                    .expect(201);
        }

        mailbox("PUT", "/smtp/away");
        try {
            portal.as("incubator")
                    .post(
                            "/events/" + event.id() + "/cancel",
                            JsonMapper.shared().readTree(Steps.REASON),
                            event.version())
                    .expect(200);
            await().atMost(Duration.ofSeconds(30)).until(() -> isTold(people.getFirst(), event.id()));
            portal.stack().kill("events-service");
            portal.stack().start("events-service");
            await().atMost(Duration.ofSeconds(60)).until(() -> isTold(people.getLast(), event.id()));
        } finally {
            mailbox("PUT", "/smtp/back");
        }

        var languages = IntStream.range(0, PEOPLE)
                .mapToObj(i -> language(arrived(i, event.id()).getLast()))
                .toList();
        assertThat(languages)
                .as("a person's first language stays")
                .hasSize(PEOPLE)
                .allMatch(Portal.LANGUAGES::contains);
        IntStream.range(0, PEOPLE)
                .forEach(i -> assertThat(arrived(i, event.id()).stream()
                                .map(mail -> mail.path("messageId").asString())
                                .collect(Collectors.toSet()))
                        .as("one mail of the registration and one of its end, however often they were sent")
                        .hasSize(2));
    }

    private static boolean isTold(Api person, String event) {
        return person.get("/me/notices/events")
                .body()
                .path("items")
                .valueStream()
                .anyMatch(notice -> notice.path("kind").asString().equals("event.cancelled")
                        && notice.at("/about/id").asString().equals(event));
    }

    /** The mails about the event that this person got, when there are two. */
    private List<JsonNode> arrived(int person, String event) {
        return await().atMost(Duration.ofSeconds(90))
                .until(() -> mails(RealmAdmin.login("crowd" + person), event), mails -> mails.size() > 1);
    }

    private List<JsonNode> mails(String to, String event) {
        return JsonMapper.shared()
                .readTree(mailbox("GET", "/mails.json?to=" + to))
                .valueStream()
                .filter(mail -> mail.path("text").asString("").contains("/events/" + event))
                .toList();
    }

    private static String language(JsonNode mail) {
        return mail.path("headers")
                .valueStream()
                .filter(header -> header.path("name").asString().equals("Content-Language"))
                .map(header -> header.path("value").asString())
                .findFirst()
                .orElse("");
    }

    private String mailbox(String method, String path) {
        var request = HttpRequest.newBuilder(URI.create(portal.stack().url("mail") + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
