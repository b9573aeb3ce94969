package ma.maydan.events.seats;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The seats of an event: at every instant {@code confirmed + held + free == capacity}, and none is below 0.
 *
 * @param held offered to somebody who has not answered yet
 * @param parts how many of the confirmed take each {@link Part}
 */
public record Seats(int capacity, int confirmed, int held, int free, Map<String, Integer> parts) {

    public Seats {
        parts = parts == null ? Map.of() : Map.copyOf(parts);
    }

    /** Where nobody takes a part of anything. */
    public Seats(int capacity, int confirmed, int held, int free) {
        this(capacity, confirmed, held, free, Map.of());
    }

    static Seats of(int capacity) {
        return new Seats(capacity, 0, 0, capacity);
    }

    /** Those that a smaller capacity must leave room for. */
    public int taken() {
        return confirmed + held;
    }

    /** How many take this part. */
    public int parts(String part) {
        return parts.getOrDefault(part, 0);
    }

    Seats confirm() {
        return new Seats(capacity, confirmed + 1, held, free - 1, parts);
    }

    Seats hold() {
        return new Seats(capacity, confirmed, held + 1, free - 1, parts);
    }

    /** As many seats, or as are taken where that is more. */
    Seats resized(int to) {
        var enough = Math.max(to, taken());
        return new Seats(enough, confirmed, held, enough - taken(), parts);
    }

    Seats after(Booking booking) {
        var moved = switch (booking.move()) {
            case NONE -> this;
            case CONFIRMED_TO_FREE -> new Seats(capacity, confirmed - 1, held, free + 1, parts);
            case HELD_TO_FREE -> new Seats(capacity, confirmed, held - 1, free + 1, parts);
            case HELD_TO_CONFIRMED -> new Seats(capacity, confirmed + 1, held - 1, free, parts);
        };
        return moved.counting(booking.parts(), -1);
    }

    Seats taking(List<String> more) {
        return counting(more, 1);
    }

    private Seats counting(List<String> some, int by) {
        if (some.isEmpty()) {
            return this;
        }
        var counted = new HashMap<>(parts);
        some.forEach(part -> counted.merge(part, by, Integer::sum));
        counted.values().removeIf(count -> count == 0);
        return new Seats(capacity, confirmed, held, free, counted);
    }
}
