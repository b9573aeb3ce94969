package ma.maydan.events.event;

import static ma.maydan.testkit.builders.RegisteredOrganization.anOrganization;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.UUID;
import ma.maydan.events.EventsIT;
import ma.maydan.testkit.api.Api;
import ma.maydan.testkit.backends.TestTokens;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Another draft of an event. */
class EventCopyIT extends EventsIT {

    private final String owner = "copying-" + UUID.randomUUID();
    private final String token = TestTokens.person(owner);

    @Test
    void aCopyIsADraftAtAnotherTimeWithWhatIsTaken() {
        var host = tell(anOrganization().ownedBy(owner));
        var body = (ObjectNode) Api.JSON.readTree(eventBody(host.id(), 7));
        body.set("description", Api.JSON.readTree("{\"ar\":\"نص\",\"fr\":\"Texte\"}"));
        body.put("audience", "STARTUPS")
                .put("latitude", 33)
                .put("longitude", -7)
                .put("joinLink", "https://meet.example/");
        var event = published(owner, body.toString());
        var path = "/events/" + event.id();
        var later = LocalDateTime.parse(event.text("startsAtLocal")).plusMonths(1);
        assertThat(get(token, path).body().path("copyable").asBoolean()).isTrue();

        var all = post(token, path + "/copies", "{\"startsAtLocal\":\"" + later + "\"}")
                .expect(201);
        assertThat(all.text("status")).isEqualTo("DRAFT");
        assertThat(all.text("id")).isNotEqualTo(event.id());
        assertThat(all.text("startsAtLocal")).startsWith(later.toString());
        assertThat(all.text("endsAtLocal")).startsWith(later.plusHours(2).toString());
        assertThat(all.at("/description/fr")).isEqualTo("Texte");
        assertThat(all.text("audience")).isEqualTo("STARTUPS");
        assertThat(all.text("joinLink")).isEqualTo("https://meet.example/");
        assertThat(all.body().path("seats").path("confirmed").asInt()).isZero();

        var bare = post(token, path + "/copies", "{\"startsAtLocal\":\"" + later + "\",\"take\":[]}")
                .expect(201);
        assertThat(bare.at("/title/fr")).isEqualTo("Atelier");
        assertThat(bare.body().has("description")).isFalse();
        assertThat(bare.text("audience")).isEqualTo("ANYONE");
        assertThat(bare.body().has("joinLink")).isFalse();
        assertThat(bare.body().has("latitude")).isFalse();
        assertThat(bare.body().path("capacity").asInt()).isEqualTo(7);
    }

    @Test
    void theSameRequestTwiceCopiesOnceAndNobodyElseCopies() {
        var host = tell(anOrganization().ownedBy(owner));
        var event = published(owner, eventBody(host.id(), 7));
        var path = "/events/" + event.id() + "/copies";
        var body = "{\"startsAtLocal\":\"2027-05-05T10:00\"}";
        var key = UUID.randomUUID().toString();
        assertThat(post(token, path, body, key).expect(201).id())
                .isEqualTo(post(token, path, body, key).expect(201).id());
        assertThat(post(TestTokens.person("stranger"), path, body).status()).isEqualTo(403);
        assertThat(post(OFFICER, path, body).status()).isEqualTo(403);
        assertThat(get(null, "/events/" + event.id()).body().path("copyable").asBoolean())
                .isFalse();
        assertThat(post(token, path, "{}").at("/errors/0/pointer")).isEqualTo("/startsAtLocal");
        assertThat(post(token, path, "{\"startsAtLocal\":\"2020-05-05T10:00\"}").at("/errors/0/code"))
                .isEqualTo("in-the-past");
        assertThat(post(token, path, "{\"startsAtLocal\":\"2027-05-05T10:00\",\"take\":[\"SEATS\"]}")
                        .status())
                .isEqualTo(422);
    }
}
