package ma.maydan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The members of an organization, and the invitations to it. */
class MembersIT extends PortalTest {

    private static final String ME = """
        {"id": "me", "name": "Salma <b>Idrissi</b>", "role": "ADMIN", "me": true, "roles": ["EDITOR", "VIEWER"],
         "removable": true}\
        """;
    private static final String OWNER = """
        {"id": "boss", "role": "OWNER", "me": false, "roles": [], "removable": false}\
        """;
    private static final String INVITATION = """
        {"id": "i1", "version": 2, "organizationId": "org", "organizationName": {"fr": "Atlas <b>SARL</b>"},
         "kind": "MEMBERSHIP",
         "role": "EDITOR", "email": "ines@example.org", "language": "fr", "status": "%s",
         "invitedAt": "2036-01-01T10:00:00Z", "endsAt": "2036-01-15T10:00:00Z", "lettersLeft": 2,
         "allowedTransitions": [%s]}\
        """;

    private static final String REQUEST = """
        {"id": "j1", "version": 1, "organizationId": "org", "organizationName": {"fr": "Atlas"},
         "personName": "Omar <b>Alaoui</b>", "personEmail": "omar@example.org", "status": "PENDING",
         "askedAt": "2036-01-01T10:00:00Z", "endsAt": "2036-01-15T10:00:00Z",
         "allowedTransitions": ["accept", "refuse", "withdraw"]}\
        """;

    @BeforeEach
    void anOrganizationWithMembers() {
        SERVICES.answers(
                "GET /organizations/org", Samples.organization("org", "VERIFIED", "", ", \"myRole\": \"ADMIN\""));
        SERVICES.answers("GET /organizations/org/members", """
            {"version": 9, "items": [%s, %s], "roles": ["ADMIN", "EDITOR", "VIEWER"]}\
            """.formatted(OWNER, ME));
        SERVICES.answers(
                "GET /organizations/org/invitations",
                Samples.list(INVITATION.formatted("PENDING", "\"resend\", \"revoke\"")));
        SERVICES.answers("GET /me/invitations", Samples.list());
        SERVICES.answers("GET /invitation-links/key", INVITATION.formatted("PENDING", "\"accept\", \"decline\""));
    }

    @ParameterizedTest
    @CsvSource({
        "ar, organizations/org/members",
        "fr, organizations/org/members",
        "en, organizations/org/members",
        "ar, organizations/org/members/me",
        "fr, organizations/org/members/me",
        "en, organizations/org/members/me",
        "ar, invitations/key",
        "fr, invitations/key",
        "en, invitations/key"
    })
    void theirPagesAreSound(String language, String address) {
        var page = get("/" + language + "/" + address, PERSON);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("<b>");
        new Html(page.body()).isSound(language);
    }

    @Test
    void whoMayNotInviteSeesTheMembersAlone() {
        SERVICES.answers(
                "GET /organizations/org/members", "{\"version\": 9, \"items\": [%s], \"roles\": []}".formatted(OWNER));

        var page = get("/en/organizations/org/members", PERSON).body();

        new Html(page).isSound("en");
        assertThat(page).contains("Legal representative").doesNotContain("ines@example.org", "<form class=\"form\"");
        assertThat(get("/en/organizations/org/members/boss", PERSON).statusCode())
                .isEqualTo(404);
    }

    @Test
    void somebodyIsInvitedOnceForOneForm() {
        SERVICES.answers("POST /organizations/org/invitations", 201, INVITATION.formatted("PENDING", ""));

        var sent = post(
                "/fr/organizations/org/members",
                PERSON,
                Map.of("email", "ines@example.org", "role", "EDITOR", "language", "fr", "idempotencyKey", "k1"));

        assertThat(header(sent, "Location")).isEqualTo("/fr/organizations/org/members");
        assertThat(SERVICES.last("POST").body())
                .isEqualTo("{\"email\":\"ines@example.org\",\"role\":\"EDITOR\",\"language\":\"fr\"}");
    }

    @Test
    void aRoleIsChangedAtTheVersionThatWasSeenAndWhoLeavesIsLedAway() {
        SERVICES.answers("PUT /organizations/org/members/me", "{}");
        SERVICES.answers("DELETE /organizations/org/members/me", 204, "");

        var changed = post("/fr/organizations/org/members/me", PERSON, Map.of("role", "VIEWER", "version", "9"));
        assertThat(header(changed, "Location")).isEqualTo("/fr/organizations/org/members");
        assertThat(SERVICES.last("PUT").ifMatch()).isEqualTo("\"9\"");

        var left = post("/fr/organizations/org/members/me/remove", PERSON, Map.of("version", "9"));
        assertThat(header(left, "Location")).isEqualTo("/fr/me");
    }

    @Test
    void whoCanOnlyLeaveHasNoRoleToChoose() {
        SERVICES.answers(
                "GET /organizations/org/members",
                "{\"version\": 9, \"items\": [%s], \"roles\": []}"
                        .formatted(ME.replace("[\"EDITOR\", \"VIEWER\"]", "[]")));

        var page = get("/en/organizations/org/members/me", PERSON).body();

        new Html(page).isSound("en");
        assertThat(page).contains("value=\"9\"", "/members/me/remove").doesNotContain("<select");
    }

    @Test
    void whoIsNotSignedInSeesTheInvitationAndMayDecline() {
        SERVICES.answers("GET /invitation-links/key", INVITATION.formatted("PENDING", "\"decline\""));
        SERVICES.answers("POST /invitation-links/key/decline", INVITATION.formatted("DECLINED", ""));

        var page = get("/en/invitations/key", null).body();
        assertThat(page)
                .contains("/login?lang=en", "/en/invitations/key/decline")
                .doesNotContain("key/accept");
        assertThat(header(post("/en/invitations/key/decline", null, Map.of("version", "2")), "Location"))
                .isEqualTo("/en/invitations/key");
        assertThat(get("/en/invitations/key", PERSON).body()).contains("went to another address");
    }

    @Test
    void whoHasTheAddressAcceptsAndComesToTheOrganization() {
        SERVICES.answers("POST /invitations/i1/accept", INVITATION.formatted("ACCEPTED", ""));

        var sent = post("/en/invitations/key/accept", PERSON, Map.of("version", "2"));

        assertThat(header(sent, "Location")).isEqualTo("/en/organizations/org");
        assertThat(SERVICES.last("POST").ifMatch()).isEqualTo("\"2\"");
    }

    @ParameterizedTest
    @CsvSource({
        "ar, organizations/org/join",
        "fr, organizations/org/join",
        "en, organizations/org/join",
        "ar, organizations/org/join/j1/accept",
        "fr, organizations/org/join/j1/refuse",
        "en, organizations/org/join/j1/refuse",
        "en, organizations/org/members"
    })
    void thePagesOfWhoAsksAndWhoAnswersAreSound(String language, String address) {
        anOwnerWithARequest();

        var page = get("/" + language + "/" + address, PERSON);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("<b>");
        new Html(page.body()).isSound(language);
    }

    @Test
    void somebodyAsksAndAnOwnerAnswers() {
        anOwnerWithARequest();
        SERVICES.answers("POST /organizations/org/join-requests", 201, REQUEST);
        SERVICES.answers("POST /join-requests/j1/accept", REQUEST);
        SERVICES.answers("POST /join-requests/j1/refuse", REQUEST);

        var asked = post("/en/organizations/org/join", PERSON, Map.of("idempotencyKey", "k"));
        assertThat(header(asked, "Location")).isEqualTo("/en/organizations/org/join");
        var accepted = post("/en/organizations/org/join/j1/accept", PERSON, Map.of("version", "1", "role", "EDITOR"));
        assertThat(header(accepted, "Location")).isEqualTo("/en/organizations/org/members");
        assertThat(SERVICES.last("POST").body()).isEqualTo("{\"role\":\"EDITOR\"}");
        post(
                "/en/organizations/org/join/j1/refuse",
                PERSON,
                Map.of("version", "1", "reasonCode", "OTHER", "reasonText.fr", "Non"));
        assertThat(SERVICES.last("POST").body())
                .isEqualTo("{\"reasonCode\":\"OTHER\",\"reasonText\":{\"fr\":\"Non\"}}");
    }

    @Test
    void anOwnerAsksAMemberToTakeTheirPlaceWhoAnswersOnTheSamePage() {
        anOwnerWithARequest();
        SERVICES.answers(
                "GET /me/invitations",
                Samples.list(INVITATION
                        .formatted("PENDING", "\"accept\", \"decline\"")
                        .replace("MEMBERSHIP", "OWNERSHIP")
                        .replace("\"email\"", "\"memberId\": \"me\", \"x\"")));
        SERVICES.answers("POST /organizations/org/members/me/ownership", 201, INVITATION.formatted("PENDING", ""));
        SERVICES.answers("POST /invitations/i1/accept", INVITATION.formatted("ACCEPTED", ""));

        assertThat(get("/en/organizations/org/members", PERSON).body()).contains("/members/invitations/i1/accept");
        assertThat(get("/en/organizations/org/members/me", PERSON).body()).contains("/members/me/ownership");
        var offered = post("/en/organizations/org/members/me/ownership", PERSON, Map.of("idempotencyKey", "k"));
        assertThat(header(offered, "Location")).isEqualTo("/en/organizations/org/members");
        var taken = post("/en/organizations/org/members/invitations/i1/accept", PERSON, Map.of("version", "2"));
        assertThat(header(taken, "Location")).isEqualTo("/en/organizations/org/members");
    }

    @ParameterizedTest
    @CsvSource({"ar", "fr", "en"})
    void whoBelongsToSeveralChoosesForWhichTheyAct(String language) {
        SERVICES.answers(
                "GET /me/organizations",
                Samples.list(
                        Samples.organization("org", "VERIFIED", "", ", \"myRole\": \"ADMIN\""),
                        Samples.organization("two", "VERIFIED", "", ", \"myRole\": \"OWNER\"")));
        var address = "/" + language + "/me/acting";

        new Html(get(address, PERSON).body()).isSound(language);
        var chosen = post(address, PERSON, Map.of("organizationId", "two"));
        var cookie = chosen.headers().allValues("Set-Cookie").stream()
                .filter(one -> one.startsWith("maydan_acting="))
                .toList();

        assertThat(header(chosen, "Location")).isEqualTo("/" + language + "/me");
        assertThat(cookie).hasSize(1);
        assertThat(cookie.getFirst()).contains("maydan_acting=two", "Path=/", "HttpOnly", "SameSite=Lax");
        assertThat(get(address + "/shown", PERSON, "Cookie", "maydan_acting=two")
                        .body())
                .contains(address, "class=\"who\"");
        assertThat(get("/" + language + "/programs/new", PERSON, "Cookie", "maydan_acting=two")
                        .body())
                .containsPattern("value=\"two\"[^>]*selected=");
        assertThat(post(address, PERSON, Map.of("organizationId", "foreign")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoBelongsToOneHasNoChoice() {
        SERVICES.answers(
                "GET /me/organizations",
                Samples.list(Samples.organization("org", "VERIFIED", "", ", \"myRole\": \"ADMIN\"")));

        assertThat(get("/en/me/acting/shown", PERSON).body()).isBlank();
        assertThat(get("/en/me/acting/shown", null).body()).isBlank();
    }

    private static void anOwnerWithARequest() {
        SERVICES.answers("GET /organizations/org/members", """
            {"version": 9, "items": [%s, %s], "roles": ["OWNER", "ADMIN", "EDITOR", "VIEWER"]}\
            """.formatted(
                        OWNER, ME.replace("[\"EDITOR\"", "[\"OWNER\", \"EDITOR\"")));
        SERVICES.answers("GET /organizations/org/join-requests", Samples.list(REQUEST));
        SERVICES.answers("GET /me/join-requests", Samples.list(REQUEST));
        SERVICES.answers("GET /join-requests/j1", REQUEST);
    }
}
