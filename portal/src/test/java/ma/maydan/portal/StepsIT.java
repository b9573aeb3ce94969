package ma.maydan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** What a page says before a step, and what it offers. */
class StepsIT extends PortalTest {

    @ParameterizedTest
    @CsvSource({
        "organizations, VERIFIED, suspend, RULES_BREACH, VENUE_UNAVAILABLE",
        "organizations, UNDER_REVIEW, reject, INCOMPLETE_EVIDENCE, TOO_FEW_PEOPLE",
        "organizations, SUSPENDED, reinstate, CAUSE_REMEDIED, DUPLICATE",
        "events, PUBLISHED, cancel, TOO_FEW_PEOPLE, NAME_MISMATCH",
        "events, SUBMITTED, return, WRONG_DATES, NAME_MISMATCH",
        "programs, IN_REVIEW, request-changes, UNCLEAR, NAME_MISMATCH",
        "partnerships, ACTIVE, suspend, COMMITMENTS_NOT_KEPT, NAME_MISMATCH"
    })
    void theReasonsThatAreOfferedFitTheStep(
            String collection, String status, String step, String offered, String other) {
        var allowed = "\"" + step + "\"";
        for (var touched : List.of("events", "programs", "partnerships")) {
            SERVICES.answers("GET /" + touched, Samples.list());
        }
        SERVICES.answers(
                "GET /" + collection + "/asked",
                switch (collection) {
                    case "organizations" -> Samples.organization("asked", status, allowed, "");
                    case "events" -> Samples.event("asked", status, allowed);
                    case "programs" -> Samples.program("asked", status, allowed);
                    default -> Samples.partnership("asked", status, allowed);
                });
        for (var language : List.of("ar", "fr", "en")) {
            var page = get("/" + language + "/" + collection + "/asked/" + step, ADMIN);
            assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
            new Html(page.body()).isSound(language);
            assertThat(new Html(page.body()).all("option").stream().map(option -> option.getAttribute("value")))
                    .contains(offered, "OTHER")
                    .doesNotContain(other);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "four-eyes, 403, لمشرف آخر, un autre administrateur, another administrator",
        "conflict-of-interest, 403, شخص آخر, une autre personne, somebody else",
        "organization-not-verified, 409, التحقق, vérifiée, verified",
    })
    void aStepThatIsWithheldFromThisPersonSaysWhy(String why, int status, String ar, String fr, String en) {
        SERVICES.answers(
                "GET /organizations/asked",
                Samples.organization("asked", "SUSPENDED", "", ", \"withheld\": {\"reinstate\": \"" + why + "\"}"));
        for (var said : List.of(List.of("ar", ar), List.of("fr", fr), List.of("en", en))) {
            var page = get("/" + said.getFirst() + "/organizations/asked/reinstate", ADMIN);
            assertThat(page.statusCode()).isEqualTo(status);
            new Html(page.body()).isSound(said.getFirst());
            assertThat(page.body()).contains(said.getLast());
        }
    }

    @Test
    void aCancellationCountsThePeopleWhomItTouches() {
        SERVICES.answers("GET /events/asked", Samples.event("asked", "PUBLISHED", "\"cancel\""));
        assertThat(get("/fr/events/asked/cancel", ADMIN).body())
                .contains("48 personnes perdent leur place.", "3 personnes sont sur liste d’attente.");
        assertThat(get("/ar/events/asked/cancel", ADMIN).body()).contains("يفقد 48 شخصا مقاعدهم.");
    }

    @Test
    void aSuspensionCountsWhatItTouches() {
        SERVICES.answers("GET /organizations/asked", Samples.organization("asked", "VERIFIED", "\"suspend\"", ""));
        SERVICES.answers("GET /events", Samples.list(Samples.event("one", "PUBLISHED", "")));
        SERVICES.answers(
                "GET /programs", "{\"items\": [" + Samples.program("p", "PUBLISHED", "") + "], \"nextCursor\": \"x\"}");
        SERVICES.answers("GET /partnerships", 503, "{}");
        SERVICES.answers("GET /organizations/asked/members", """
            {"version": 4, "items": [{"id": "a", "role": "OWNER"}, {"id": "b", "role": "EDITOR"}], "roles": []}""");
        var page = get("/en/organizations/asked/suspend", ADMIN).body();
        assertThat(page)
                .contains("1 upcoming event is affected.", "1 published program is affected. And there are more.")
                .contains("48 people are registered for these events.", "2 members read your reason.")
                .doesNotContain("partnership in force is");
        assertThat(SERVICES.lastOf("GET /events").query()).contains("organizationId=asked");
        SERVICES.refuses("GET /programs", 404, "not-found", "");
        assertThat(get("/en/organizations/asked/suspend", ADMIN).body())
                .contains("1 upcoming event is affected.")
                .doesNotContain("published program is");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void aDraftsPageListsWhatIsMissingAndOffersTheRemedyFirst(String language) {
        for (var list : List.of("events", "programs", "partnerships")) {
            SERVICES.answers("GET /" + list, Samples.list());
        }
        SERVICES.answers("GET /organizations/draft", Samples.organization("draft", "DRAFT", "\"submit\"", """
                , "myRole": "OWNER", "missing": [{"pointer": "/ice", "code": "required"}]\
                """));
        var page = new Html(get("/" + language + "/organizations/draft", PERSON).body());
        page.isSound(language);
        assertThat(links(page.byId("missing"))).containsExactly("/" + language + "/organizations/draft/edit#f-ice");
        var form = new Html(
                get("/" + language + "/organizations/draft/edit", PERSON).body());
        assertThat(form.byId("f-ice").getTagName()).isEqualTo("input");
        SERVICES.answers(
                "GET /me/organizations",
                Samples.list(Samples.organization("org", "VERIFIED", "", ", \"myRole\": \"OWNER\"")));
        SERVICES.answers(
                "GET /programs/draft",
                Samples.program("draft", "DRAFT", "\"edit\", \"submit\"")
                        .replaceFirst(
                                "}$", ", \"missing\": [{\"pointer\": \"/title\", \"code\": \"arabic-or-french\"}]}"));
        var program = new Html(get("/" + language + "/programs/draft", PERSON).body());
        var anchor = links(program.byId("missing")).getFirst();
        var edit = new Html(get(anchor.replaceFirst("#.*", ""), PERSON).body());
        assertThat(edit.byId(anchor.replaceFirst(".*#", "")).getTagName()).isEqualTo("input");
        var source = get("/" + language + "/programs/draft", PERSON).body();
        assertThat(source.indexOf("/programs/draft/edit\"")).isLessThan(source.indexOf("/programs/draft/submit"));
    }

    @Test
    void optionalIsNeverSaidOfWhatSubmissionNeeds() {
        var organization = get("/fr/organizations/new", PERSON).body();
        assertThat(organization).contains("(nécessaire pour la vérification)");
        SERVICES.answers(
                "GET /me/organizations",
                Samples.list(Samples.organization("org", "VERIFIED", "", ", \"myRole\": \"OWNER\"")));
        assertThat(get("/fr/events/new", PERSON).body()).contains("(si l’on peut venir sur place)");
    }

    private static List<String> links(Element within) {
        var links = within.getElementsByTagName("a");
        return java.util.stream.IntStream.range(0, links.getLength())
                .mapToObj(at -> ((Element) links.item(at)).getAttribute("href"))
                .toList();
    }
}
