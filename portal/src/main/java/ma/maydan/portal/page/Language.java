package ma.maydan.portal.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages of the pages, with the locale that formats their dates and numbers. */
public enum Language {
    AR(Locale.of("ar", "MA"), "rtl"),
    /** Numbers as people write them ({@code 100 000}); the JDK has a full stop there for Morocco. */
    FR(Locale.FRANCE, "ltr"),
    EN(Locale.ENGLISH, "ltr");

    private final Locale locale;
    private final String direction;

    Language(Locale locale, String direction) {
        this.locale = locale;
        this.direction = direction;
    }

    public Locale locale() {
        return locale;
    }

    /** {@code rtl} or {@code ltr}. */
    public String direction() {
        return direction;
    }

    /** ISO 639-1, as in addresses and in {@code Accept-Language}. */
    public String code() {
        return locale.getLanguage();
    }

    public static Optional<Language> ofCode(@Nullable String code) {
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }
}
