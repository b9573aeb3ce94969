package ma.maydan.events.seats;

/** What came of asking for fewer seats, or other quotas. */
public sealed interface Shrinking {

    /** No more are given, until the step ends. */
    record Reserved(Step step) implements Shrinking {}

    /** More are taken. */
    record TooMany(int taken) implements Shrinking {}

    /** More have taken a part than its limit would be. */
    record PartTaken(String part, int taken) implements Shrinking {}
}
