package ma.maydan.starter.notice;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.time.Morocco;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The words of notices: a service's own of its kinds, {@code notices}, and those of all, {@code notices-common}. */
final class NoticeTexts {

    private static final Map<String, Locale> IN_MOROCCO = Map.of(
            "ar", Locale.of("ar", "MA"),
            "fr", Locale.of("fr", "MA"),
            "en", Locale.UK);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final MessageSource messages;

    NoticeTexts() {
        var bundles = new ResourceBundleMessageSource();
        bundles.setBasenames("notices", "notices-common");
        bundles.setDefaultEncoding(StandardCharsets.UTF_8.name());
        bundles.setFallbackToSystemLocale(false);
        bundles.setAlwaysUseMessageFormat(true);
        messages = bundles;
    }

    /** @throws org.springframework.context.NoSuchMessageException when the kind has no words */
    String title(String kind, LocalizedText name, Locale locale) {
        return text(kind + ".title", locale, name.in(locale));
    }

    String body(String kind, LocalizedText name, @Nullable Instant when, Locale locale) {
        return text(kind + ".text", locale, name.in(locale), when == null ? "" : time(when, locale));
    }

    /** In one line: what the code says, and the words of who decided. */
    @Nullable
    String reason(@Nullable Reason reason, Locale locale) {
        if (reason == null) {
            return null;
        }
        var label = text("reason." + reason.code(), locale);
        return reason.text().isEmpty()
                ? label
                : text("reason.with-text", locale, label, reason.text().in(locale));
    }

    String common(String key, Locale locale, Object... arguments) {
        return text(key, locale, arguments);
    }

    /** As it is written in Morocco, in its time. */
    private String time(Instant instant, Locale locale) {
        var written = IN_MOROCCO.getOrDefault(locale.getLanguage(), Locale.UK);
        var local = instant.atZone(Morocco.ZONE);
        var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(written);
        return text("when", locale, day.format(local), CLOCK.format(local));
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
