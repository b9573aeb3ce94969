package ma.maydan.incubators.ending;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import ma.maydan.incubators.casefile.Ending;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.problem.Checked;
import ma.maydan.starter.problem.Consistent;
import ma.maydan.starter.text.Given;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.time.Morocco;
import ma.maydan.starter.vocabulary.ReasonCode;

/**
 * Why an organization is at work no more.
 *
 * @param on since which day, today at the latest
 */
@Consistent
record RetirementRequest(
        @NotNull ReasonCode reasonCode,
        @Given(max = 2000, lines = true) LocalizedText reasonText,
        @NotNull LocalDate on)
        implements Checked {

    @Override
    public void check(Instant now, Faults faults) {
        if (on != null && on.isAfter(LocalDate.ofInstant(now, Morocco.ZONE))) {
            faults.add("on", "in-the-future");
        }
    }

    Ending by(String person, Instant now) {
        return new Ending(on, new Reason(reasonCode, reasonText), null, person, now, null);
    }
}
