package ma.maydan.events.registration;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ma.maydan.events.invitation.Invitations;
import ma.maydan.events.question.Question;
import ma.maydan.starter.problem.Checked;
import ma.maydan.starter.problem.Consistent;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says who registers, or registers somebody else: a colleague answers no questions before they come.
 *
 * @param organizationId of the caller's, which takes the seat for somebody; absent for the caller themselves
 * @param colleague whom it names; absent where it names them later
 * @param invitation the token of a link of the host's, by which the caller comes
 */
@Consistent
record RegistrationRequest(
        @Schema(
                description = "By the id of the question: what is written, or the ids of what is chosen. A consent is"
                        + " true or false. Answers to what is not asked, as its condition does not hold, are dropped.")
        @Size(max = Question.MOST)
        @Nullable
        Map<String, @NotNull @Size(max = Question.MOST_OPTIONS) List<@NotNull String>> answers,

        @Pattern(regexp = ID) @Nullable String organizationId,
        @Valid @Nullable ColleagueRequest colleague,
        @Pattern(regexp = Invitations.TOKEN) @Nullable String invitation)
        implements Checked {

    static final String ID = "^[0-9a-fA-F-]{36}$";

    @Override
    public void check(Instant now, Faults faults) {
        if (colleague != null && organizationId == null) {
            faults.add("organizationId", "required");
        }
        if (organizationId != null && invitation != null) {
            faults.add("invitation", "invalid-value");
        }
        if (organizationId != null && answers != null && !answers.isEmpty()) {
            faults.add("answers", "not-asked");
        }
    }

    static Map<String, List<String>> answers(@Nullable RegistrationRequest request) {
        return request == null ? Map.of() : Objects.requireNonNullElse(request.answers, Map.of());
    }

    static @Nullable String invitation(@Nullable RegistrationRequest request) {
        return request == null ? null : request.invitation;
    }
}
