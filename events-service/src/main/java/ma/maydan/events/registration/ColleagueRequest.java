package ma.maydan.events.registration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;
import java.util.Objects;
import ma.maydan.starter.notice.Guest;
import ma.maydan.starter.text.Line;
import ma.maydan.starter.text.Typed;
import ma.maydan.starter.vocabulary.Language;
import org.jspecify.annotations.Nullable;

/**
 * Whom an organization names.
 *
 * @param email where they are written to
 * @param language in which they are written to; French when absent
 */
record ColleagueRequest(
        @NotBlank @Line(max = 200) String name,

        @NotNull @Line(max = 254) @Pattern(regexp = ADDRESS) String email,

        @Nullable Language language) {

    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?";

    /** As HTML has it (a willful violation of RFC 5322), with a domain of at least two labels. */
    static final String ADDRESS = "^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@" + LABEL + "(?:\\." + LABEL + ")+$";

    ColleagueRequest {
        email = email == null ? email : Typed.address(email).toLowerCase(Locale.ROOT);
        name = name == null ? name : name.strip();
    }

    Guest guest(String eventId) {
        return Guest.of(eventId, name, email, code(Objects.requireNonNullElse(language, Language.FRENCH)));
    }

    static String code(Language language) {
        return switch (language) {
            case ARABIC -> "ar";
            case FRENCH -> "fr";
            case ENGLISH -> "en";
        };
    }
}
