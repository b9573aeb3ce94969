package ma.maydan.starter.notice;

import java.time.Instant;
import java.util.Locale;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.text.Texts;
import ma.maydan.starter.time.Morocco;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** The words of notices: a service's own of its kinds, {@code notices}, and those of all, {@code notices-common}. */
final class NoticeTexts {

    private final MessageSource messages = Texts.of("notices", "notices-common");

    /** @throws org.springframework.context.NoSuchMessageException when the kind has no words */
    String title(String kind, LocalizedText name, Locale locale) {
        return text(kind + ".title", locale, name.in(locale));
    }

    String body(Notice notice, Locale locale) {
        var particulars = notice.particulars();
        return text(
                notice.kind() + ".text",
                locale,
                notice.about().name().in(locale),
                time(particulars.when(), locale),
                time(particulars.insteadOf(), locale));
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

    /** As it is written in Morocco, in its time; empty for none. */
    private String time(@Nullable Instant instant, Locale locale) {
        return instant == null ? "" : text("when", locale, Morocco.day(instant, locale), Morocco.clock(instant));
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
