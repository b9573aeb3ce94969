package ma.maydan.portal.events;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * The seats of an event: how many there are, are taken, are held for an answer, are free for everybody or for some, and
 * how many people wait.
 */
public record Seats(
        int capacity,
        int confirmed,
        int held,
        int waiting,
        int free,
        @Nullable Integer kept,
        @Nullable List<OptionSeats> options,
        @Nullable List<AllotmentSeats> allotments) {

    /** Seats for the members of an organization, until the host's time. */
    public record AllotmentSeats(
            String organizationId, @Nullable LocalizedText name, int seats, int taken, LocalDateTime releasesAtLocal) {}

    /** How many of those with a seat can choose an option, and have. */
    public record OptionSeats(String question, String option, int limit, int taken) {}

    /** An option that not everybody can choose. */
    public record Limited(LocalizedText label, OptionSeats seats) {}

    /** Those that the visitor may read of. */
    public List<AllotmentSeats> allotted() {
        return allotments == null ? List.of() : allotments;
    }

    List<Limited> limited(List<Question> asked) {
        return asked.stream()
                .flatMap(question -> question.options(List.of()).stream()
                        .flatMap(option ->
                                of(question.id(), option.id())
                                        .map(seats -> new Limited(option.label(), seats))
                                        .stream()))
                .toList();
    }

    @Nullable
    Integer left(String question, String option) {
        return of(question, option)
                .map(one -> Math.max(0, one.limit() - one.taken()))
                .orElse(null);
    }

    private Optional<OptionSeats> of(String question, String option) {
        return options == null
                ? Optional.empty()
                : options.stream()
                        .filter(one ->
                                one.question().equals(question) && one.option().equals(option))
                        .findFirst();
    }
}
