package ma.maydan.events.registration;

import static com.mongodb.client.model.Filters.eq;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import ma.maydan.events.EventsIT;
import ma.maydan.starter.file.AttachedFile;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.backends.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files with which somebody answers a host's question, from when they are sent to their end. */
class AnswerFilesIT extends EventsIT {

    private static final byte[] PDF = "%PDF-1.7\n1 0 obj".getBytes(ISO_8859_1);
    private static final String ASKING = """
        "leftOut":["ar"],"guests":"BY_EMAIL","questions":[{"id":"deck","kind":"FILE","label":{"fr":"Projet"},
         "purpose":{"fr":"Jury"},"required":true,"visibleTo":"HOST"}]""";

    private final String owner = "files-" + UUID.randomUUID();
    private final String host = TestTokens.person(owner);
    private final String ann = TestTokens.person("ann-" + UUID.randomUUID());
    private String event = "";

    @BeforeEach
    void anEventThatAsksForAFile() {
        event = publishedEvent(owner, 5, ASKING).id();
    }

    @Test
    void aFileIsReadByWhoReadsTheAnswerThatNamesIt() {
        var file = send(ann, "سيرة.pdf", PDF).expect(201);
        assertThat(file.text("name")).isEqualTo("سيرة.pdf");
        assertThat(file.text("type")).isEqualTo("application/pdf");
        assertThat(register(ann, "{}").at("/errors/0/code")).isEqualTo("required");

        var made = register(ann, naming(file)).expect(201);

        assertThat(made.at("/answers/0/values/0")).isEqualTo(file.id());
        assertThat(made.at("/files/0/name")).isEqualTo("سيرة.pdf");
        assertThat(get(host, "/events/" + event + "/registrations").at("/items/0/files/0/id"))
                .isEqualTo(file.id());
        var path = "/api/v1/registrations/" + made.id() + "/answer-files/" + file.id();
        for (var reader : new String[] {ann, host}) {
            var read = api(reader).getBytes(path);
            assertThat(read.body()).isEqualTo(PDF);
            assertThat(read.headers().firstValue("Content-Disposition").orElseThrow())
                    .startsWith("attachment;")
                    .contains("filename*=UTF-8''%D8%B3");
            assertThat(read.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(read.headers().firstValue("Cache-Control")).hasValue("no-store");
        }
        assertThat(api(OFFICER).get(path).status())
                .as("it is for the host alone")
                .isEqualTo(404);
        assertThat(api(TestTokens.person("else")).get(path).status()).isEqualTo(404);
        assertThat(api(null).get(path).status()).isEqualTo(401);
    }

    @Test
    void nobodyAnswersWithWhatAnotherHasSentOrForAnotherEvent() {
        var anns = send(ann, "a.pdf", PDF).expect(201);
        var ben = TestTokens.person("ben-" + UUID.randomUUID());
        assertThat(register(ben, naming(anns)).at("/errors/0/code")).isEqualTo("no-file");
        assertThat(register(ben, "{\"answers\":{\"deck\":[\"x\"]}}").at("/errors/0/pointer"))
                .isEqualTo("/answers/deck");
        event = publishedEvent(owner + "-2", 5, ASKING).id();
        assertThat(register(ann, naming(anns)).at("/errors/0/code")).isEqualTo("no-file");
    }

    @Test
    void onlyWhatIsAskedForIsTaken() {
        assertThat(send(ann, "a.pdf", "<html>".getBytes(ISO_8859_1)).expect(422).at("/errors/0/code"))
                .isEqualTo("attached-file-type");
        assertThat(send(ann, "a.pdf", new byte[0]).expect(422).at("/errors/0/code"))
                .isEqualTo("required");
        var large = new byte[AttachedFile.MOST + 1];
        System.arraycopy(PDF, 0, large, 0, PDF.length);
        assertThat(send(ann, "a.pdf", large).expect(422).at("/errors/0/code")).isEqualTo("attached-file-too-large");
        assertThat(send(null, "a.pdf", PDF).status()).isEqualTo(401);
        assertThat(api(ann).send("POST", path(), "{}", Map.of()).status()).isEqualTo(415);
        event = publishedEvent(owner + "-3", 5).id();
        assertThat(send(ann, "a.pdf", PDF).code()).isEqualTo("answers-closed");
        event = UUID.randomUUID().toString();
        assertThat(send(ann, "a.pdf", PDF).status()).isEqualTo(404);
    }

    @Test
    void aFileThatNoAnswerNamesIsDeletedAndNoOther() {
        var first = send(ann, "first.pdf", PDF).expect(201);
        var second = send(ann, "second.pdf", PDF).expect(201);
        var unnamed = send(ann, "unnamed.pdf", PDF).expect(201);
        var made = register(ann, naming(first)).expect(201);
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(50)));
        api(ann).send(
                        "PUT",
                        "/api/v1/registrations/" + made.id() + "/answers",
                        naming(second),
                        Map.of("If-Match", made.eTag()))
                .expect(200);

        clock.moveTo(clock.instant().plus(Duration.ofMinutes(11)));
        await().atMost(Duration.ofSeconds(20)).until(() -> stored(unnamed) == 0);
        assertThat(stored(first)).as("who has read of it still gets it").isEqualTo(1);
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(50)));
        await().atMost(Duration.ofSeconds(20)).until(() -> stored(first) == 0);
        assertThat(stored(second)).isEqualTo(1);
    }

    @Test
    void aGuestIsAskedForNone() {
        var address = "g" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        post(null, "/events/" + event + "/guests", "{\"name\":\"Gi\",\"email\":\"" + address + "\"}")
                .expect(204);
        assertThat(post(
                                null,
                                "/events/" + event + "/guests",
                                "{\"name\":\"Gi\",\"email\":\"" + address + "\",\"answers\":{\"deck\":[\"x\"]}}")
                        .at("/errors/0/code"))
                .isEqualTo("not-asked");
    }

    private Answer send(@Nullable String token, String name, byte[] file) {
        return api(token).postFile(path(), name, file);
    }

    private String path() {
        return "/api/v1/events/" + event + "/answer-files";
    }

    private Answer register(String token, String body) {
        return post(token, "/events/" + event + "/registrations", body);
    }

    private static String naming(Answer file) {
        return "{\"answers\":{\"deck\":[\"%s\"]}}".formatted(file.id());
    }

    private long stored(Answer file) {
        return database.getCollection("answer_files").countDocuments(eq("_id", file.id()));
    }
}
