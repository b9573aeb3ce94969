package ma.maydan.events.seats;

/**
 * Where somebody came in a list that is not served in the order of arrival; it stays.
 *
 * @param lane a lower one is served before
 * @param number in the lane, from 1
 */
public record Rank(long lane, long number) {}
