package ma.maydan.starter.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

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
}
