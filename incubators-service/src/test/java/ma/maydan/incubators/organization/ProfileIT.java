package ma.maydan.incubators.organization;

import static ma.maydan.incubators.Service.API;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.maydan.incubators.Flows;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.api.Api;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an organization says of itself, and who reads it. */
class ProfileIT {

    private static final String PATH = "/api/v1/organizations";

    private final String owner = Flows.newPerson();

    @Test
    void whatItSaysOfItselfIsReadAsItWasMeant() {
        var body = full();
        var created = API.person(owner).create(PATH, body).expect(201);
        assertThat(created.at("/identifiers/0/value")).isEqualTo("5493001KJTIIGC8Y1R12");
        assertThat(created.at("/city/fr")).isEqualTo("Mohammédia");
        assertThat(created.body().path("sectors").valueStream().map(JsonNode::asString))
                .containsExactly("AI", "FINTECH");
        assertThat(created.text("stage")).isEqualTo("SCALING");
        assertThat(created.text("foundedOn")).isEqualTo("2021-03-01");
        assertThat(created.text("entityStatus")).isEqualTo("INACTIVE");
        assertThat(created.at("/links/0/address")).isEqualTo("https://social.example.test/atlas");
        assertThat(created.text("visibility")).isEqualTo("STEALTH");
        assertThat(created.at("/completeness/of")).isEqualTo("12");
        assertThat(created.at("/completeness/open/0/pointer")).isEqualTo("/description/ar");

        var less = API.person(owner)
                .put(PATH + "/" + created.id(), Flows.organization("SME"), created.version())
                .expect(200);
        assertThat(less.body().has("stage")).isFalse();
        assertThat(less.text("visibility")).isEqualTo("PUBLIC");
        assertThat(less.text("entityStatus")).isEqualTo("ACTIVE");
        assertThat(less.body().path("identifiers").isEmpty()).isTrue();
    }

    @Test
    void whatCannotBeIsSaidAtItsField() {
        var body = full();
        body.put("kinds", List.of("SME"));
        body.put("foundedOn", "2999-01-01");
        body.put(
                "identifiers",
                List.of(
                        Map.of("scheme", "LEI", "value", "5493001KJTIIGC8Y1R13"),
                        Map.of("scheme", "RC", "value", "12"),
                        Map.of("scheme", "RC", "value", "13")));
        body.put(
                "links",
                List.of(
                        Map.of("label", "x", "address", "http://plain.example.test"),
                        Map.of("label", "y", "address", "javascript:alert(1)")));
        var refused = API.person(owner).create(PATH, body).expect(422);
        assertThat(refused.body()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("pointer").asString() + " "
                                + error.path("code").asString()))
                .contains(
                        "/stage startups-only",
                        "/foundedOn in-the-future",
                        "/identifiers/0/value no-identifier",
                        "/identifiers/2/scheme twice",
                        "/links/0/address https-only")
                .anyMatch(error -> error.startsWith("/links/1/address "));
        for (var nothing : List.of("identifiers", "links", "sectors")) {
            var hole = full();
            hole.put(nothing, Collections.singletonList(null));
            API.person(owner).create(PATH, hole).expect(422);
        }
    }

    @Test
    void twoAreNotVerifiedWithTheSameIdentifierOfWhicheverScheme() {
        var number = List.of(Map.of("scheme", "CNSS", "value", Flows.newIce().substring(5)));
        var first = Flows.organization("STARTUP");
        first.put("identifiers", number);
        verify(Flows.underReview(owner, first)).expect(200);

        var second = Flows.organization("STARTUP");
        second.put("identifiers", number);
        var draft = API.person(owner).create(PATH, second).expect(201);
        var documented = Flows.documented(API.person(owner), draft);
        var refused =
                API.person(owner).post(PATH + "/" + draft.id() + "/submit", Flows.declaration(), documented.version());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("identifier-taken");
    }

    @Test
    void oneThatHidesItselfIsAsGoodAsAbsentForOthers() {
        var colleague = Flows.newPerson();
        Flows.verified(colleague, "STARTUP");
        var hidden = verified("STEALTH");
        var shown = verified("MEMBERS");
        var strangers = Map.of(
                "nobody",
                API,
                "stranger",
                API.person(Flows.newPerson()),
                "machine",
                API.machine("registry.organizations.read"));
        strangers.forEach((name, who) -> {
            assertThat(sees(who, hidden)).as(name).isFalse();
            assertThat(sees(who, shown)).as(name).isFalse();
        });
        assertThat(sees(API.person(colleague), hidden)).isFalse();
        assertThat(sees(API.person(colleague), shown)).isTrue();
        assertThat(sees(API.officer("officer"), hidden)).isTrue();
        API.person(owner).get(PATH + "/" + hidden.id()).expect(200);
        assertThat(API.person(owner).get("/api/v1/me/organizations").ids()).contains(hidden.id(), shown.id());
        assertThat(API.person(colleague)
                        .create(PATH + "/" + hidden.id() + "/join-requests", Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatNobodySawIsNotToldToGoAway() {
        var hidden = verified("STEALTH");
        var changes =
                API.get(PATH + "?updatedAfter=" + hidden.text("verifiedAt").replaceFirst("\\..*", "Z") + "&limit=100");
        assertThat(changes.expect(200).ids()).doesNotContain(hidden.id());
    }

    /** Whether somebody finds it by its address, its list, its name, its ICE, its region. */
    private static boolean sees(Api who, Answer organization) {
        var id = organization.id();
        var found = List.of(
                who.get(PATH + "?limit=100").ids().contains(id),
                who.get(PATH + "?region=MA-12&limit=100").ids().contains(id),
                who.get(PATH + "?limit=100&q=" + organization.at("/legalName/fr"))
                        .ids()
                        .contains(id),
                who.get(PATH + "?q=" + organization.text("ice")).ids().contains(id),
                who.get(PATH + "/" + id).status() == 200);
        assertThat(found).as("the same answer everywhere").containsOnly(found.getFirst());
        return found.getFirst();
    }

    private Answer verified(String visibility) {
        var body = Flows.organization("STARTUP");
        body.put("legalName", Map.of("fr", "caché" + Flows.newIce()));
        body.put("region", "MA-12");
        body.put("visibility", visibility);
        return verify(Flows.underReview(owner, body)).expect(200);
    }

    private static Answer verify(Answer taken) {
        return API.admin("admin").post(PATH + "/" + taken.id() + "/verify", taken.version());
    }

    private static HashMap<String, Object> full() {
        var body = new HashMap<>(Flows.organization("STARTUP"));
        body.put("identifiers", List.of(Map.of("scheme", "LEI", "value", "5493 001k jtii gc8y 1r12")));
        body.put("city", Map.of("fr", "Mohammédia"));
        body.put("sectors", List.of("AI", "FINTECH", "AI"));
        body.put("stage", "SCALING");
        body.put("foundedOn", "2021-03-01");
        body.put("entityStatus", "INACTIVE");
        body.put("links", List.of(Map.of("label", "Réseau", "address", " Https://social.example.test/atlas")));
        body.put("visibility", "STEALTH");
        return body;
    }
}
