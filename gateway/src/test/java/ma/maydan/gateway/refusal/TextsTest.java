package ma.maydan.gateway.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;

class TextsTest {

    @ParameterizedTest
    @CsvSource({"pages, ar", "pages, fr", "pages, en", "problems, ar", "problems, fr", "problems, en"})
    void noTextIsMissingInAnyLanguage(String bundle, String language) throws IOException {
        assertThat(keys(bundle + "_" + language)).isEqualTo(keys(bundle));
    }

    @ParameterizedTest
    @CsvSource({"AR", "FR", "EN"})
    void everyRefusalHasAPage(Language language) {
        for (var status : HttpStatus.values()) {
            if (status.isError()) {
                assertThat(new Pages().render(Refusal.of(status), language, "/x", null))
                        .contains("lang=\"" + language.code() + "\"")
                        .doesNotContain("{");
            }
        }
        for (var refusal : new Refusal[] {Refusal.csrf(), Refusal.sessionEnded(), Refusal.signInFailed()}) {
            assertThat(new Pages().render(refusal, language, "/x", null)).doesNotContain("{");
        }
    }

    private static Set<String> keys(String file) throws IOException {
        var in = TextsTest.class.getResourceAsStream("/" + file + ".properties");
        try (var reader = new InputStreamReader(Objects.requireNonNull(in, file), StandardCharsets.UTF_8)) {
            var texts = new Properties();
            texts.load(reader);
            return texts.stringPropertyNames();
        }
    }
}
