package ma.maydan.events.event;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.text.Given;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * What a host says of an event. Only a new event reads {@code hostOrganizationId}.
 *
 * @param zone an IANA zone id; Africa/Casablanca when absent
 * @param region ISO 3166-2:MA, {@code MA-01} to {@code MA-12}
 */
record EventRequest(
        @Nullable String hostOrganizationId,
        @Given(max = 200) LocalizedText title,
        @NotNull Event.Kind kind,
        @NotNull Event.Format format,
        @NotNull LocalDateTime startsAtLocal,
        @NotNull LocalDateTime endsAtLocal,
        @Nullable String zone,
        @Given(max = 300, optional = true) @Nullable LocalizedText venue,
        @Pattern(regexp = "MA-(0[1-9]|1[0-2])") @Nullable String region,
        @NotNull @Min(1) @Max(100_000) Integer capacity,
        @Given(max = 5000, optional = true) @Nullable LocalizedText description) {

    EventDetails details() {
        return new EventDetails(
                title,
                given(description),
                kind,
                format,
                startsAtLocal.truncatedTo(ChronoUnit.MINUTES),
                endsAtLocal.truncatedTo(ChronoUnit.MINUTES),
                zoneId(),
                region,
                given(venue),
                capacity);
    }

    /** Only a zone of the tz database has rules that follow the place; an offset or an abbreviation has none. */
    private ZoneId zoneId() {
        var id = zone == null ? "Africa/Casablanca" : zone;
        if (!ZoneId.getAvailableZoneIds().contains(id)) {
            throw ProblemException.invalidField("/zone", "invalid-value");
        }
        return ZoneId.of(id);
    }

    private static @Nullable LocalizedText given(@Nullable LocalizedText text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
