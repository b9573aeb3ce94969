package ma.maydan.events.event;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import ma.maydan.starter.problem.Checked;
import ma.maydan.starter.problem.Consistent;
import org.jspecify.annotations.Nullable;

/**
 * On which days an event takes place, at its hour: every so many weeks, or on listed days.
 *
 * @param everyWeeks 1 for each week
 * @param times how often it takes place, with its first time
 * @param days those beside its own, in place of everyWeeks and times
 */
@Consistent
record SeriesRequest(
        @Min(1) @Max(12) @Nullable Integer everyWeeks,

        @Schema(description = "With the first time") @Min(2) @Max(Series.MOST) @Nullable
        Integer times,

        @Schema(description = "In place of everyWeeks and times") @Size(min = 1, max = Series.MOST - 1) @Nullable
        List<@NotNull LocalDate> days)
        implements Checked {

    @Override
    public void check(Instant now, Faults faults) {
        if (days == null) {
            if (everyWeeks == null) {
                faults.add("everyWeeks", "required");
            }
            if (times == null) {
                faults.add("times", "required");
            }
        } else if (everyWeeks != null || times != null) {
            faults.add("days", "either-weeks-or-days");
        }
    }

    /** When each date begins, by the clock of its place, beginning with this one. */
    List<LocalDateTime> starts(LocalDateTime first) {
        var others = days == null
                ? LongStream.range(1, times == null ? 1 : times)
                        .mapToObj(number -> first.plusWeeks(number * (everyWeeks == null ? 1 : everyWeeks)))
                : days.stream().map(day -> day.atTime(first.toLocalTime())).sorted();
        return Stream.concat(Stream.of(first), others).distinct().toList();
    }
}
