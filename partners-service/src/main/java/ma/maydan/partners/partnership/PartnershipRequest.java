package ma.maydan.partners.partnership;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import ma.maydan.starter.problem.Checked;
import ma.maydan.starter.problem.Consistent;
import ma.maydan.starter.problem.Creating;
import ma.maydan.starter.text.Given;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.time.Morocco;
import org.jspecify.annotations.Nullable;

/** The terms that somebody proposes. A new partnership needs the proposer; an existing one keeps its organizations. */
@Consistent
record PartnershipRequest(
        @NotNull(groups = Creating.class, message = "{ma.maydan.starter.text.Given.required}") @Nullable
        String proposerOrganizationId,

        @Nullable String partnerOrganizationId,
        @Given(max = 200) LocalizedText title,
        @Given(max = 5000, lines = true) LocalizedText objectives,
        @NotNull Terms.Lever lever,
        @NotNull Terms.Type type,
        @NotNull LocalDate startsOn,
        @NotNull LocalDate endsOn)
        implements Checked {

    @Override
    public void check(Instant now, Faults faults) {
        Terms.check(startsOn, endsOn, LocalDate.ofInstant(now, Morocco.ZONE), faults);
    }

    Terms terms() {
        return new Terms(title, objectives, lever, type, startsOn, endsOn);
    }
}
