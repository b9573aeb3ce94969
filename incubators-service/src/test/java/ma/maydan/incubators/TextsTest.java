package ma.maydan.incubators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

    @ParameterizedTest
    @CsvSource({"problems, _ar", "problems, _fr", "problems, _en", "messages, _ar", "messages, _fr", "messages, _en"})
    void eachTextIsThereInEachLanguage(String bundle, String language) throws IOException {
        var texts = load(bundle + language);
        assertThat(texts.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(load(bundle).stringPropertyNames());
        assertThat(texts.values()).noneMatch(text -> text.toString().isBlank());
    }

    private static Properties load(String name) throws IOException {
        var properties = new Properties();
        try (var file = TextsTest.class.getResourceAsStream("/" + name + ".properties")) {
            properties.load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
        }
        return properties;
    }
}
