package ma.maydan.incubators.casefile;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the staff looks at a case.
 *
 * @param checks each once, in the order of the list
 * @param notes what the staff writes to each other, the oldest first, at most {@value #MOST_NOTES}; never for the
 *     organization
 */
public record Review(List<Check> checks, List<Note> notes) {

    static final int MOST_NOTES = 100;

    static final Review NONE = new Review(List.of(), List.of());

    /** Something that somebody of the staff has written. */
    public record Note(String text, String by, Instant at) {}

    public Review {
        checks = List.copyOf(checks);
        notes = List.copyOf(notes);
    }

    Review with(List<Check> changed) {
        return new Review(
                changed.stream()
                        .sorted((one, other) -> one.check().compareTo(other.check()))
                        .toList(),
                notes);
    }

    Review with(Note note) {
        return new Review(checks, Stream.concat(notes.stream(), Stream.of(note)).toList());
    }

    /** Whether each check was made, and none failed. */
    public boolean isPassed() {
        return checks.size() == Check.Of.values().length && checks.stream().allMatch(Check::isPassed);
    }

    public boolean isFailed() {
        return checks.stream().anyMatch(check -> !check.isPassed());
    }

    public boolean isFull() {
        return notes.size() >= MOST_NOTES;
    }
}
