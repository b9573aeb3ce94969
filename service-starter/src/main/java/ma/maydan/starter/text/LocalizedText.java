package ma.maydan.starter.text;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One text in up to three languages, {@link PlainText} each. What shows nothing means absent; requests must give at
 * least one ({@link Given}).
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LocalizedText(
        @Nullable String ar, @Nullable String fr, @Nullable String en) {

    public LocalizedText {
        ar = nullUnlessVisible(ar);
        fr = nullUnlessVisible(fr);
        en = nullUnlessVisible(en);
    }

    public static LocalizedText of(String ar, String fr, String en) {
        return new LocalizedText(ar, fr, en);
    }

    /** The text in the wanted language, else in French, Arabic, English, in this order; empty when there is none. */
    public String in(Locale locale) {
        var wanted = switch (locale.getLanguage()) {
            case "ar" -> ar;
            case "en" -> en;
            default -> fr;
        };
        return Stream.of(wanted, fr, ar, en)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    @JsonIgnore
    public boolean isEmpty() {
        return ar == null && fr == null && en == null;
    }

    /** Those that are there, by language. */
    Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        Stream.of("ar", "fr", "en").forEach(language -> {
            var text = language.equals("ar") ? ar : language.equals("fr") ? fr : en;
            if (text != null) {
                texts.put(language, text);
            }
        });
        return texts;
    }

    private static @Nullable String nullUnlessVisible(@Nullable String text) {
        var kept = text == null ? "" : PlainText.of(text);
        return kept.isEmpty() ? null : kept;
    }
}
