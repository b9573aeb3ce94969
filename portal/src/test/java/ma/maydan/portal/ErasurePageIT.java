package ma.maydan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page on which somebody asks to be erased. */
class ErasurePageIT extends PortalTest {

    private static final String FORM = "action=\"/%s/me/erasure\"";

    @ParameterizedTest
    @CsvSource({
        "ar, ليس للمجمع مشرف آخر",
        "fr, Le cluster n’a pas d’autre administrateur",
        "en, The cluster has no other administrator"
    })
    void theLastAdminOfTheClusterIsToldWhatComesBeforeAndIsOfferedNothing(String language, String words) {
        SERVICES.answers("GET /me/erasure", "{\"lastOwnerOf\": [], \"lastAdmin\": true}");

        var page = get("/" + language + "/me/erasure", ADMIN);

        new Html(page.body()).isSound(language);
        assertThat(page.body()).contains(words).doesNotContain(FORM.formatted(language));
    }

    @ParameterizedTest
    @CsvSource({"ar", "fr", "en"})
    void everybodyElseIsOfferedIt(String language) {
        SERVICES.answers("GET /me/erasure", "{\"lastOwnerOf\": [], \"lastAdmin\": false}");

        var page = get("/" + language + "/me/erasure", PERSON);

        new Html(page.body()).isSound(language);
        assertThat(page.body()).contains(FORM.formatted(language));
    }
}
