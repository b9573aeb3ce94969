package ma.maydan.portal.page;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;

/** The texts of the bundles in one language, with the language's own plurals. */
public final class Texts {

    private final MessageSource messages;
    private final Language language;

    public Texts(MessageSource messages, Language language) {
        this.messages = messages;
        this.language = language;
    }

    /** @throws NoSuchMessageException when the bundle has no such key */
    public String of(String key, Object... arguments) {
        return messages.getMessage(key, arguments, language.locale());
    }

    public boolean has(String key) {
        return orNull(key) != null;
    }

    public @Nullable String orNull(String key) {
        return messages.getMessage(key, null, null, language.locale());
    }

    /** The text for so many: the key's plural form ({@code one}, {@code few} …) in this language; none has its own. */
    public String count(String key, long number) {
        return of(key + "." + form(number), number);
    }

    /** The text for so many of so many. */
    public String count(String key, long number, long all) {
        return of(key + "." + form(number), number, all);
    }

    private String form(long number) {
        return number == 0 ? "zero" : category(language, number);
    }

    /** The plural category by CLDR's cardinal rules, for whole numbers. */
    static String category(Language language, long number) {
        return switch (language) {
            case AR -> arabic(number);
            case FR -> number < 2 ? "one" : "other";
            case EN -> number == 1 ? "one" : "other";
        };
    }

    private static String arabic(long number) {
        var lastTwo = number % 100;
        if (number <= 2) {
            return number == 0 ? "zero" : number == 1 ? "one" : "two";
        }
        if (lastTwo >= 3 && lastTwo <= 10) {
            return "few";
        }
        return lastTwo >= 11 ? "many" : "other";
    }

    Locale locale() {
        return language.locale();
    }
}
