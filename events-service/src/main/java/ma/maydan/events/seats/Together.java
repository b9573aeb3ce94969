package ma.maydan.events.seats;

import java.util.List;

/** What came of asking for several seats at once. */
public sealed interface Together {

    /** A seat for each, or a place for each; those of an earlier request that are on their way. */
    record Given(List<Step> steps) implements Together {}

    /** No seat is given now. */
    record Closed() implements Together {}
}
