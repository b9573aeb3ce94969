package ma.maydan.events.question;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import ma.maydan.starter.text.Characters;
import ma.maydan.starter.text.PhoneNumber;
import ma.maydan.starter.text.PlainText;
import ma.maydan.starter.text.Typed;
import org.jspecify.annotations.Nullable;

/** What people type as an answer: as it is kept, and what is wrong with it. */
final class Typing {

    static final String YES = "true";
    static final String NO = "false";

    private static final int LINE = 300;
    private static final int LINES = 3_000;

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,12}(?:\\.[0-9]{1,6})?");
    private static final Pattern MAIL =
            Pattern.compile("[^\\s@<>\"(),:;\\[\\]\\\\]{1,64}@(?:[\\p{L}\\p{N}-]{1,63}\\.){1,8}[\\p{L}\\p{N}-]{2,63}");
    private static final Pattern PHONE = Pattern.compile(PhoneNumber.PATTERN);

    private Typing() {}

    /** As they are kept, each once, without those in which nothing can be seen. */
    static List<String> kept(Question.Kind kind, List<String> typed) {
        return typed.stream()
                .filter(PlainText::hasSomethingVisible)
                .map(one -> kept(kind, one))
                .distinct()
                .toList();
    }

    private static String kept(Question.Kind kind, String typed) {
        return switch (kind) {
            // What turns its direction is refused below, not taken out.
            case TEXT, LONG_TEXT -> PlainText.fault(typed) == null ? PlainText.of(typed) : typed;
            case NUMBER -> Typed.number(typed).replace(',', '.').replace('٫', '.');
            case EMAIL -> Typed.address(typed);
            case PHONE -> PhoneNumber.read(typed);
            case CONSENT -> Typed.identifier(typed).toLowerCase(Locale.ROOT);
            case CHOICE, SEVERAL, FILE -> typed;
        };
    }

    /** The code of what is wrong with what was typed as one answer, null when nothing is. */
    static @Nullable String fault(Question.Kind kind, String value) {
        return switch (kind) {
            case TEXT -> value.indexOf('\n') >= 0 ? "one-line" : prose(value, LINE);
            case LONG_TEXT -> prose(value, LINES);
            case NUMBER -> NUMBER.matcher(value).matches() ? null : "no-number";
            case EMAIL -> value.length() <= 254 && MAIL.matcher(value).matches() ? null : "no-mail-address";
            case PHONE -> PHONE.matcher(value).matches() ? null : "no-phone-number";
            case CONSENT -> value.equals(YES) || value.equals(NO) ? null : "invalid-value";
            case CHOICE, SEVERAL, FILE -> null;
        };
    }

    private static @Nullable String prose(String text, int most) {
        return Characters.exceed(text, most) ? "answer-too-long" : PlainText.fault(text);
    }
}
