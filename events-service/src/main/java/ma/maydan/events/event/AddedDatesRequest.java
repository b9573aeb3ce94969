package ma.maydan.events.event;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

/**
 * On which further days a series takes place.
 *
 * @param days at the hour of the date that is named
 */
record AddedDatesRequest(
        @NotNull @Size(min = 1, max = Series.MOST - 1) List<@NotNull LocalDate> days) {

    /** When each date begins, by the clock of its place. */
    List<LocalDateTime> starts(LocalTime hour) {
        return days.stream().distinct().sorted().map(day -> day.atTime(hour)).toList();
    }
}
