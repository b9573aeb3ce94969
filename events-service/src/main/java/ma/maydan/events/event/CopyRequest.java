package ma.maydan.events.event;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When the copy of an event begins, by the clock of its zone, and what it takes along.
 *
 * @param take all when absent
 */
record CopyRequest(
        @NotNull LocalDateTime startsAtLocal,

        @Schema(description = "Title, kind, format, region, venue, duration, zone and seats go along in any case")
        @Size(max = 5)
        @Nullable
        List<@NotNull Part> take) {

    /** What may be left behind. */
    enum Part {
        /** The description, and what is written to those who had a seat. */
        TEXTS,
        /** Address and position. */
        ADDRESS,
        /** How one joins from elsewhere. */
        JOINING,
        PICTURE,
        /** Languages, sectors and audience. */
        REACH
    }

    LocalDateTime start() {
        return startsAtLocal.truncatedTo(ChronoUnit.MINUTES);
    }

    Set<Part> taken() {
        return take == null ? EnumSet.allOf(Part.class) : Set.copyOf(take);
    }
}
