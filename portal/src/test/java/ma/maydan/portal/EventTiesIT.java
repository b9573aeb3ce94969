package ma.maydan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who hosts an event along with its host, and the copies of one. */
class EventTiesIT extends PortalTest {

    private static final String CO_HOSTS = """
            , "copyable": true, "coHosts": [
             {"organizationId": "org", "name": {"fr": "Atlas"}, "state": "ACCEPTED", "answerable": false},
             {"organizationId": "own", "name": {"fr": "Souss"}, "state": "INVITED", "answerable": true}]\
            """;

    @ParameterizedTest
    @CsvSource({"ar", "fr", "en"})
    void thePageNamesThoseWhoHaveAcceptedAndLeadsToTheInvitation(String language) {
        SERVICES.answers("GET /events/together", Samples.event("together", "PUBLISHED", "\"edit\"", CO_HOSTS));
        var page = new Html(get("/" + language + "/events/together", PERSON).body());
        page.isSound(language);
        assertThat(Html.text(page.byId("co-hosts"))).contains("Atlas").doesNotContain("Souss");

        for (var path : new String[] {"/co-hosts", "/copy"}) {
            var answer = get("/" + language + "/events/together" + path, PERSON);
            assertThat(answer.statusCode()).isEqualTo(200);
            new Html(answer.body()).isSound(language);
        }
    }

    @Test
    void anOrganizationIsInvitedAnswersAndLeaves() {
        var event = Samples.event("invites", "PUBLISHED", "\"edit\"", CO_HOSTS);
        SERVICES.answers("GET /events/invites", event);
        SERVICES.answers("GET /organizations/org", Samples.organization("org", "VERIFIED", "", ""));
        SERVICES.answers("PUT /events/invites/co-hosts/org", event);
        SERVICES.answers("POST /events/invites/co-hosts/own/accept", event);
        SERVICES.answers("DELETE /events/invites/co-hosts/own", event);

        assertThat(post("/fr/events/invites/co-hosts", PERSON, Map.of("version", "7", "organizationId", "org"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(SERVICES.last("PUT").path()).endsWith("/events/invites/co-hosts/org");
        assertThat(post("/fr/events/invites/co-hosts/own/accept", PERSON, Map.of("version", "7"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(post("/fr/events/invites/co-hosts/own/end", PERSON, Map.of("version", "7"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(SERVICES.last("DELETE").path()).endsWith("/events/invites/co-hosts/own");
    }

    @ParameterizedTest
    @CsvSource({"ar", "fr", "en"})
    void whatTheirOrganizationsAreInvitedToWaitsForAnAnswer(String language) {
        var event = Samples.event("invited", "PUBLISHED", "", CO_HOSTS);
        SERVICES.answers("GET /me/co-hosted-events", "{\"items\":[" + event + "]}");

        var page = new Html(get("/" + language + "/me/invitations", PERSON).body());

        page.isSound(language);
        assertThat(page.all("form"))
                .extracting(form -> form.getAttribute("action"))
                .contains("/" + language + "/events/invited/co-hosts/own/accept")
                .noneMatch(action -> action.contains("/co-hosts/org/"));
        assertThat(get("/" + language + "/me", PERSON).body()).contains("/" + language + "/me/invitations");
    }

    @ParameterizedTest
    @CsvSource({"ar", "fr", "en"})
    void anotherOrganizationIsAskedToHostItAndAgrees(String language) {
        var asked =
                ", \"nextHost\": {\"organizationId\": \"own\", \"name\": {\"fr\": \"Souss\"}, \"answerable\": true}";
        SERVICES.answers("GET /events/given", Samples.event("given", "DRAFT", "", asked + ", \"transferable\": true"));
        SERVICES.answers("PUT /events/given/next-host/org", "{}");
        SERVICES.answers("GET /organizations/org", Samples.organization("org", "VERIFIED", "", ""));
        SERVICES.answers("POST /events/given/next-host/own/accept", Samples.event("given", "DRAFT", "", ""));
        SERVICES.answers("DELETE /events/given/next-host/own", "{}");
        var path = "/" + language + "/events/given/next-host";
        assertThat(get("/" + language + "/events/given", PERSON).body()).contains(path);
        new Html(get(path, PERSON).body()).isSound(language);

        post(path, PERSON, Map.of("version", "7", "organizationId", "org"));
        assertThat(SERVICES.last("PUT").path()).endsWith("/events/given/next-host/org");
        post(path + "/own/accept", PERSON, Map.of("version", "7"));
        assertThat(SERVICES.last("POST").path()).endsWith("/next-host/own/accept");
        post(path + "/own/end", PERSON, Map.of("version", "7"));
        assertThat(SERVICES.last("DELETE").path()).endsWith("/next-host/own");
    }

    @Test
    void aCopyIsMadeAtTheTimeThatWasTyped() {
        SERVICES.answers("GET /events/copied", Samples.event("copied", "COMPLETED", "", CO_HOSTS));
        SERVICES.answers("POST /events/copied/copies", 201, Samples.event("copy", "DRAFT", "\"edit\"", ""));
        var made = post(
                "/fr/events/copied/copy",
                PERSON,
                Map.of(
                        "idempotencyKey", "k",
                        "startsAtLocal.date", "2037-01-02",
                        "startsAtLocal.time", "9h30",
                        "take", "TEXTS"));
        assertThat(made.statusCode()).isEqualTo(303);
        assertThat(SERVICES.last("POST").body()).contains("\"startsAtLocal\":\"2037-01-02T09:30\"", "[\"TEXTS\"]");
    }
}
