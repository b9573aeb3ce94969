package ma.maydan.events.registration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Objects;
import ma.maydan.starter.notice.Guest;
import ma.maydan.starter.text.Line;
import ma.maydan.starter.text.MailAddress;
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

        @NotNull @Line(max = MailAddress.MOST) @Pattern(regexp = MailAddress.PATTERN)
        String email,

        @Nullable Language language) {

    ColleagueRequest {
        email = email == null ? email : MailAddress.read(email);
        name = name == null ? name : name.strip();
    }

    Guest guest(String eventId) {
        return Guest.of(
                eventId,
                name,
                email,
                Objects.requireNonNullElse(language, Language.FRENCH).code());
    }
}
