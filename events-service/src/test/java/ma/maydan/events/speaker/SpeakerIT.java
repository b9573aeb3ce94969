package ma.maydan.events.speaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import ma.maydan.events.EventsIT;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.backends.TestTokens;
import ma.maydan.testkit.backends.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeakerIT extends EventsIT {

    private final String owner = "owner-" + UUID.randomUUID();
    private final String token = TestTokens.person(owner);

    @Test
    void anOrganizationShowsAndHidesASpeaker() {
        var host = organization("VERIFIED");
        var draft = created(host, "Zineb").expect(201);
        var path = "/speakers/" + draft.id();
        assertThat(draft.text("status")).isEqualTo("DRAFT");
        assertThat(draft.allowedTransitions()).containsExactly("edit", "photo", "publish", "delete");
        assertThat(get(null, path).status()).isEqualTo(404);
        get(OFFICER, path).expect(200);

        var published = transition(token, draft, path + "/publish", "").expect(200);
        assertThat(get(null, path).expect(200).body().at("/links/0/address").asString())
                .isEqualTo("https://example.org/zineb");
        var hidden = transition(token, published, path + "/hide", "").expect(200);
        assertThat(get(null, path).status()).isEqualTo(404);
        assertThat(get(null, "/speakers?updatedAfter=2026-01-01T00:00:00Z&organizationId=" + host)
                        .body()
                        .at("/items/0/status")
                        .asString())
                .isEqualTo("HIDDEN");
        transition(token, hidden, path + "/publish", "").expect(200);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Topics.messages("maydan.speakers", draft.id()))
                        .extracting(Topics.Message::type)
                        .containsExactly(
                                "ma.maydan.speaker.created.v1",
                                "ma.maydan.speaker.published.v1",
                                "ma.maydan.speaker.hidden.v1",
                                "ma.maydan.speaker.published.v1"));
    }

    @Test
    void theListIsByNameAndEndsWithTheStandingOfTheOrganization() {
        var host = organization("VERIFIED");
        for (var name : new String[] {"Zineb", "Élodie", "amina", "Fatima"}) {
            var draft = created(host, name).expect(201);
            transition(token, draft, "/speakers/" + draft.id() + "/publish", "").expect(200);
        }
        var first = get(null, "/speakers?limit=3&organizationId=" + host).expect(200);
        assertThat(first.body()
                        .path("items")
                        .valueStream()
                        .map(one -> one.at("/name/fr").asString()))
                .containsExactly("amina", "Élodie", "Fatima");
        assertThat(get(null, "/speakers?limit=3&organizationId=" + host + "&cursor=" + first.text("nextCursor"))
                        .ids())
                .hasSize(1);

        organization(host, 2, "SUSPENDED", owner, false);

        await().until(() -> get(null, "/speakers?organizationId=" + host).ids().isEmpty());
        assertThat(get(token, "/me/speakers").ids()).hasSize(4);
        assertThat(created(host, "Late").code()).isEqualTo("organization-not-verified");
    }

    @Test
    void othersAreRefused() {
        var host = organization("VERIFIED");
        var stranger = TestTokens.person("stranger");
        assertThat(post(stranger, "/speakers", body(host, "Zineb")).code()).isEqualTo("validation-failed");
        assertThat(post(null, "/speakers", body(host, "Zineb")).status()).isEqualTo(401);
        var draft = created(host, "Zineb").expect(201);
        var path = "/speakers/" + draft.id();
        assertThat(transition(stranger, draft, path + "/publish", "").status()).isEqualTo(404);
        assertThat(transition(OFFICER, draft, path + "/publish", "").code()).isEqualTo("forbidden");
        var published = transition(token, draft, path + "/publish", "").expect(200);
        assertThat(transition(token, draft, path + "/hide", "").status())
                .as("of the version before")
                .isEqualTo(412);
        assertThat(transition(token, published, path + "/publish", "").code()).isEqualTo("invalid-transition");
        assertThat(transition(stranger, published, path + "/hide", "").code()).isEqualTo("forbidden");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "name":{"fr":"Zineb"}                                        | "name":{}                                    | /name
                    "https://example.org/zineb"                                  | "javascript:alert(1)"                        | /links/0/address
                    "label":"Son site"                                           | "label":" "                                  | /links/0/label
                    "biography":{"fr":"Une vie."}                                | "biography":null                             | /biography
                    "links":[                                                    | "links":[null,                               | /links/0
                    """)
    void whatIsWrongIsNamedAtItsField(String right, String wrong, String field) {
        var refused =
                post(token, "/speakers", body(organization("VERIFIED"), "Zineb").replace(right, wrong));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("pointer").asString()))
                .containsExactly(field);
    }

    private String organization(String status) {
        var id = UUID.randomUUID().toString();
        organization(id, 1, status, owner, false);
        return id;
    }

    private Answer created(String organization, String name) {
        return post(token, "/speakers", body(organization, name));
    }

    private static String body(String organization, String name) {
        return """
                {"organizationId":"%s","name":{"fr":"%s"},"biography":{"fr":"Une vie."},
                 "links":[{"label":"Son site","address":"https://example.org/zineb"}]}
                """.formatted(organization, name);
    }
}
