package ma.maydan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists whose addresses ask for what there is, and for what there is not. */
class ListsIT extends PortalTest {

    @ParameterizedTest
    @CsvSource({
        "/fr/events?kind=PICNIC, events, un choix qui n’existe pas",
        "/en/organizations?kind=%00, organizations, a choice that does not exist",
        "/ar/organizations?region=MA-99&kind=STARTUP, organizations, خيارا غير موجود",
        "/fr/organizations?region=ma-06, organizations, un choix qui n’existe pas"
    })
    void aChoiceThatThereIsNotIsLeftOutAndSaid(String address, String list, String notice) {
        SERVICES.answers("GET /" + list, Samples.list());
        var page = get(address + "&cursor=of-another-list", null);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body()).contains(notice).doesNotContain("PICNIC\"", "detail of");
        assertThat(SERVICES.lastOf("GET /" + list).query()).doesNotContain("PICNIC", "MA-99", "ma-06", "cursor");
        new Html(page.body()).isSound(address.substring(1, 3));
    }

    @ParameterizedTest
    @CsvSource({
        "/fr/events, events",
        "/fr/programs, programs",
        "/fr/organizations, organizations",
        "/fr/partnerships, partnerships",
        "/fr/me/programs, me/programs",
        "/fr/me/events, me/events"
    })
    void aPlaceThatTheListDoesNotHaveIsItsBeginning(String address, String list) {
        SERVICES.answersWithoutCursor("GET /" + list, Samples.list());
        var page = get(address + "?cursor=lost", PERSON);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body()).contains("Voici la liste depuis le début").doesNotContain("detail of");
        SERVICES.forget("GET /" + list);
    }

    @Test
    void theNumberOfResultsStandsInAStatusOutsideOfWhatIsReplaced() {
        SERVICES.answers("GET /events", Samples.list(Samples.event("one", "PUBLISHED", "")));
        var page = new Html(get("/en/events?kind=WORKSHOP", null).body());
        assertThat(page.byId("count").getAttribute("role")).isEqualTo("status");
        assertThat(Html.text(page.byId("count"))).isEqualTo("1 result.");
        assertThat(page.byId("results").hasAttribute("aria-live")).isFalse();
        SERVICES.answers(
                "GET /events", "{\"items\": [" + Samples.event("one", "PUBLISHED", "") + "], \"nextCursor\": \"x\"}");
        assertThat(Html.text(new Html(get("/ar/events", null).body()).byId("count")))
                .isEqualTo("نتيجة واحدة. والبقية في الصفحة التالية.");
    }
}
