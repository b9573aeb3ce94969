package ma.maydan.events.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ma.maydan.events.EventsIT;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.backends.TestTokens;
import ma.maydan.testkit.backends.Topics;
import ma.maydan.testkit.backends.Traces;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a host asks, and what who registers answers. */
class QuestionsIT extends EventsIT {

    private static final String ROLE = """
        {"id":"role","kind":"CHOICE","label":{"fr":"Rôle"},"purpose":{"fr":"Former les équipes"},"required":true,
         "visibleTo":"HOST_AND_CLUSTER","options":[{"id":"dev","label":{"fr":"Technique"}},
         {"id":"biz","label":{"fr":"Commerce"}}]}""";
    private static final String STACK = """
        {"id":"stack","kind":"TEXT","label":{"fr":"Langages"},"purpose":{"fr":"Préparer les postes"},"required":true,
         "visibleTo":"HOST","shownWhen":{"question":"role","option":"dev"}}""";

    private final String owner = "asks-" + UUID.randomUUID();
    private final String ann = TestTokens.person(UUID.randomUUID().toString());
    private final String secret = "Secret" + UUID.randomUUID();
    private String event = "";

    @BeforeEach
    void anEventThatAsks() {
        event = publishedEvent(owner, 5, asking(ROLE, STACK)).id();
    }

    @Test
    void whatIsAnsweredIsShownWithWhatWasAsked() {
        var made = register(ann, answers("role", "dev", "stack", secret)).expect(201);

        assertThat(made.at("/answers/0/question")).isEqualTo("role");
        assertThat(made.at("/answers/0/label/fr")).isEqualTo("Rôle");
        assertThat(made.at("/answers/0/words/0/fr")).isEqualTo("Technique");
        assertThat(made.at("/answers/1/values/0")).isEqualTo(secret);
        assertThat(made.at("/answers/1/purpose/fr")).isEqualTo("Préparer les postes");
        assertThat(made.body().path("answersChangeable").asBoolean()).isTrue();
        assertThat(get(ann, "/registrations/" + made.id()).at("/answers/1/values/0"))
                .isEqualTo(secret);
    }

    @Test
    void nobodyIsRegisteredWithoutWhatTheyHaveToAnswer() {
        var refused = register(ann, "{}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/answers/role");
        assertThat(register(ann, answers("role", "dev")).at("/errors/0/pointer"))
                .isEqualTo("/answers/stack");

        assertThat(get(ann, "/me/registrations").ids()).isEmpty();
        assertThat(seatsTaken()).isZero();
        register(ann, answers("role", "biz")).expect(201);
        assertThat(seatsTaken()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"answers":{"role":["gone"]}}                          | /answers/role
        {"answers":{"role":["biz","dev"]}}                     | /answers/role
        {"answers":{"role":["biz"],"other":["x"]}}             | /answers/other
        {"answers":{"role":["biz"],"$where":["1"]}}            | /answers/$where
        {"answers":{"role":["dev"],"stack":["a\\nb"]}}         | /answers/stack
        {"answers":{"role":["dev"],"stack":["\\u202Ea"]}}      | /answers/stack
        """)
    void whatIsNoAnswerIsRefusedByName(String body, String pointer) {
        var refused = register(ann, body);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(refused.at("/errors/0/detail")).isNotBlank();
    }

    @Test
    void whateverIsSentNothingBreaks() {
        var many = IntStream.range(0, 10_000)
                .mapToObj(number -> "\"q" + number + "\":[\"x\"]")
                .collect(Collectors.joining(",", "{\"answers\":{", "}}"));
        var values = IntStream.range(0, 1_000)
                .mapToObj(number -> "\"" + number + "\"")
                .collect(Collectors.joining(",", "{\"answers\":{\"role\":[", "]}}"));
        for (var body : List.of(
                many,
                values,
                "{\"answers\":[]}",
                "{\"answers\":{\"role\":\"dev\"}}",
                "{\"answers\":{\"role\":[null]}}",
                "{\"answers\":{\"role\":null}}",
                "{\"answers\":{\"role\":[{}]}}",
                "{\"answers\":{\"role\":[7]}}",
                "{\"answers\":{\"role\":[\"\\u0000\"]}}",
                "{\"answers\":{\"role\":[\"dev\"],\"stack\":[\"" + "x".repeat(5_000) + "\"]}}")) {
            assertThat(register(ann, body).status())
                    .as(body.substring(0, Math.min(60, body.length())))
                    .isBetween(400, 422);
        }
        assertThat(seatsTaken()).isZero();
        var html = "<script>alert(1)</script>";
        assertThat(register(ann, answers("role", "dev", "stack", html))
                        .expect(201)
                        .at("/answers/1/values/0"))
                .isEqualTo(html);
    }

    @Test
    void answersAreChangedUntilTheirTimeByWhoGaveThem() {
        var made = register(ann, answers("role", "dev", "stack", secret)).expect(201);
        var path = "/registrations/" + made.id();

        var changed = put(ann, made, path, answers("role", "biz")).expect(200);
        assertThat(changed.body().path("answers")).hasSize(1);
        assertThat(changed.version()).isGreaterThan(made.version());
        assertThat(put(ann, made, path, answers("role", "dev", "stack", "x")).status())
                .as("what it was before")
                .isEqualTo(412);
        assertThat(put(ann, changed, path, answers("role", "dev")).status()).isEqualTo(422);
        assertThat(put(TestTokens.person("else"), changed, path, answers("role", "biz"))
                        .status())
                .isEqualTo(404);
        assertThat(put(TestTokens.person(owner), changed, path, answers("role", "biz"))
                        .status())
                .isEqualTo(403);

        clock.moveTo(clock.instant().plus(Duration.ofDays(11)));
        var late = get(ann, path);
        assertThat(late.body().path("answersChangeable").asBoolean()).isFalse();
        assertThat(put(ann, late, path, answers("role", "biz")).code()).isEqualTo("answers-closed");
    }

    @Test
    void ofTwoChangesAtOnceOneCounts() {
        var made = register(ann, answers("role", "biz")).expect(201);
        var path = "/registrations/" + made.id();

        var statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(number -> put(ann, made, path, answers("role", "dev", "stack", "s" + number))
                        .status())
                .collect(Collectors.groupingBy(status -> status, Collectors.counting()));

        assertThat(statuses).isEqualTo(Map.of(200, 1L, 412, 7L));
    }

    @Test
    void theHostReadsThemAndTheClusterWhatIsForItToo() {
        register(ann, answers("role", "dev", "stack", secret)).expect(201);
        var list = "/events/" + event + "/registrations";

        assertThat(get(TestTokens.person(owner), list).at("/items/0/answers/1/values/0"))
                .isEqualTo(secret);
        assertThat(get(OFFICER, list).body().path("items").path(0).path("answers"))
                .hasSize(1);
        assertThat(get(OFFICER, list).body().toString()).contains("Technique").doesNotContain(secret);
        assertThat(get(TestTokens.person("else"), list).status()).isEqualTo(404);
        assertThat(get(null, "/events/" + event).body().toString())
                .contains("Rôle")
                .doesNotContain(secret);
    }

    @Test
    void whatIsAskedLaterChangesNothingForWhoIsRegistered() {
        var made = register(ann, answers("role", "biz")).expect(201);
        var owners = TestTokens.person(owner);
        var before = get(owners, "/events/" + event);
        var body = eventBody(before.text("hostOrganizationId"), 5).stripTrailing();
        var asked = ROLE.replace("{\"id\":\"biz\",", "{\"id\":\"biz\",\"removed\":true,")
                + ",{\"id\":\"diet\",\"kind\":\"TEXT\",\"required\":true,\"label\":{\"fr\":\"Régime\"},"
                + "\"purpose\":{\"fr\":\"Repas\"},\"visibleTo\":\"HOST\"}";
        put(owners, before, "/events/" + event, body.replaceFirst("}$", "," + asking(asked) + "}"))
                .expect(200);

        var still = get(ann, "/registrations/" + made.id());
        assertThat(still.text("status")).isEqualTo("CONFIRMED");
        assertThat(still.at("/answers/0/words/0/fr")).isEqualTo("Commerce");
        put(ann, still, "/registrations/" + made.id() + "/answers", answers("role", "biz", "diet", "Aucun"))
                .expect(200);
        assertThat(register(TestTokens.person("new"), answers("role", "biz", "diet", "x"))
                        .at("/errors/0/pointer"))
                .isEqualTo("/answers/role");
    }

    @Test
    void theirTextsAreCompleteWhereWhatIsPublishedIs() {
        var host = UUID.randomUUID().toString();
        organization(host, 1, "VERIFIED", owner, false);
        var said = "," + asking(ROLE).replace("\"leftOut\":[\"ar\"],", "") + "}";
        var draft = post(
                        TestTokens.person(owner),
                        "/events",
                        eventBody(host, 5).stripTrailing().replaceFirst("}$", said))
                .expect(201);

        var refused = transition(TestTokens.person(owner), draft, "/events/" + draft.id() + "/submit", "");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").toString())
                .contains("/questions/0/label/ar", "/questions/0/purpose/ar", "/questions/0/options/1/label/ar");
    }

    @Test
    void noOtherServiceLearnsOfThem() {
        var made = register(ann, answers("role", "dev", "stack", secret)).expect(201);

        assertThat(Topics.messages("maydan.registrations", made.id()).toString())
                .doesNotContain(secret)
                .doesNotContain("dev");
        assertThat(Traces.in(database, secret))
                .isNotEmpty()
                .allMatch(found -> found.startsWith("registration_answers"));
    }

    @Test
    void whatARefusedRequestAnsweredIsNotKept() {
        var full = publishedEvent(owner + "-2", 1, asking(ROLE, STACK)).id();
        register(ann, answers("role", "dev", "stack", "first")).expect(201);
        assertThat(register(ann, answers("role", "dev", "stack", secret)).code())
                .isEqualTo("already-registered");
        clock.moveTo(clock.instant().plus(Duration.ofDays(11)));
        assertThat(post(ann, "/events/" + full + "/registrations", answers("role", "dev", "stack", secret))
                        .code())
                .isEqualTo("registration-closed");

        assertThat(Traces.in(database, secret)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "kind":"CHOICE","visibleTo":"HOST"                                                   | /questions/0/options
        "kind":"TEXT"                                                                        | /questions/0/visibleTo
        "kind":"TEXT","visibleTo":"HOST","options":[{"label":{"fr":"x"}}]                    | /questions/0/options
        "kind":"TEXT","visibleTo":"HOST","shownWhen":{"question":"later"}                    | /questions/0/shownWhen
        "kind":"TEXT","visibleTo":"HOST","id":"a.b"                                          | /questions/0/id
        "kind":"TEXT","visibleTo":"HOST","purpose":{}                                        | /questions/0/purpose
        """)
    void aQuestionIsWhole(String said, String pointer) {
        var host = UUID.randomUUID().toString();
        organization(host, 1, "VERIFIED", owner, false);
        var purpose = said.contains("purpose") ? "" : ",\"purpose\":{\"fr\":\"x\"}";
        var body = eventBody(host, 5)
                .stripTrailing()
                .replaceFirst("}$", ",\"questions\":[{\"label\":{\"fr\":\"x\"}" + purpose + "," + said + "}]}");

        var refused = post(TestTokens.person(owner), "/events", body);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo(pointer);
    }

    private Answer register(String token, String body) {
        return post(token, "/events/" + event + "/registrations", body);
    }

    private int seatsTaken() {
        return get(null, "/events/" + event)
                .body()
                .path("seats")
                .path("confirmed")
                .asInt();
    }

    private Answer put(String token, Answer of, String path, String body) {
        var to = path.startsWith("/events") || path.endsWith("/answers") ? path : path + "/answers";
        return api(token).send("PUT", "/api/v1" + to, body, Map.of("If-Match", of.eTag()));
    }

    private static String asking(String... questions) {
        return "\"leftOut\":[\"ar\"],\"questions\":[" + String.join(",", questions) + "]";
    }

    private static String answers(String... pairs) {
        return IntStream.range(0, pairs.length / 2)
                .mapToObj(pair -> "\"%s\":[\"%s\"]".formatted(pairs[2 * pair], pairs[2 * pair + 1]))
                .collect(Collectors.joining(",", "{\"answers\":{", "}}"));
    }
}
