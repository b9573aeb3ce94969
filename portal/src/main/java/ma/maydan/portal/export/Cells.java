package ma.maydan.portal.export;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.stream.Collectors;
import ma.maydan.portal.kind.Column;
import ma.maydan.portal.kind.Item;
import ma.maydan.portal.page.Formats;
import ma.maydan.portal.page.Language;
import ma.maydan.portal.page.Texts;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** What pages draw in the cells of a table, for files: in words of the visitor's language, dates and numbers as such. */
record Cells(Texts texts, Language language) {

    /** Null for an empty cell. */
    @Nullable
    Object of(Column column, Item item) {
        return of(column.list(), column.value(item));
    }

    String words(@Nullable LocalizedText text) {
        return text == null ? "" : text.in(language.locale());
    }

    private @Nullable Object of(String list, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case LocalizedText text -> text.in(language.locale());
            case Collection<?> several ->
                several.stream()
                        .map(one -> String.valueOf(of(list, one)))
                        .collect(Collectors.joining(texts.of("list.comma")));
            case String code when !list.isEmpty() -> named(list + "." + code, code);
            case Instant instant ->
                ZonedDateTime.ofInstant(instant, Formats.HOME).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS);
            case LocalDateTime local -> local.truncatedTo(ChronoUnit.SECONDS);
            case Number number -> number;
            case LocalDate date -> date;
            default -> value.toString();
        };
    }

    private String named(String key, String code) {
        var name = texts.orNull(key);
        return name == null ? code : name;
    }
}
