package ma.maydan.events.seats;

/**
 * The seats of an event: at every instant {@code confirmed + held + free == capacity}, and none is below 0.
 *
 * @param held offered to somebody who has not answered yet
 */
public record Seats(int capacity, int confirmed, int held, int free) {

    static Seats of(int capacity) {
        return new Seats(capacity, 0, 0, capacity);
    }

    /** Those that a smaller capacity must leave room for. */
    public int taken() {
        return confirmed + held;
    }

    Seats confirm() {
        return new Seats(capacity, confirmed + 1, held, free - 1);
    }

    Seats hold() {
        return new Seats(capacity, confirmed, held + 1, free - 1);
    }

    /** As many seats, or as are taken where that is more. */
    Seats resized(int to) {
        var enough = Math.max(to, taken());
        return new Seats(enough, confirmed, held, enough - taken());
    }

    Seats after(Booking.Move move) {
        return switch (move) {
            case NONE -> this;
            case CONFIRMED_TO_FREE -> new Seats(capacity, confirmed - 1, held, free + 1);
            case HELD_TO_FREE -> new Seats(capacity, confirmed, held - 1, free + 1);
            case HELD_TO_CONFIRMED -> new Seats(capacity, confirmed + 1, held - 1, free);
        };
    }
}
