package ma.maydan.events.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * Where people come, or join.
 *
 * @param region ISO 3166-2:MA, {@code MA-01} to {@code MA-12}
 * @param address street, number and city
 * @param joining for those who are let in, and so in no view of everybody's ({@link EventView.Join})
 */
public record Place(
        @Nullable String region,
        @Nullable LocalizedText venue,
        @Nullable LocalizedText address,
        @JsonUnwrapped Coordinates coordinates,
        @JsonIgnore @Nullable Joining joining) {

    public Place {
        coordinates = coordinates == null ? Coordinates.UNKNOWN : coordinates;
    }

    public Place(@Nullable String region, @Nullable LocalizedText venue) {
        this(region, venue, null, Coordinates.UNKNOWN, null);
    }

    /** The same place, with another way to join. */
    Place with(@Nullable Joining other) {
        return new Place(region, venue, address, coordinates, other);
    }

    /**
     * WGS 84, in degrees; both or none.
     *
     * @param latitude -90 to 90
     * @param longitude -180 to 180
     */
    public record Coordinates(
            @Nullable Double latitude, @Nullable Double longitude) {

        static final Coordinates UNKNOWN = new Coordinates(null, null);
    }

    /**
     * How one joins from elsewhere.
     *
     * @param link an https address without credentials
     * @param opensMinutes how long before the event begins it is shown to those who are let in, 0 to 10,080
     */
    public record Joining(String link, int opensMinutes) {

        /** Whether who is let in to what begins then is shown the link. */
        boolean isOpen(Instant startsAt, Instant now) {
            return !startsAt.minus(opensMinutes, ChronoUnit.MINUTES).isAfter(now);
        }

        @Override
        public String toString() {
            return "Joining[opensMinutes=" + opensMinutes + "]";
        }
    }
}
