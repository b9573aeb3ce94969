package ma.maydan.events.event;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * An event as one date of a series.
 *
 * @param seriesId the id of the event that the others were made from
 * @param planned when it was to begin when it was made; it says which dates follow, also of one that has moved
 * @param step the number of the last step of the series that it has taken
 * @param own the fields that were changed of it alone, which it keeps ({@link ContentFields})
 */
public record Occurrence(String seriesId, LocalDateTime planned, int step, List<String> own) {

    public Occurrence {
        own = own.stream().distinct().sorted().toList();
    }

    /** Once it has taken another step of the series. */
    Occurrence taken(int number) {
        return new Occurrence(seriesId, planned, number, own);
    }

    /** Once these were changed of it alone. */
    Occurrence owning(Collection<String> fields) {
        return new Occurrence(
                seriesId,
                planned,
                step,
                Stream.concat(own.stream(), fields.stream()).toList());
    }

    /** Once these were changed from it for others too. */
    Occurrence sharing(Collection<String> fields) {
        return new Occurrence(
                seriesId,
                planned,
                step,
                own.stream().filter(field -> !fields.contains(field)).toList());
    }
}
