package ma.maydan.incubators.ending;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import ma.maydan.incubators.casefile.Ending;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.problem.Checked;
import ma.maydan.starter.problem.Consistent;
import ma.maydan.starter.text.Given;
import ma.maydan.starter.text.Line;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.time.Morocco;
import ma.maydan.starter.vocabulary.ReasonCode;

/**
 * Why an organization is to be revoked.
 *
 * @param minutes what was decided where, for the staff alone
 * @param on from which day, in Morocco: in {@value Ending#HEARD_DAYS} days at the earliest and within a year
 */
@Consistent
record RevocationRequest(
        @NotNull ReasonCode reasonCode,
        @Given(max = 2000, lines = true) LocalizedText reasonText,
        @NotBlank @Line(max = 2000, lines = true) String minutes,
        @NotNull LocalDate on)
        implements Checked {

    @Override
    public void check(Instant now, Faults faults) {
        var today = LocalDate.ofInstant(now, Morocco.ZONE);
        if (on != null && (on.isBefore(today.plusDays(Ending.HEARD_DAYS)) || on.isAfter(today.plusYears(1)))) {
            faults.add("on", "not-in-time");
        }
    }

    Ending by(String person, Instant now) {
        return new Ending(on, new Reason(reasonCode, reasonText), minutes, person, now, null);
    }
}
