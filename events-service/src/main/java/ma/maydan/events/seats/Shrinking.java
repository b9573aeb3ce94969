package ma.maydan.events.seats;

/** What came of asking for fewer seats. */
public sealed interface Shrinking {

    /** No more are given, until the step ends. */
    record Reserved(Step step) implements Shrinking {}

    /** More are taken. */
    record TooMany(int taken) implements Shrinking {}
}
