package ma.maydan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page says of something whose time has passed, or whose event, host or owner is gone, and offers then. */
class HeldIT extends PortalTest {

    private static final String DECISION = """
        {"outcome": "CANCELLED", "reasonCode": "RULES_BREACH", "at": "2026-11-20T10:30:00Z",
         "reasonText": {"ar": "القاعة مغلقة", "fr": "Salle fermée", "en": "The hall is closed"}}\
        """;
    private static final String SUSPENSION = """
        , "decision": {"outcome": "SUSPENDED", "reasonCode": "RULES_BREACH", "at": "2026-11-20T10:30:00Z",
         "reasonText": {"ar": "وثائق مزورة", "fr": "Documents falsifiés", "en": "Forged documents"}}\
        """;

    @Test
    void whoIsRegisteredReadsWhyTheEventIsCancelled() {
        SERVICES.answers("GET /events/held", event("CANCELLED", "CONFIRMED", true, ", \"decision\": " + DECISION));
        for (var expected : Map.of("ar", "القاعة مغلقة", "fr", "Salle fermée", "en", "The hall is closed")
                .entrySet()) {
            var page = get("/" + expected.getKey() + "/events/held", PERSON);
            assertThat(page.statusCode()).isEqualTo(200);
            new Html(page.body()).isSound(expected.getKey());
            assertThat(page.body()).contains(expected.getValue()).doesNotContain("/registrations/r1/cancel");
        }
        assertThat(registration("en"))
                .contains("cancelled, and your registration with it")
                .doesNotContain("See you");
    }

    @Test
    void whoIsRegisteredReadsThatTheHostIsSuspendedAndItsMembersReadWhy() {
        SERVICES.answers("GET /events/held", event("SUSPENDED", "CONFIRMED", true, ""));
        SERVICES.refuses("GET /organizations/org", 404, "not-found", "");
        assertThat(registration("en"))
                .contains("suspended", "your registration is kept")
                .doesNotContain("See you");
        assertThat(get("/en/events/held", PERSON).body())
                .contains("Organization suspended")
                .contains("/en/registrations/r1/cancel")
                .doesNotContain("Forged documents", "/en/organizations/org");

        SERVICES.answers("GET /organizations/org", Samples.organization("org", "SUSPENDED", "", SUSPENSION));
        for (var expected : Map.of("ar", "وثائق مزورة", "fr", "Documents falsifiés", "en", "Forged documents")
                .entrySet()) {
            var page = get("/" + expected.getKey() + "/events/held", PERSON);
            new Html(page.body()).isSound(expected.getKey());
            assertThat(Html.text(new Html(page.body()).byId("suspension")))
                    .contains(expected.getValue())
                    .doesNotContain("submitted");
        }
        // The register does not answer: the page says what it knows.
        SERVICES.answers("GET /organizations/org", 503, "{}");
        assertThat(get("/en/events/held", PERSON).body()).contains("Organization suspended");
        SERVICES.forget("GET /organizations/org");
    }

    @Test
    void theOwnerReadsOnEachObjectWhatIsSuspendedAndWhy() {
        SERVICES.answers("GET /organizations/org", Samples.organization("org", "SUSPENDED", "", SUSPENSION));
        SERVICES.answers("GET /me/organizations", Samples.list());
        SERVICES.answers(
                "GET /events/draft",
                Samples.event("draft", "DRAFT", "\"edit\", \"delete\"")
                        .replace("\"hostStatus\": \"VERIFIED\"", "\"hostStatus\": \"SUSPENDED\""));
        SERVICES.answers(
                "GET /programs/program",
                Samples.program("program", "SUSPENDED", "")
                        .replace("\"organizationStatus\": \"VERIFIED\"", "\"organizationStatus\": \"SUSPENDED\""));
        SERVICES.answers(
                "GET /partnerships/partnership",
                Samples.partnership("partnership", "SUSPENDED", "")
                        .replace(
                                "{\"organizationId\": \"org\",",
                                "{\"organizationId\": \"org\", \"status\": \"SUSPENDED\","));
        for (var path : List.of("/events/draft", "/programs/program", "/partnerships/partnership")) {
            for (var language : List.of("ar", "fr", "en")) {
                new Html(get("/" + language + path, PERSON).body()).isSound(language);
            }
            var note = Html.text(new Html(get("/en" + path, PERSON).body()).byId("suspension"));
            assertThat(note)
                    .contains("Organization suspended", "Atlas Incubator", "As long as it is suspended")
                    .contains("Breach of the rules", "Forged documents");
        }
        assertThat(get("/en/events/draft", PERSON).body())
                .contains("neither submitted nor published")
                .doesNotContain("/events/draft/submit");
        SERVICES.answers("GET /me/events", Samples.list(event("SUSPENDED", "CONFIRMED", true, "")));
        assertThat(get("/en/me/events", PERSON).body()).contains("Organization suspended", "Suspended");
        SERVICES.forget("GET /organizations/org");
    }

    @ParameterizedTest
    @CsvSource({
        "PUBLISHED, CONFIRMED, true, See you there",
        "PUBLISHED, WAITLISTED, true, no seat was freed",
        "COMPLETED, CONFIRMED, false, You had a seat",
        "COMPLETED, WAITLISTED, false, no seat was freed",
    })
    void onceRegistrationIsClosedNoSeatIsAdvertisedAndNothingIsOfferedThatIsRefused(
            String event, String registration, boolean cancellable, String says) {
        SERVICES.answers("GET /events/held", event(event, registration, cancellable, ""));

        var page = get("/en/events/held", PERSON).body();

        assertThat(registration("en")).contains(says);
        assertThat(page).doesNotContain("seats left", "/events/held/register");
        assertThat(page.contains("/registrations/r1/cancel")).isEqualTo(cancellable);
    }

    @Test
    void aCardOfAnEventThatHasBegunSaysThatRegistrationIsClosed() {
        var begun = Samples.event("begun", "PUBLISHED", "")
                .replace("\"registrationOpen\": true", "\"registrationOpen\": false");
        SERVICES.answers("GET /events", Samples.list(begun));
        SERVICES.answers("GET /events/begun", begun);
        assertThat(get("/en/events", null).body())
                .contains("Registration is closed")
                .doesNotContain("seats left");
        assertThat(get("/en/events/begun", null).body())
                .containsOnlyOnce("Registration is closed")
                .doesNotContain("seats left", "Sign in to register");
    }

    @ParameterizedTest
    @CsvSource({
        "CONFIRMED, false, You can give up your seat until the event ends.",
        "CONFIRMED, true, 'and give up your seat until the event ends.'",
        "WAITLISTED, false, You can leave the waiting list at any time.",
        "WAITLISTED, true, 'and leave the waiting list at any time.'",
        "PENDING_APPROVAL, false, You can withdraw your request as long as the host has not answered.",
        "PENDING_APPROVAL, true, 'and withdraw your request as long as the host has not answered.'",
    })
    void oneSentenceSaysWhatCanBeDoneAndUntilWhen(String status, boolean answerable, String expected) {
        SERVICES.answers(
                "GET /me/registrations",
                Samples.list(Samples.registration(
                        "one",
                        status,
                        answerable
                                ? ", \"answersUntil\": \"2026-12-01T17:00:00Z\", \"answersChangeable\": true"
                                : "")));
        for (var language : List.of("ar", "fr", "en")) {
            var page = get("/" + language + "/me/registrations", PERSON).body();
            new Html(page).isSound(language);
            assertThat(page.contains("/" + language + "/registrations/one/answers"))
                    .isEqualTo(answerable);
        }
        assertThat(get("/en/me/registrations", PERSON).body())
                .contains(answerable ? "You can change your answers until" : expected, expected);
    }

    @Test
    void whatIsComingStandsApartFromWhatIsOver() {
        var next = Samples.registration("next", "CONFIRMED", "");
        var over = Samples.registration("over", "WAITLISTED", ", \"position\": 1")
                .replace(
                        "\"PUBLISHED\", \"eventRegistrationOpen\": true",
                        "\"COMPLETED\", \"eventRegistrationOpen\": false")
                .replace("\"allowedTransitions\": [\"cancel\"]", "\"allowedTransitions\": []");
        SERVICES.answers(
                "GET /me/registrations", Samples.list(next, over).replace("]}", "], \"nextCursor\": \"a+b=\"}"));
        for (var language : List.of("ar", "fr", "en")) {
            new Html(get("/" + language + "/me/registrations", PERSON).body()).isSound(language);
        }
        var page = get("/en/me/registrations", PERSON).body();
        assertThat(page).contains(">Upcoming<", ">Past<", "No seat", "?cursor=a%2Bb%3D", "?past=a%2Bb%3D");
        assertThat(page).doesNotContain("/registrations/over/cancel").doesNotContain("Your position: 1");
        var asked = SERVICES.lastOf("GET /me/registrations").query();
        assertThat(asked).containsAnyOf("when=COMING", "when=PAST");
    }

    @Test
    void aRowSaysWhatBecameOfTheEvent() {
        var cancelled = Samples.registration("r1", "CONFIRMED", ", \"eventDecision\": " + DECISION)
                .replace(
                        "\"PUBLISHED\", \"eventRegistrationOpen\": true",
                        "\"CANCELLED\", \"eventRegistrationOpen\": false");
        var suspended = Samples.registration("r2", "WAITLISTED", ", \"position\": 4")
                .replace(
                        "\"PUBLISHED\", \"eventRegistrationOpen\": true",
                        "\"SUSPENDED\", \"eventRegistrationOpen\": false");
        var givenUp = Samples.registration("r3", "CANCELLED", "")
                .replace(
                        "\"PUBLISHED\", \"eventRegistrationOpen\": true",
                        "\"CANCELLED\", \"eventRegistrationOpen\": false")
                .replace("\"eventId\": \"event\"", "\"eventId\": \"gone\"")
                .replace("\"allowedTransitions\": [\"cancel\"]", "\"allowedTransitions\": []");
        SERVICES.answers("GET /me/registrations", Samples.list(cancelled, suspended, givenUp));

        var page = get("/en/me/registrations", PERSON).body();

        assertThat(page)
                .contains("Event cancelled", "The hall is closed", "Event suspended", "your registration is kept");
        assertThat(page).doesNotContain("Confirmed", "On the waiting list", "Your position: 4");
        assertThat(page).contains("/registrations/r2/cancel").doesNotContain("/registrations/r1/cancel");
        assertThat(page).contains("/en/events/event").doesNotContain("/en/events/gone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void theStepSaysWhatFollowsAsThingsStand(String language) {
        var open = Samples.registration("r1", "CONFIRMED", "");
        SERVICES.answers("GET /registrations/r1", open);
        var first = get("/" + language + "/registrations/r1/cancel", PERSON).body();
        SERVICES.answers(
                "GET /registrations/r1",
                open.replace("\"eventRegistrationOpen\": true", "\"eventRegistrationOpen\": false"));
        var closed = get("/" + language + "/registrations/r1/cancel", PERSON).body();
        SERVICES.answers("GET /registrations/r1", open.replace("CONFIRMED", "WAITLISTED"));
        var waiting = get("/" + language + "/registrations/r1/cancel", PERSON).body();

        for (var page : List.of(first, closed, waiting)) {
            new Html(page).isSound(language);
        }
        if (language.equals("en")) {
            assertThat(first).contains("goes at once to the first person");
            assertThat(closed).contains("goes to nobody else").doesNotContain("first person");
            assertThat(waiting).contains("move up one place").doesNotContain("first person");
        }
    }

    @Test
    void theHostsListSaysWhatBecameOfTheEvent() {
        SERVICES.answers("GET /events/held", event("CANCELLED", "CONFIRMED", true, ""));
        SERVICES.answers("GET /events/held/registrations", Samples.list(Samples.registration("r1", "CONFIRMED", "")));

        var page = get("/en/events/held/registrations", PERSON).body();

        new Html(page).isSound("en");
        assertThat(page).contains("data-status=\"CANCELLED\"");
    }

    @Test
    void whatWasLeftUntilItsDatesPassedSaysWhyItGoesNoFurther() {
        SERVICES.answers(
                "GET /events/late",
                Samples.event("late", "SUBMITTED", "\"return\"").replace("2036-08-15", "2020-08-15"));
        SERVICES.answers(
                "GET /partnerships/late",
                Samples.partnership("late", "UNDER_REVIEW", "\"reject\"").replace("2028-12-31", "2020-12-31"));
        for (var path : List.of("/events/late", "/partnerships/late")) {
            for (var language : List.of("ar", "fr", "en")) {
                new Html(get("/" + language + path, ADMIN).body()).isSound(language);
            }
            assertThat(Html.text(new Html(get("/en" + path, ADMIN).body()).byId("late")))
                    .contains("passed", "until");
        }
    }

    private String registration(String language) {
        return Html.text(new Html(get("/" + language + "/events/held", PERSON).body()).byId("registration"));
    }

    private static String event(String status, String registration, boolean cancellable, String more) {
        var mine = ", \"myRegistration\": {\"id\": \"r1\", \"version\": 1, \"status\": \"%s\", \"cancellable\": %s}"
                .formatted(registration, cancellable);
        return Samples.event("held", status, "", mine + more)
                .replace("\"registrationOpen\": true", "\"registrationOpen\": false")
                .replace(
                        "\"hostStatus\": \"VERIFIED\"",
                        status.equals("SUSPENDED") ? "\"hostStatus\": \"SUSPENDED\"" : "\"hostStatus\": \"VERIFIED\"");
    }
}
