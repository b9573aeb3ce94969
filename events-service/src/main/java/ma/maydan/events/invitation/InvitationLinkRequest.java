package ma.maydan.events.invitation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import ma.maydan.events.invitation.InvitationLink.Terms;
import ma.maydan.starter.problem.Checked;
import ma.maydan.starter.problem.Consistent;
import ma.maydan.starter.text.Line;
import org.jspecify.annotations.Nullable;

/**
 * A link that a host wants.
 *
 * @param label whom it is for; nobody else reads it
 * @param uses how many people may be registered by it at a time
 * @param until when it ends; as long as registration is open when absent
 */
@Consistent
record InvitationLinkRequest(
        @NotBlank @Line(max = 150) String label,

        @NotNull @Min(1) @Max(InvitationLink.MOST_USES) Integer uses,
        @Nullable Instant until)
        implements Checked {

    @Override
    public void check(Instant now, Faults faults) {
        if (until != null && !until.isAfter(now)) {
            faults.add("until", "in-the-past");
        }
    }

    Terms terms() {
        return new Terms(label.strip(), uses, until == null ? null : until.truncatedTo(ChronoUnit.MILLIS));
    }
}
