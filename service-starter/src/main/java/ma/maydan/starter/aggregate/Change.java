package ma.maydan.starter.aggregate;

import java.util.List;
import java.util.stream.Stream;
import ma.maydan.starter.schedule.Due;

/**
 * The outcome of a transition: the new state, the event that tells of it and the work that it asks for, written
 * together.
 *
 * @param state the version after the change
 * @param eventType such as {@code organization.verified}
 * @param eventData a snapshot that suffices for a replica; never personal data beyond opaque ids
 * @param due work that comes of it
 */
public record Change<T extends Aggregate>(T state, String eventType, Object eventData, List<Due> due) {

    public Change {
        due = List.copyOf(due);
    }

    public Change(T state, String eventType, Object eventData) {
        this(state, eventType, eventData, List.of());
    }

    /** With this work too. */
    public Change<T> and(List<Due> more) {
        return new Change<>(
                state,
                eventType,
                eventData,
                Stream.concat(due.stream(), more.stream()).toList());
    }

    /** With this work too. */
    public Change<T> and(Due more) {
        return and(List.of(more));
    }

    /** The same of another state of the aggregate. */
    public Change<T> with(T other) {
        return new Change<>(other, eventType, eventData, due);
    }
}
