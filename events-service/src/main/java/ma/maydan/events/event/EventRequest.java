package ma.maydan.events.event;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import ma.maydan.starter.problem.Checked;
import ma.maydan.starter.problem.Consistent;
import ma.maydan.starter.problem.Creating;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.text.Given;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.vocabulary.Region;
import org.jspecify.annotations.Nullable;

/**
 * What a host says of an event. Only a new event reads {@code hostOrganizationId}.
 *
 * @param zone an IANA zone id; Africa/Casablanca when absent
 * @param region ISO 3166-2:MA, {@code MA-01} to {@code MA-12}
 */
@Consistent
record EventRequest(
        @NotNull(groups = Creating.class, message = "{ma.maydan.starter.text.Given.required}") @Nullable
        String hostOrganizationId,

        @Given(max = 200) LocalizedText title,
        @NotNull Event.Kind kind,
        @NotNull Event.Format format,
        @NotNull LocalDateTime startsAtLocal,
        @NotNull LocalDateTime endsAtLocal,
        @Nullable String zone,
        @Given(max = 300, optional = true) @Nullable LocalizedText venue,
        @Pattern(regexp = Region.PATTERN) @Nullable String region,
        @NotNull @Min(1) @Max(100_000) Integer capacity,

        @Given(max = 5000, lines = true, optional = true) @Nullable
        LocalizedText description)
        implements Checked {

    /** @throws ProblemException 422 at a time that the clock of the place never shows */
    EventContent content() {
        var schedule = Schedule.of(
                startsAtLocal.truncatedTo(ChronoUnit.MINUTES), endsAtLocal.truncatedTo(ChronoUnit.MINUTES), zoneId());
        var place = new Place(region, given(venue));
        return new EventContent(title, given(description), kind, format, schedule, place, capacity);
    }

    @Override
    public void check(Instant now, Faults faults) {
        if (!isZone()) {
            faults.add("zone", "invalid-value");
        } else {
            Schedule.check(minute(startsAtLocal), minute(endsAtLocal), zoneId(), now, faults);
        }
        EventContent.checkPlace(format, venue, faults);
    }

    /** Only a zone of the tz database has rules that follow the place; an offset or an abbreviation has none. */
    private boolean isZone() {
        return zone == null || ZoneId.getAvailableZoneIds().contains(zone);
    }

    private ZoneId zoneId() {
        return ZoneId.of(zone == null ? "Africa/Casablanca" : zone);
    }

    private static @Nullable LocalDateTime minute(@Nullable LocalDateTime time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MINUTES);
    }

    private static @Nullable LocalizedText given(@Nullable LocalizedText text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
