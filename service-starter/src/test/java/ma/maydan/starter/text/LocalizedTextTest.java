package ma.maydan.starter.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalizedTextTest {

    @Test
    void theWantedLanguageIsShownWhenItIsThere() {
        var text = LocalizedText.of("مرحبا", "Bonjour", "Hello");

        assertThat(text.in(Locale.of("ar", "MA"))).isEqualTo("مرحبا");
        assertThat(text.in(Locale.of("fr", "MA"))).isEqualTo("Bonjour");
        assertThat(text.in(Locale.ENGLISH)).isEqualTo("Hello");
    }

    @Test
    void anotherLanguageIsShownRatherThanNothing() {
        assertThat(new LocalizedText("مرحبا", null, " ").in(Locale.ENGLISH)).isEqualTo("مرحبا");
    }

    @Test
    void blankIsAbsent() {
        assertThat(new LocalizedText(" ", "", null).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\u0000b", "a\ud83d b", "\udc00", "a\u0007", "a\u009f", "a\ufffe", "a\ufdd0", "a\ud83f\udfff"})
    void textThatNoPageCanShowIsNone(String text) {
        assertThatThrownBy(() -> LocalizedText.of("", text, "")).isInstanceOf(IllegalArgumentException.class);
    }
}
