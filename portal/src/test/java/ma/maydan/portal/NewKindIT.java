package ma.maydan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import ma.sample.TreeKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Import;

/** A kind that is only declared has all pages that know no kind by name. */
@Import(TreeKind.class)
class NewKindIT extends PortalTest {

    private static final String TREE = """
            {"id": "oak", "version": 2, "title": {"ar": "بلوطة", "fr": "Chêne", "en": "Oak"}, "status": "GROWING",
             "links": [{"label": "Site", "address": "https://oak.example"}], "allowedTransitions": ["edit", "fell"]}\
            """;

    @BeforeEach
    void aTreeGrows() {
        SERVICES.answers("GET /trees/oak", TREE);
        for (var list : new String[] {"/trees", "/me/trees", "/tree-reviews"}) {
            SERVICES.answers("GET " + list, Samples.list(TREE));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/trees, Chêne",
        "/, Chêne",
        "/me, Chêne",
        "/me/trees, Chêne",
        "/reviews, Chêne",
        "/reviews/trees, Chêne",
        "/trees/new, tree.links.address",
        "/trees/oak/edit, https://oak.example",
        "/trees/oak, /fr/trees/oak/fell",
        "/trees/oak/fell, Chêne"
    })
    void itHasAllPagesThatKnowNoKind(String path, String content) {
        var page = get("/fr" + path, ADMIN);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        new Html(page.body()).isSound("fr");
        assertThat(page.body()).contains(content, "href=\"/fr/trees\"");
    }

    @Test
    void whatWaitsOfItIsATable() {
        var page = get("/fr/reviews/trees?sort=-title&status=GROWING&column=links", ADMIN);
        var html = new Html(page.body());
        html.isSound("fr");
        assertThat(SERVICES.last("GET").query()).contains("sort=-title", "status=GROWING");
        assertThat(html.all("th").stream().map(Html::text)).containsExactly("Arbre (tree.title)", "Arbre (tree.links)");
        assertThat(page.body()).contains("aria-sort=\"descending\"", "<span>1</span>");

        SERVICES.answers("POST /trees/oak/water", TREE);
        var done = post("/fr/reviews/trees/water", ADMIN, Map.of("chosen", "oak:2"));
        assertThat(Html.text(new Html(done.body()).byId("done"))).contains("Chêne");
        assertThat(post("/fr/reviews/trees/plant", ADMIN, Map.of("chosen", "oak:2"))
                        .body())
                .contains("(step.tree.plant.follows.1)");
        assertThat(post("/fr/reviews/trees/fell", ADMIN, Map.of("chosen", "oak:2"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void itsAddressNeedsNoLanguage() {
        assertThat(header(get("/Trees/oak", null, "Accept-Language", "fr"), "Location"))
                .isEqualTo("/fr/trees/oak");
    }

    @Test
    void itsFormIsSentWithTheRowsThatAreFilledIn() {
        SERVICES.answers("POST /trees", 201, TREE);
        var done = post(
                "/fr/trees/new",
                PERSON,
                Map.of(
                        "title.fr",
                        "Chêne",
                        "links.1.label",
                        "Site",
                        "links.1.address",
                        "oak.example",
                        "idempotencyKey",
                        "k"));
        assertThat(header(done, "Location")).isEqualTo("/fr/trees/oak");
        assertThat(SERVICES.last("POST").body())
                .isEqualTo(
                        "{\"title\":{\"fr\":\"Chêne\"},\"links\":[{\"label\":\"Site\",\"address\":\"oak.example\"}]}");
    }

    @Test
    void whatIsWrongInARowStandsAtItsField() {
        SERVICES.refuses("POST /trees", 422, "validation-failed", """
            , "errors": [{"pointer": "/links/0/address", "code": "given", "detail": "no address"}]\
            """);
        var page = new Html(
                post("/en/trees/new", PERSON, Map.of("links.0.label", "Site")).body());
        page.isSound("en");
        assertThat(Html.text(page.byId("e-links.0.address"))).isEqualTo("no address");
        assertThat(Html.text(page.byId("errors"))).contains("Tree (tree.links.address) 1: no address");
        assertThat(page.byId("f-links-0-label").getAttribute("value")).isEqualTo("Site");
    }

    @Test
    void roomForOneMoreRowIsAskedForAndNothingIsSent() {
        var before = SERVICES.changes();
        var page = post("/ar/trees/new", PERSON, Map.of("links.0.label", "Site", "_more", "links"));
        assertThat(page.statusCode()).isEqualTo(200);
        new Html(page.body()).isSound("ar");
        assertThat(page.body()).contains("name=\"links.1.label\"");
        assertThat(SERVICES.changes()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/fr/bushes", "/fr/bushes/new", "/fr/me/bushes", "/fr/reviews/bushes", "/fr/bushes/x/fell"})
    void whatIsNoKindIsNotFound(String path) {
        assertThat(get(path, ADMIN).statusCode()).isEqualTo(404);
    }
}
