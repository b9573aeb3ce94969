package ma.maydan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** What waits for the cluster, as tables: in which order, what of it, and steps with several at once. */
class TablesIT extends PortalTest {

    private static final String QUEUE = "/fr/reviews/organizations";

    @BeforeEach
    void threeCasesWait() {
        var cases = Stream.of("one", "two", "three")
                .map(id -> Samples.organization(
                        id, "SUBMITTED", "\"take\"", ", \"submittedAt\": \"2026-11-02T09:00:00Z\""))
                .toArray(String[]::new);
        SERVICES.answers("GET /verification-cases", Samples.list(cases));
        for (var i = 0; i < 3; i++) {
            var id = List.of("one", "two", "three").get(i);
            SERVICES.answers("GET /organizations/" + id, cases[i]);
            SERVICES.answers("POST /organizations/" + id + "/take", cases[i]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"organizations", "events", "programs", "partnerships"})
    void everyQueueIsATableInEveryLanguage(String kind) {
        SERVICES.answers("GET /event-reviews", Samples.list(Samples.event("e", "SUBMITTED", "\"publish\"")));
        SERVICES.answers("GET /program-reviews", Samples.list(Samples.program("p", "IN_REVIEW", "\"publish\"")));
        SERVICES.answers(
                "GET /partnership-reviews", Samples.list(Samples.partnership("s", "UNDER_REVIEW", "\"approve\"")));
        for (var language : List.of("ar", "fr", "en")) {
            var page = get("/" + language + "/reviews/" + kind, ADMIN);
            assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
            var html = new Html(page.body());
            html.isSound(language);
            assertThat(html.all("table")).hasSize(1);
            assertThat(sorted(html)).hasSize(1);
            assertThat(boxes(html)).isNotEmpty();
        }
    }

    @Test
    void aHeadOfAColumnAsksForItsOrderAndThenForTheOtherWayRound() {
        var usual = new Html(get(QUEUE, ADMIN).body());
        assertThat(sorted(usual).getFirst().getAttribute("aria-sort")).isEqualTo("ascending");
        assertThat(Html.text(sorted(usual).getFirst())).isEqualTo("Soumise le");
        assertThat(Html.text(usual.all("tbody").getFirst()))
                .contains("Incubateur, Accélérateur", "Casablanca-Settat", "2 novembre 2026", "Soumise");
        assertThat(heads(usual))
                .containsExactly(QUEUE + "?sort=slug", QUEUE + "?sort=-submittedAt", QUEUE + "?sort=dueOn");

        var other = new Html(
                get(QUEUE + "?sort=-slug&status=REJECTED&column=region", ADMIN).body());
        assertThat(SERVICES.last("GET").query())
                .contains("sort=-slug", "status=REJECTED")
                .doesNotContain("column");
        assertThat(sorted(other).getFirst().getAttribute("aria-sort")).isEqualTo("descending");
        assertThat(heads(other)).containsExactly(QUEUE + "?status=REJECTED&sort=slug&column=region");
        assertThat(other.all("th").stream().map(Html::text)).containsExactly("Choisir", "Raison sociale", "Région");
    }

    @Test
    void severalColumnsAreChosenTogetherAndNothingElseIsTwice() {
        var page = get(QUEUE + "?sort=&status=&column=legalName&column=kinds&column=region", ADMIN);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(new Html(page.body()).all("th").stream().map(Html::text))
                .containsExactly("Choisir", "Raison sociale", "Type d’organisation", "Région");
        assertThat(get(QUEUE + "?sort=slug&sort=-slug", ADMIN).statusCode()).isEqualTo(400);
    }

    @Test
    void theWholeViewGoesOnToTheNextPage() {
        SERVICES.answers(
                "GET /verification-cases",
                Samples.list(Samples.organization("one", "SUBMITTED", "", ""))
                        .replaceFirst("}$", ", \"nextCursor\": \"n+1\"}"));
        assertThat(get(QUEUE + "?status=SUBMITTED&sort=slug&column=kinds", ADMIN)
                        .body())
                .contains(QUEUE + "?status=SUBMITTED&amp;sort=slug&amp;column=kinds&amp;cursor=n%2B1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sort=capacity", "sort=--slug", "status=DRAFT", "column=ice", "column=%3Cb%3E"})
    void whatThereIsNotIsLeftOutAndSaid(String asked) {
        var page = get(QUEUE + "?" + asked, ADMIN);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("L’adresse demandait un choix qui n’existe pas");
        assertThat(SERVICES.last("GET").query()).isEqualTo("limit=20");
    }

    @Test
    void aStepIsTakenWithEachThatWasChosenAsItWasSeenAndEachHasItsAnswer() {
        SERVICES.refuses("POST /organizations/two/take", 403, "conflict-of-interest", "");
        SERVICES.refuses("POST /organizations/three/take", 412, "version-conflict", "");
        var before = SERVICES.count("POST");

        var page = new Html(send(QUEUE + "/take", "one:4", "two:4", "three:3", "one:4"));

        page.isSound("fr");
        assertThat(SERVICES.count("POST")).isEqualTo(before + 3);
        assertThat(SERVICES.last("POST").ifMatch()).isEqualTo("\"3\"");
        assertThat(Html.text(page.byId("done"))).contains("Fait pour 1 ligne", "Incubateur Atlas");
        assertThat(Html.text(page.byId("refused")))
                .contains("Impossible pour 2 lignes", "detail of conflict-of-interest", "Cette ligne a changé");
    }

    @Test
    void whoeverMayNotOrIsNobodyTakesNoStep() {
        var before = SERVICES.changes();
        assertThat(post(QUEUE + "/take", PERSON, Map.of("chosen", "one:4")).statusCode())
                .isEqualTo(403);
        assertThat(post(QUEUE + "/take", null, Map.of("chosen", "one:4")).statusCode())
                .isEqualTo(303);
        for (var wrong : List.of("one", "one:x", "../x:1", "one:4:5", ":1", "one:-1")) {
            assertThat(post(QUEUE + "/take", ADMIN, Map.of("chosen", wrong)).statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
        for (var single : List.of("reject", "suspend", "submit", "delete", "edit")) {
            assertThat(post(QUEUE + "/" + single, ADMIN, Map.of("chosen", "one:4"))
                            .statusCode())
                    .as(single)
                    .isEqualTo(404);
        }
        assertThat(post(QUEUE + "/take", ADMIN, Map.of()).statusCode()).isEqualTo(422);
        assertThat(SERVICES.changes()).isEqualTo(before);
    }

    @Test
    void aStepThatAsksIsTakenOnceItIsConfirmed() {
        SERVICES.answers("GET /organizations/seen", Samples.organization("seen", "UNDER_REVIEW", "\"verify\"", ""));
        SERVICES.answers("POST /organizations/seen/verify", Samples.organization("seen", "VERIFIED", "", ""));
        var before = SERVICES.changes();
        var asked = new Html(send(QUEUE + "/verify", "seen:4", "gone:1"));
        asked.isSound("fr");
        assertThat(SERVICES.changes()).isEqualTo(before);
        assertThat(Html.text(asked.byId("typed")))
                .contains("1 ligne choisie", "L’organisation entre au registre public", "gone");
        assertThat(asked.all("input").stream()
                        .filter(input -> input.getAttribute("name").equals("chosen"))
                        .map(input -> input.getAttribute("value")))
                .containsExactly("seen:4");

        var done = post(QUEUE + "/verify", ADMIN, Map.of("chosen", "seen:4", "confirmed", "yes"));
        assertThat(Html.text(new Html(done.body()).byId("done"))).contains("Fait pour 1 ligne");
        assertThat(SERVICES.last("POST").path()).isEqualTo("/organizations/seen/verify");
    }

    @Test
    void whatCameTooLateOrInAnotherLanguageIsAskedAgainAndNotDone() {
        var before = SERVICES.changes();
        var late = post(QUEUE + "/take", ADMIN, Map.of("chosen", "one:4"), "X-Maydan-Shown", "whole");
        assertThat(Html.text(new Html(late.body()).byId("notice"))).contains("session");
        var other = post("/ar/reviews/organizations/take", ADMIN, Map.of("chosen", "one:4", "_language", "ar"));
        new Html(other.body()).isSound("ar");
        assertThat(other.body()).contains("value=\"one:4\"");
        assertThat(SERVICES.changes()).isEqualTo(before);
        assertThat(header(get(QUEUE + "/take", ADMIN), "Location")).endsWith(QUEUE);
    }

    @Test
    void aServiceThatDoesNotAnswerIsNotAskedForTheOthers() {
        SERVICES.answers("POST /organizations/two/take", 503, "");
        var before = SERVICES.count("POST");
        var refused = Html.text(new Html(send(QUEUE + "/take", "one:4", "two:4", "three:4")).byId("refused"));
        assertThat(refused).contains("Le service n’a pas répondu", "Pas essayé");
        assertThat(SERVICES.count("POST")).isEqualTo(before + 2);
    }

    private String send(String path, String... chosen) {
        var page = post(
                path,
                ADMIN,
                Stream.of(chosen).map(one -> Map.entry("chosen", one)).toList());
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return page.body();
    }

    private static List<Element> sorted(Html page) {
        return page.all("th").stream()
                .filter(head -> head.hasAttribute("aria-sort"))
                .toList();
    }

    private static List<String> heads(Html page) {
        return page.all("th").stream()
                .flatMap(head -> Stream.ofNullable(
                        (Element) head.getElementsByTagName("a").item(0)))
                .map(link -> link.getAttribute("href"))
                .toList();
    }

    private static List<Element> boxes(Html page) {
        return page.all("input").stream()
                .filter(input -> input.getAttribute("name").equals("chosen"))
                .toList();
    }
}
