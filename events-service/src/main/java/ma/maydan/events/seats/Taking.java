package ma.maydan.events.seats;

import java.util.List;

/** What came of asking for a seat. */
public sealed interface Taking {

    /** A seat, or the last place in the waiting list. */
    record Given(Step step) implements Taking {}

    /** Another request of the same person is on its way. */
    record UnderWay(Step step) implements Taking {}

    /** A seat could be had, but not all parts: these are taken. */
    record Full(List<String> parts) implements Taking {}

    /** No seat is given now. */
    record Closed() implements Taking {}
}
