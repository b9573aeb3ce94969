package ma.maydan.events.registration;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ma.maydan.events.invitation.Invitations;
import ma.maydan.events.question.Question;
import ma.maydan.starter.notice.Guest;
import ma.maydan.starter.text.Line;
import ma.maydan.starter.text.MailAddress;
import ma.maydan.starter.vocabulary.Language;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for a seat without an account.
 *
 * @param email where the link goes by which they confirm, and do all else
 * @param language in which they are written to; French when absent
 * @param invitation the token of a link of the host's, by which they come
 */
record GuestRequest(
        @NotBlank @Line(max = 200) String name,

        @NotNull @Line(max = MailAddress.MOST) @Pattern(regexp = MailAddress.PATTERN)
        String email,

        @Nullable Language language,

        @Schema(description = "As when somebody with an account registers") @Size(max = Question.MOST) @Nullable
        Map<String, @NotNull @Size(max = Question.MOST_OPTIONS) List<@NotNull String>> answers,

        @Pattern(regexp = Invitations.TOKEN) @Nullable String invitation) {

    GuestRequest {
        email = email == null ? email : MailAddress.read(email);
        name = name == null ? name : name.strip();
    }

    Map<String, List<String>> given() {
        return Objects.requireNonNullElse(answers, Map.of());
    }

    Guest guest(String eventId) {
        var written = Objects.requireNonNullElse(language, Language.FRENCH);
        return Guest.of(eventId, name, email, written.code());
    }
}
