package ma.maydan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PagesIT extends PortalTest {

    private static final String DECISION = """
        , "decision": {"outcome": "%s", "reasonCode": "INCOMPLETE_EVIDENCE", "at": "2026-11-20T10:30:00Z",
         "reasonText": {"ar": "الوثيقة غير مقروءة", "fr": "Document illisible", "en": "Cannot be read"}}\
        """;

    @BeforeEach
    void everythingIsThere() {
        var event = Samples.event("event", "PUBLISHED", "\"cancel\"");
        var draft = Samples.event("draft", "DRAFT", "\"edit\", \"submit\", \"delete\"", DECISION.formatted("RETURNED"));
        var submitted = Samples.event("submitted", "SUBMITTED", "\"publish\", \"return\"");
        var waiting = Samples.event(
                "waiting",
                "PUBLISHED",
                "",
                ", \"myRegistration\": {\"id\": \"r2\", \"version\": 1, \"status\": \"WAITLISTED\", \"position\": 3,"
                        + " \"cancellable\": true}");
        var mine = Samples.organization(
                "org", "VERIFIED", "\"suspend\"", ", \"myRole\": \"OWNER\", \"takenBy\": \"officer\"");
        var rejected = Samples.organization(
                "rejected", "REJECTED", "\"submit\"", ", \"myRole\": \"OWNER\"" + DECISION.formatted("REJECTED"));
        var suspended = Samples.organization("suspended", "SUSPENDED", "\"reinstate\"", "");
        var underReview = Samples.organization("case", "UNDER_REVIEW", "\"verify\", \"reject\"", "");
        var program = Samples.program("program", "PUBLISHED", "\"archive\"");
        var inReview = Samples.program("in-review", "IN_REVIEW", "\"publish\", \"request-changes\"");
        var draftProgram = Samples.program("draft-program", "DRAFT", "\"edit\", \"submit\", \"delete\"");
        var partnership = Samples.partnership("partnership", "ACTIVE", "\"suspend\"");
        var proposal = Samples.partnership(
                "proposal", "UNDER_REVIEW", "\"approve\", \"reject\", \"request-changes\", \"withdraw\"");
        var draftPartnership = Samples.partnership("draft-partnership", "DRAFT", "\"edit\", \"submit\"");
        var seat = Samples.registration("r1", "CONFIRMED", "");
        var place = Samples.registration("r2", "WAITLISTED", ", \"position\": 3");

        var overDays =
                Samples.event("over-days", "PUBLISHED", "").replace("2036-08-15T12:30:00", "2036-08-16T12:30:00");

        for (var one : new String[] {event, draft, submitted, waiting, overDays}) {
            SERVICES.answers("GET /events/" + id(one), one);
        }
        for (var one : new String[] {mine, rejected, suspended, underReview}) {
            SERVICES.answers("GET /organizations/" + id(one), one);
        }
        for (var one : new String[] {program, inReview, draftProgram}) {
            SERVICES.answers("GET /programs/" + id(one), one);
        }
        for (var one : new String[] {partnership, proposal, draftPartnership}) {
            SERVICES.answers("GET /partnerships/" + id(one), one);
        }
        SERVICES.answers("GET /registrations/r1", seat);
        SERVICES.answers("GET /events", Samples.list(event, waiting).replace("]}", "], \"nextCursor\": \"a+b=\"}"));
        SERVICES.answers("GET /programs", Samples.list(program));
        SERVICES.answers("GET /organizations", Samples.list(mine));
        SERVICES.answers("GET /partnerships", Samples.list(partnership));
        SERVICES.answers("GET /me/events", Samples.list(event, draft));
        SERVICES.answers("GET /me/programs", Samples.list(program, draftProgram));
        SERVICES.answers("GET /me/organizations", Samples.list(mine, rejected));
        SERVICES.answers("GET /me/partnerships", Samples.list(partnership, proposal));
        SERVICES.answers("GET /me/registrations", Samples.list(seat, place));
        SERVICES.answers("GET /events/event/registrations", Samples.list(seat, place));
        SERVICES.answers("GET /verification-cases", Samples.list(underReview));
        for (var one : new String[] {"case", "rejected", "suspended"}) {
            SERVICES.answers("GET /verification-cases/" + one + "/lookalikes", """
                {"id": "-", "foreignLetters": [], "candidates": []}\
                """);
        }
        SERVICES.answers("GET /event-reviews", Samples.list(submitted));
        SERVICES.answers("GET /program-reviews", Samples.list(inReview));
        SERVICES.answers("GET /partnership-reviews", Samples.list(proposal));
    }

    private static String id(String json) {
        return json.replaceFirst("(?s).*?\"id\": \"([^\"]+)\".*", "$1");
    }

    static Stream<Arguments> pages() {
        var everybody = Stream.of(
                "/",
                "/events",
                "/events?kind=WORKSHOP",
                "/events?kind=nothing&cursor=abc",
                "/events/event",
                "/events/over-days",
                "/programs",
                "/programs/program",
                "/organizations",
                "/organizations?kind=STARTUP&region=MA-06",
                "/organizations/org",
                "/partnerships",
                "/partnerships/partnership");
        var person = Stream.of(
                "/events/draft",
                "/events/waiting",
                "/organizations/rejected",
                "/programs/draft-program",
                "/partnerships/draft-partnership",
                "/me",
                "/me/registrations",
                "/me/organizations",
                "/me/programs",
                "/me/events",
                "/me/partnerships",
                "/organizations/new",
                "/organizations/rejected/edit",
                "/programs/new",
                "/programs/draft-program/edit",
                "/events/new",
                "/events/draft/edit",
                "/events/event/cancel",
                "/events/event/registrations",
                "/partnerships/new",
                "/partnerships/draft-partnership/edit",
                "/partnerships/proposal/withdraw",
                "/programs/program/archive",
                "/registrations/r1/cancel");
        var admin = Stream.of(
                "/events/submitted",
                "/events/submitted/return",
                "/organizations/case",
                "/organizations/case/verify",
                "/organizations/case/reject",
                "/organizations/org/suspend",
                "/organizations/suspended/reinstate",
                "/programs/in-review/request-changes",
                "/partnerships/proposal",
                "/partnerships/proposal/approve",
                "/partnerships/proposal/reject",
                "/partnerships/proposal/request-changes",
                "/partnerships/partnership/suspend",
                "/reviews",
                "/reviews/organizations",
                "/reviews/programs",
                "/reviews/events",
                "/reviews/partnerships");
        return Stream.of(
                        everybody.flatMap(path -> Stream.of(Arguments.of(path, null), Arguments.of(path, PERSON))),
                        person.map(path -> Arguments.of(path, PERSON)),
                        admin.map(path -> Arguments.of(path, ADMIN)))
                .flatMap(arguments -> arguments);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everyPageIsSoundInThreeLanguages(String path, @Nullable String token) {
        for (var language : new String[] {"ar", "fr", "en"}) {
            var page = get("/" + language + path, token);
            assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
            new Html(page.body()).isSound(language);
        }
    }

    @Test
    void theServicesGetTheTokenOfThePersonAndTheLanguageOfThePage() {
        get("/ar/me/organizations", PERSON);
        assertThat(SERVICES.last("GET").authorization()).isEqualTo("Bearer " + PERSON);
        assertThat(SERVICES.last("GET").language()).isEqualTo("ar");
        get("/fr/organizations", null);
        assertThat(SERVICES.last("GET").authorization()).isNull();
    }

    @Test
    void whatOthersWroteIsShownAsTextAndNeverAsHtml() {
        assertThat(get("/fr/events/event", null).body())
                .contains("&lt;b&gt;pratique&lt;/b&gt;")
                .doesNotContain("<b>pratique");
    }

    @Test
    void theDateOfAnEventIsWrittenAsInMorocco() {
        assertThat(get("/ar/events/event", null).body()).contains("الجمعة 15 غشت 2036");
        assertThat(get("/fr/events/event", null).body()).contains("vendredi 15 août 2036");
        assertThat(get("/en/events/event", null).body()).contains("Friday, August 15, 2036", "10:00 to 12:30");
    }

    @Test
    void theFreeSeatsAgreeWithTheirNumber() {
        assertThat(get("/ar/events/event", null).body()).contains("مقعدان متاحان", "3 أشخاص في لائحة الانتظار");
        assertThat(get("/fr/events/event", null).body()).contains("2 places disponibles");
    }

    @Test
    void theLinkToTheNextPageKeepsTheFilterAndEscapesTheCursor() {
        assertThat(get("/fr/events?kind=WORKSHOP", null).body())
                .contains("href=\"/fr/events?kind=WORKSHOP&amp;cursor=a%2Bb%3D\"");
        get("/fr/events?kind=WORKSHOP&cursor=a%2Bb%3D", null);
        assertThat(SERVICES.last("GET").query()).contains("cursor=a+b=", "kind=WORKSHOP");
    }

    @Test
    void theLanguageSwitchKeepsThePageAndItsFilter() {
        assertThat(get("/fr/events?kind=WORKSHOP", null).body())
                .contains("href=\"/ar/events?kind=WORKSHOP\"", "href=\"/en/events?kind=WORKSHOP\"");
    }

    @Test
    void onlyTheButtonsThatWorkAreShown() {
        var actions = new Html(get("/en/events/submitted", ADMIN).body())
                .all("form").stream().map(form -> form.getAttribute("action")).toList();
        assertThat(actions).contains("/en/events/submitted/publish").doesNotContain("/en/events/submitted/submit");
        assertThat(get("/en/events/submitted", ADMIN).body())
                .contains("/en/events/submitted/return")
                .doesNotContain("/en/events/submitted/edit");
    }

    @Test
    void theOwnerReadsTheReasonOfARefusalInTheirLanguage() {
        assertThat(get("/ar/organizations/rejected", PERSON).body()).contains("الوثيقة غير مقروءة", "وثائق غير كاملة");
        assertThat(get("/fr/organizations/rejected", PERSON).body()).contains("Document illisible");
    }

    @Test
    void staffAloneSeesTheReviews() {
        assertThat(get("/fr/", PERSON).body()).doesNotContain("/fr/reviews");
        assertThat(get("/fr/", ADMIN).body()).contains("/fr/reviews");
        var refused = get("/fr/reviews", PERSON);
        assertThat(refused.statusCode()).isEqualTo(403);
        new Html(refused.body()).isSound("fr");
    }

    @Test
    void aServiceThatDoesNotAnswerLeavesTheRestOfThePage() {
        SERVICES.answers("GET /programs", 503, "{}");
        for (var language : new String[] {"ar", "fr", "en"}) {
            var page = get("/" + language + "/", null);
            assertThat(page.statusCode()).isEqualTo(200);
            new Html(page.body()).isSound(language);
        }
        assertThat(get("/en/", null).body()).contains("This part is not answering right now", "Workshop of ideas");
        var alone = get("/en/programs", null);
        assertThat(alone.statusCode()).isEqualTo(503);
        assertThat(header(alone, "Retry-After")).isNotEmpty();
        new Html(alone.body()).isSound("en");
    }

    @Test
    void whatIsNotThereGetsAPageInTheLanguageOfTheAddress() {
        for (var path : Arrays.asList("/ar/nothing", "/ar/events/unknown", "/ar/events/%7Bid%7D", "/ar/me/nothing")) {
            var page = get(path, PERSON);
            assertThat(page.statusCode()).as(path).isEqualTo(404);
            new Html(page.body()).isSound("ar");
            assertThat(page.body()).contains("الصفحة غير موجودة").doesNotContain("Exception");
        }
        assertThat(get("/nothing", null, "Accept-Language", "en").body()).contains("Page not found");
    }
}
