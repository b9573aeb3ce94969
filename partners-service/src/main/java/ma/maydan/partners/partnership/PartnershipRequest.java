package ma.maydan.partners.partnership;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import ma.maydan.starter.text.Given;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** The terms that somebody proposes. A new partnership needs the proposer; an existing one keeps its organizations. */
record PartnershipRequest(
        @Nullable String proposerOrganizationId,
        @Nullable String partnerOrganizationId,
        @Given(max = 200) LocalizedText title,
        @Given(max = 5000) LocalizedText objectives,
        @NotNull Terms.Lever lever,
        @NotNull Terms.Type type,
        @NotNull LocalDate startsOn,
        @NotNull LocalDate endsOn) {

    Terms terms() {
        return new Terms(title, objectives, lever, type, startsOn, endsOn);
    }
}
