package ma.maydan.starter.notice;

import java.time.Instant;
import java.util.Locale;
import ma.maydan.starter.text.Texts;
import ma.maydan.starter.time.Morocco;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** The words of notices: a service's own of its kinds, {@code notices}, and those of all, {@code notices-common}. */
public final class NoticeTexts {

    private final MessageSource messages = Texts.of("notices", "notices-common");

    NoticeTexts() {}

    /** What a person reads of it. */
    public record Words(String title, String text) {}

    /** How it reads to whom it is told, in a language or what there is in its place. */
    public Words words(Telling telling, Locale locale) {
        var notice = Notice.of("", telling, "", Instant.EPOCH);
        return new Words(title(notice, locale), whole(notice, locale));
    }

    /** @throws org.springframework.context.NoSuchMessageException when the kind has no words */
    String title(Notice notice, Locale locale) {
        var written = notice.particulars().written();
        return written == null
                ? text(notice.kind() + ".title", locale, notice.about().name().in(locale))
                : text(
                        notice.kind() + ".title",
                        locale,
                        notice.about().name().in(locale),
                        written.by().in(locale),
                        written.subject() == null ? "" : written.subject().in(locale));
    }

    String body(Notice notice, Locale locale) {
        var particulars = notice.particulars();
        var written = particulars.written();
        return text(
                notice.kind() + ".text",
                locale,
                notice.about().name().in(locale),
                time(particulars.when(), locale),
                time(particulars.insteadOf(), locale),
                written == null ? "" : written.by().in(locale));
    }

    /** What somebody writes, as text with lines; null where nobody does. */
    @Nullable
    String written(Notice notice, Locale locale) {
        var written = notice.particulars().written();
        return written == null || written.text() == null
                ? null
                : PlainMarkdown.of(written.text().in(locale));
    }

    /** The body, and what somebody writes. */
    String whole(Notice notice, Locale locale) {
        var written = written(notice, locale);
        return written == null ? body(notice, locale) : body(notice, locale) + "\n\n" + written;
    }

    /** In one line: what the code says, the words of who decided, and what to do about it if the kind has words for that. */
    @Nullable
    String reason(Notice notice, Locale locale) {
        var reason = notice.particulars().reason();
        if (reason == null) {
            return null;
        }
        var label = text("reason." + reason.code(), locale);
        var said = reason.text().isEmpty()
                ? label
                : text("reason.with-text", locale, label, reason.text().in(locale));
        var remedy = messages.getMessage(notice.kind() + ".remedy." + reason.code(), null, null, locale);
        return remedy == null ? said : said + " " + remedy;
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
