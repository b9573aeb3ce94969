package ma.maydan.incubators.verification;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import ma.maydan.incubators.casefile.Check;
import ma.maydan.starter.problem.Checked;
import ma.maydan.starter.problem.Consistent;
import ma.maydan.starter.text.Line;
import org.jspecify.annotations.Nullable;

/** What came of looking at each side of an organization, in place of what was said before; each once. */
@Consistent
record ChecksRequest(@NotEmpty @Size(max = 5) @Valid List<@NotNull CheckItem> checks) implements Checked {

    /** @param reason needed where it is waived or failed */
    record CheckItem(
            @NotNull Check.Of check,
            @NotNull Check.Result result,
            @Line(max = 500, lines = true) @Nullable String reason) {

        boolean isUnexplained() {
            return result != null && result != Check.Result.PASS && (reason == null || reason.isBlank());
        }
    }

    @Override
    public void check(Instant now, Faults faults) {
        if (checks == null) {
            return;
        }
        for (var i = 0; i < checks.size(); i++) {
            var item = checks.get(i);
            if (item != null && item.isUnexplained()) {
                faults.add("checks." + i + ".reason", "required");
            }
        }
        if (checks.stream()
                        .filter(item -> item != null)
                        .map(CheckItem::check)
                        .distinct()
                        .count()
                < checks.size()) {
            faults.add("checks", "each-once");
        }
    }

    List<Check> by(String person, Instant now) {
        return checks.stream()
                .map(item -> new Check(
                        item.check,
                        item.result,
                        item.reason == null || item.reason.isBlank() ? null : item.reason,
                        person,
                        now))
                .toList();
    }
}
