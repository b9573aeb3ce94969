package ma.maydan.incubators.membership;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Objects;
import ma.maydan.starter.text.Line;
import ma.maydan.starter.text.MailAddress;
import ma.maydan.starter.vocabulary.Language;
import ma.maydan.starter.vocabulary.MemberRole;
import org.jspecify.annotations.Nullable;

/**
 * Whom a manager asks in.
 *
 * @param email where they are written to, and of whom it is who may accept
 * @param language of the letter; French when absent
 */
record InvitationRequest(
        @NotNull @Line(max = MailAddress.MOST) @Pattern(regexp = MailAddress.PATTERN)
        String email,

        @NotNull MemberRole role,
        @Nullable Language language) {

    InvitationRequest {
        email = email == null ? email : MailAddress.read(email);
    }

    Language languageOrFrench() {
        return Objects.requireNonNullElse(language, Language.FRENCH);
    }
}
