package ma.maydan.starter.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;

class ProblemTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"problems-common", "ValidationMessages"})
    void everyTextExistsInAllLanguages(String bundle) {
        var root = ResourceBundle.getBundle(bundle, Locale.ROOT).keySet();

        assertThat(root).isNotEmpty();
        for (var language : List.of("ar", "fr", "en")) {
            var texts = ResourceBundle.getBundle(
                    bundle,
                    Locale.of(language),
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            assertThat(texts.getLocale().getLanguage()).isEqualTo(language);
            assertThat(texts.keySet()).isEqualTo(root);
        }
    }

    @Test
    void everyStatusHasItsTexts() {
        var texts = ResourceBundle.getBundle("problems-common", Locale.ROOT);
        for (var status : HttpStatus.values()) {
            if (status.isError()) {
                var code = Problems.forStatus(status).code();
                assertThat(texts.containsKey(code + ".title")).as(code).isTrue();
                assertThat(texts.containsKey(code + ".detail")).as(code).isTrue();
            }
        }
    }
}
