package ma.maydan.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/ar/", "/fr/events/1?tab=x&kind=A", "/en/search?next=https://example.org/"})
    void aPathOfOursIsTaken(String path) {
        assertThat(LocalPath.of(path)).contains(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ar",
                "https://example.org/",
                "//example.org",
                "/\\example.org",
                "/\t/example.org",
                "/\n/example.org",
                "/ar/\u0000",
                "/ar//example.org",
                "/ar/../../x",
                "/login",
                "/login?next=/",
                "/login/oauth2/code/keycloak?code=1",
                "/logout",
                "javascript:alert(1)"
            })
    void whatLeadsElsewhereIsNot(String path) {
        assertThat(LocalPath.of(path)).isEmpty();
    }

    @Test
    void aPathThatIsTooLongForACookieIsNot() {
        assertThat(LocalPath.of("/" + "x".repeat(600))).isEmpty();
        assertThat(LocalPath.of(null)).isEmpty();
    }

    @Test
    void arabicLettersAreEncodedForTheHeaderTheyGoInto() {
        assertThat(LocalPath.of("/ar/ميدان")).contains("/ar/%D9%85%D9%8A%D8%AF%D8%A7%D9%86");
    }
}
