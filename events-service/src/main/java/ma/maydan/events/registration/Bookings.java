package ma.maydan.events.registration;

import java.util.Objects;
import ma.maydan.events.registration.Registration.Status;
import ma.maydan.events.registration.Stage.Move;
import ma.maydan.events.seats.Booking;
import ma.maydan.events.seats.Spot;
import ma.maydan.events.seats.Step;
import ma.maydan.events.seats.Step.Kind;
import org.jspecify.annotations.Nullable;

/** What the end of a step books. */
final class Bookings {

    private Bookings() {}

    /** Of a registration that is not made. */
    static Booking unmade(Step step) {
        return step.spot() == null ? Booking.SEAT_FREED.giving(step.wish().parts()) : Booking.left(step.spot());
    }

    /** Of a turn that serves nobody. */
    static Booking takenBack(Step turn) {
        return turn.kind() == Kind.OFFER ? Booking.HOLD_FREED : Booking.SEAT_FREED;
    }

    /** What the step changed of what the registration holds. */
    static Booking of(@Nullable Registration registration, Step step) {
        var move = registration == null ? null : registration.movedBy(step);
        return switch (step.kind()) {
            // An approved one that was given up meanwhile, or approved by another step, needs no seat.
            case CLAIM, QUEUE -> move == null ? unmade(step) : Booking.NOTHING;
            case KEPT ->
                move == null
                        ? Booking.SEAT_FREED.giving(step.wish().parts())
                        : left(Objects.requireNonNull(registration));
            default ->
                move == null
                        ? Booking.NOTHING.giving(step.wish().parts())
                        : of(Objects.requireNonNull(registration), move).giving(move.given());
        };
    }

    private static Booking of(Registration registration, Move move) {
        return switch (move.from()) {
            case CONFIRMED -> Booking.SEAT_FREED;
            case WAITLISTED -> left(registration);
            case OFFERED -> move.to() == Status.CONFIRMED ? Booking.HOLD_TAKEN : Booking.HOLD_FREED;
            default -> Booking.NOTHING;
        };
    }

    /** It waits no more. */
    static Booking left(Registration registration) {
        return Booking.left(Objects.requireNonNullElse(registration.origin().spot(), Spot.UNKNOWN));
    }
}
