package ma.maydan.events.seats;

import java.util.List;

/**
 * What is known of who asks, as far as seats are shared out by it.
 *
 * @param priority 0 for who is served first
 * @param organizations those that they belong to, for the best of which they come; none for who comes for themselves
 * @param options that they have chosen, by {@link Part#option}
 */
public record Entrant(int priority, List<String> organizations, List<String> options) {

    public static final Entrant ANYBODY = new Entrant(0, List.of(), List.of());
}
