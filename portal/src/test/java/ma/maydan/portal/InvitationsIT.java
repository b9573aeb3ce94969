package ma.maydan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links by which people register: made by the host, opened by whom it invites. */
class InvitationsIT extends PortalTest {

    private static final String TOKEN = "AAAAAAAAAAAAAAAAAAAAA_";
    private static final String COOKIE = "maydan_invitation=event." + TOKEN;
    private static final String LINK = """
        {"id": "11111111-1111-4111-8111-111111111111", "label": "Partners", "uses": 3, "used": 1, "usable": true,
         "createdAt": "2026-11-30T10:00:00Z"%s}\
        """;

    @BeforeEach
    void anEventByApproval() {
        SERVICES.answers("GET /events/event", Samples.event("event", "PUBLISHED", "", ", \"admission\": \"APPROVAL\""));
        SERVICES.answers("POST /events/event/registrations", 201, Samples.registration("r", "CONFIRMED", ""));
        SERVICES.answersWithoutCursor("GET /events/event/invitation-links", Samples.list(LINK.formatted("")));
    }

    @Test
    void aLinkLeavesNothingInTheAddressAndTheTokenIsForNoScript() {
        var opened = get("/fr/events/event?invitation=" + TOKEN, null);

        assertThat(opened.statusCode()).isEqualTo(303);
        assertThat(header(opened, "Location")).isEqualTo("/fr/events/event");
        assertThat(opened.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith(COOKIE).contains("HttpOnly", "SameSite=Lax"));
        assertThat(opened.body()).doesNotContain(TOKEN);
        var page = get("/fr/events/event", PERSON, "Cookie", COOKIE).body();
        assertThat(page).doesNotContain(TOKEN).contains("invitation").doesNotContain("Demander à participer");
        assertThat(get("/fr/events/event", PERSON).body()).doesNotContain("sans attendre d’accord");
        assertThat(get("/fr/events/event?invitation=%22%3E", null).headers().toString())
                .doesNotContain("maydan_invitation");
    }

    @Test
    void whoCameByItRegistersByItOnce() {
        var sent = post("/fr/events/event/register", PERSON, Map.of("idempotencyKey", "k"), "Cookie", COOKIE);

        assertThat(SERVICES.last("POST").body()).isEqualTo("{\"invitation\":\"" + TOKEN + "\"}");
        assertThat(String.join(";", sent.headers().allValues("Set-Cookie"))).contains("maydan_invitation=;");
        post(
                "/fr/events/event/register",
                PERSON,
                Map.of("idempotencyKey", "k"),
                "Cookie",
                COOKIE.replace("event.", "e."));
        assertThat(SERVICES.last("POST").body()).isEqualTo("{}");

        SERVICES.refuses("POST /events/event/registrations", 409, "invitation-used", "");
        var used = post("/fr/events/event/register", PERSON, Map.of("idempotencyKey", "k"), "Cookie", COOKIE);
        assertThat(header(used, "Location")).isEqualTo("/fr/events/event");
        assertThat(String.join(";", used.headers().allValues("Set-Cookie"))).contains("maydan_invitation=;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void aHostReadsALinkOnceAndTheOthersWithoutIt(String language) {
        var path = "/" + language + "/events/event/invitation-links";
        SERVICES.answers("POST /events/event/invitation-links", 201, LINK.formatted(", \"token\": \"" + TOKEN + "\""));
        new Html(get(path, PERSON).body()).isSound(language);

        var made = post(
                path,
                PERSON,
                List.of(
                        Map.entry("idempotencyKey", "k"),
                        Map.entry("label", "Partners"),
                        Map.entry("uses", "3"),
                        Map.entry("days", "7")));

        assertThat(made.statusCode()).isEqualTo(200);
        new Html(made.body()).isSound(language);
        assertThat(made.body()).contains("/events/event?invitation=" + TOKEN);
        assertThat(SERVICES.last("POST").body())
                .contains("\"uses\":3", "\"until\":\"2")
                .doesNotContain("days");
        assertThat(get(path, PERSON).body()).doesNotContain(TOKEN);
    }

    @Test
    void whatIsNoNumberOfDaysIsSaidAndALinkIsTakenBack() {
        var before = SERVICES.changes();
        var wrong = post(
                "/fr/events/event/invitation-links",
                PERSON,
                List.of(Map.entry("label", "Partners"), Map.entry("uses", "3"), Map.entry("days", "1000")));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("#f-days", "value=\"1000\"");
        assertThat(SERVICES.changes()).isEqualTo(before);

        var link = "11111111-1111-4111-8111-111111111111";
        SERVICES.answers("DELETE /events/event/invitation-links/" + link, 204, "");
        var revoked = post("/fr/events/event/invitation-links/" + link + "/revoke", PERSON, Map.of());
        assertThat(header(revoked, "Location")).isEqualTo("/fr/events/event/invitation-links");
        assertThat(SERVICES.last("DELETE").path()).endsWith(link);
    }
}
