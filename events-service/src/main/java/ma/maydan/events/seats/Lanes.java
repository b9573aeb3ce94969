package ma.maydan.events.seats;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Those who wait in a list that is not served in the order of arrival. The lowest lane is served first, each in the order
 * of arrival. A lane is a priority, or a round in which each organization comes once: who comes for one is in the round
 * after its last, but never before the round that is being served (start-time fair queueing, Goyal, Vin and Cheng 1996).
 *
 * @param lanes those in which somebody waits, the lowest first
 * @param rounds the last round of each organization, of those that are still to be served
 */
public record Lanes(List<Lane> lanes, Map<String, Long> rounds) {

    /** So many rounds are told apart; who would be in a later one is in the last. */
    static final int MOST_ROUNDS = 100;

    static final Lanes NONE = new Lanes(List.of(), Map.of());

    /**
     * Some who are served in the order of their numbers.
     *
     * @param last the highest number that was given
     */
    public record Lane(long lane, long last, Places places) {

        private static Lane empty(long lane) {
            return new Lane(lane, 0, Places.NONE);
        }

        private long waiting() {
            return places.waiting(last);
        }
    }

    /** What came of asking for a place. */
    record Joined(Lanes lanes, Rank rank) {}

    /** In the lane of the one before in a group, or in that which follows from the order. */
    Joined joined(WaitingOrder order, Entrant entrant, @Nullable Rank before) {
        if (order == WaitingOrder.ROUND_ROBIN) {
            return nextRound(entrant.organizations(), before);
        }
        return last(entrant.priority(), rounds);
    }

    private Joined nextRound(List<String> organizations, @Nullable Rank before) {
        var next = organizations.stream().min((one, other) -> Long.compare(next(one), next(other)));
        if (next.isEmpty()) {
            return last(before == null ? front() : before.lane(), rounds);
        }
        var round = Math.min(next(next.get()), front() + MOST_ROUNDS - 1);
        var later = new HashMap<>(rounds);
        later.put(next.get(), round);
        return last(before == null ? round : before.lane(), Map.copyOf(later));
    }

    /** The round in which somebody comes who comes for this one. */
    private long next(String organization) {
        return Math.max(front(), rounds.getOrDefault(organization, 0L) + 1);
    }

    /** The lane that is being served. */
    private long front() {
        return lanes.isEmpty() ? 1 : lanes.getFirst().lane;
    }

    private Joined last(long lane, Map<String, Long> roundsNow) {
        var before = lane(lane);
        var rank = new Rank(lane, before.last + 1);
        var lanesNow = with(new Lane(lane, rank.number(), before.places));
        return new Joined(new Lanes(lanesNow, roundsNow), rank);
    }

    /** 1 for who is next; only for who waits. */
    long place(Rank rank) {
        return waitingBefore(rank.lane()) + lane(rank.lane()).places.of(rank.number());
    }

    long waiting() {
        return waitingBefore(Long.MAX_VALUE);
    }

    /** How many of the first lane wait up to a number, when it is this lane. */
    long waiting(Group group) {
        var first = lanes.getFirst();
        return group.lane() != null && first.lane == group.lane() ? first.places.waiting(group.to()) : 0;
    }

    /** Whether somebody of a group waits. */
    boolean isWaiting(Group group) {
        return lanes.stream()
                .anyMatch(one -> group.lane() != null && one.lane == group.lane() && one.places.front() < group.to());
    }

    /** The number of who is next. */
    long first() {
        return lanes.getFirst().places.front() + 1;
    }

    private long waitingBefore(long lane) {
        return lanes.stream()
                .filter(one -> one.lane < lane)
                .mapToLong(Lane::waiting)
                .sum();
    }

    Lanes without(Rank rank) {
        var lane = lane(rank.lane());
        var left = with(new Lane(lane.lane, lane.last, lane.places.without(rank.number())));
        var front = left.isEmpty() ? Long.MAX_VALUE : left.getFirst().lane;
        var later = new HashMap<>(rounds);
        later.values().removeIf(round -> round < front);
        return new Lanes(left, Map.copyOf(later));
    }

    private Lane lane(long lane) {
        return lanes.stream().filter(one -> one.lane == lane).findFirst().orElse(Lane.empty(lane));
    }

    private List<Lane> with(Lane changed) {
        return Stream.concat(lanes.stream().filter(one -> one.lane != changed.lane), Stream.of(changed))
                .filter(one -> one.waiting() > 0)
                .sorted((one, other) -> Long.compare(one.lane, other.lane))
                .toList();
    }
}
