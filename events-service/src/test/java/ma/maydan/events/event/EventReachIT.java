package ma.maydan.events.event;

import static ma.maydan.testkit.builders.RegisteredOrganization.anOrganization;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import ma.maydan.events.EventsIT;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.api.Api;
import ma.maydan.testkit.backends.TestTokens;
import ma.maydan.testkit.builders.RegisteredOrganization;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** Whom an event is for, where it is, and who is told how to join. */
class EventReachIT extends EventsIT {

    private static final String LINK = "https://meet.example/secret-room";

    private String owner;
    private String token;
    private RegisteredOrganization host;

    @BeforeEach
    void aHost() {
        owner = "reach-" + UUID.randomUUID();
        token = TestTokens.person(owner);
        host = tell(anOrganization().ownedBy(owner).with("viewer-" + owner, "VIEWER"));
    }

    @Test
    void whatIsNotSaidIsForAnyoneInArabicAndFrench() {
        var draft = api(token).create("/api/v1/events", body()).expect(201);

        assertThat(draft.body().path("languages").toString()).isEqualTo("[\"ar\",\"fr\"]");
        assertThat(draft.text("audience")).isEqualTo("ANYONE");
        assertThat(draft.body().path("sectors")).isEmpty();
        assertThat(draft.body().has("joinLink")).isFalse();
        assertThat(draft.body().has("latitude")).isFalse();
    }

    @Test
    void whatIsSaidIsShownAndNamesThoseItIsFor() {
        var body = body();
        body.set("languages", Api.JSON.readTree("[\"en\",\"fr\",\"en\"]"));
        body.set("sectors", Api.JSON.readTree("[\"IOT\",\"AI\"]"));
        body.put("audience", "ORGANIZATIONS");
        body.set("audienceOrganizations", Api.JSON.readTree("[\"" + host.id() + "\"]"));
        body.set("address", Api.JSON.readTree("{\"fr\":\"Route de Nouaceur\",\"ar\":\"طريق النواصر\"}"));
        body.put("latitude", 33.5731).put("longitude", -7.5898);
        var draft = api(token).create("/api/v1/events", body).expect(201);

        assertThat(draft.body().path("languages").toString()).isEqualTo("[\"fr\",\"en\"]");
        assertThat(draft.body().path("sectors").toString()).isEqualTo("[\"AI\",\"IOT\"]");
        assertThat(draft.at("/audienceNames/0/name/fr")).isEqualTo("Org " + host.id());
        assertThat(draft.body().path("latitude").asDouble()).isEqualTo(33.5731);
        assertThat(draft.at("/address/fr")).isEqualTo("Route de Nouaceur");

        body.put("audience", "MEMBERS");
        var edited = api(token)
                .put("/api/v1/events/" + draft.id(), body, draft.version())
                .expect(200);
        assertThat(edited.body().path("audienceOrganizations")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    languages             | []                        | /languages             | required
                    languages             | ["de"]                    | /languages/0           | invalid-value
                    languages             | [null]                    | /languages/0           | not-null
                    sectors               | ["LAW"]                   | /sectors/0             | invalid-value
                    audience              | "FRIENDS"                 | /audience              | invalid-value
                    audience              | "ORGANIZATIONS"           | /audienceOrganizations | required
                    audienceOrganizations | ["x"]                     | /audienceOrganizations/0 | pattern
                    latitude              | 33.5                      | /longitude             | required
                    longitude             | -7.5                      | /latitude              | required
                    latitude              | 90.01                     | /latitude              | max
                    longitude             | -180.5                    | /longitude             | min
                    latitude              | "33"                      | /latitude              | invalid-value
                    joinLink              | "http://meet.example/x"   | /joinLink              | https-only
                    joinLink              | "https://a:b@meet.example" | /joinLink             | pattern
                    joinLink              | "javascript:alert(1)"     | /joinLink              | pattern
                    joinOpensMinutes      | 10081                     | /joinOpensMinutes      | max
                    joinOpensMinutes      | -1                        | /joinOpensMinutes      | min
                    leftOut               | ["en"]                    | /leftOut               | invalid-value
                    """)
    void whatIsNotValidIsNamedWithItsPlace(String member, String value, String pointer, String code) {
        var body = body();
        body.set(member, Api.JSON.readTree(value));
        var refused = api(token).create("/api/v1/events", body);

        assertThat(refused.status()).as("%s", refused).isEqualTo(422);
        assertThat(refused.body().path("errors").toString())
                .contains("\"pointer\":\"" + pointer + "\",\"code\":\"" + code + "\"");
    }

    @Test
    void thereAreNoMoreThanFiftyOrganizationsAndNoLongerLinkThanFiveHundred() {
        var body = body();
        body.put("audience", "ORGANIZATIONS");
        var ids = body.putArray("audienceOrganizations");
        for (var i = 0; i < 51; i++) {
            ids.add(UUID.randomUUID().toString());
        }
        body.put("joinLink", "https://meet.example/" + "x".repeat(480));
        var refused = api(token).create("/api/v1/events", body);
        assertThat(refused.body().path("errors").toString())
                .contains("/audienceOrganizations\"", "/joinLink\"", "too-many-characters");
    }

    @Test
    void onlyWhoIsLetInIsShownHowToJoinAndOnlyFromWhenTheHostSays() {
        var body = body();
        body.put("joinLink", LINK).put("joinOpensMinutes", 30);
        var event = published(owner, body.toString());
        var path = "/events/" + event.id();
        post(TestTokens.person("admitted"), path + "/registrations", "{}").expect(201);
        post(TestTokens.person("queued"), path + "/registrations", "{}").expect(201);
        var starts = Instant.parse(event.text("startsAt"));

        assertThat(get(token, path).text("joinLink")).isEqualTo(LINK);
        assertThat(get(TestTokens.person("viewer-" + owner), path).text("joinLink"))
                .isEqualTo(LINK);
        assertThat(get(OFFICER, path).text("joinLink")).isEqualTo(LINK);
        assertNobodyElseReadsIt(path);
        assertHidden(get(TestTokens.person("admitted"), path));
        assertThat(get(null, path).body().path("joinOpensMinutes").asInt()).isEqualTo(30);

        clock.moveTo(starts.minus(Duration.ofMinutes(31)));
        assertHidden(get(TestTokens.person("admitted"), path));
        clock.moveTo(starts.minus(Duration.ofMinutes(30)));
        assertThat(get(TestTokens.person("admitted"), path).text("joinLink")).isEqualTo(LINK);
        assertNobodyElseReadsIt(path);
        clock.moveTo(Instant.parse(event.text("endsAt")));
        assertHidden(get(TestTokens.person("admitted"), path));
    }

    private void assertNobodyElseReadsIt(String path) {
        assertHidden(get(null, path));
        assertHidden(get(TestTokens.person("queued"), path));
        assertHidden(get(TestTokens.person("stranger"), path));
        assertHidden(get(TestTokens.machine("partner", "events.read"), path));
        assertHidden(get(null, "/events?organizationId=" + host.id()));
        assertHidden(get(null, "/events?q=secret-room"));
    }

    private static void assertHidden(Answer answer) {
        assertThat(answer.expect(200).body().toString()).doesNotContain("secret-room");
    }

    @Test
    void nothingIsSubmittedWithoutArabicAndFrenchUnlessThatIsOnPurpose() {
        var body = body();
        body.set("title", Api.JSON.readTree("{\"fr\":\"Atelier\"}"));
        body.set("description", Api.JSON.readTree("{\"en\":\"About\"}"));
        var draft = api(token).create("/api/v1/events", body).expect(201);
        var path = "/events/" + draft.id();
        assertThat(draft.body().path("missing")).hasSize(3);

        var refused = transition(token, draft, path + "/submit", "");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("pointer").asString()))
                .containsExactly("/title/ar", "/description/ar", "/description/fr");
        assertThat(refused.at("/errors/0/code")).isEqualTo("language-missing");
        assertThat(refused.at("/errors/0/detail")).isNotBlank();

        body.set("description", Api.JSON.readTree("{\"fr\":\"Contenu\"}"));
        body.set("leftOut", Api.JSON.readTree("[\"ar\"]"));
        var edited = api(token).put("/api/v1" + path, body, draft.version()).expect(200);
        assertThat(edited.body().path("missing")).isEmpty();
        transition(token, edited, path + "/submit", "").expect(200);
    }

    private ObjectNode body() {
        return (ObjectNode) Api.JSON.readTree(eventBody(host.id(), 1));
    }
}
