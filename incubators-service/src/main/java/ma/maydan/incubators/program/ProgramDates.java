package ma.maydan.incubators.program;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a program took its steps, by which lists are ordered.
 *
 * @param submittedAt the last time
 * @param publishedAt the last time
 */
public record ProgramDates(
        Instant createdAt,
        @Nullable Instant submittedAt,
        @Nullable Instant publishedAt) {

    ProgramDates submitted(Instant now) {
        return new ProgramDates(createdAt, now, publishedAt);
    }

    ProgramDates published(Instant now) {
        return new ProgramDates(createdAt, submittedAt, now);
    }
}
