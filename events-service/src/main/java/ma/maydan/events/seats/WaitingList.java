package ma.maydan.events.seats;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who waits.
 *
 * @param waiting how many, including those under way
 * @param lastPosition how many have ever come to it
 * @param turns how often it has been the turn of the first who waited; each service of the list has its number
 * @param places of those who are served in the order of arrival; null in a ledger written before ledgers kept them
 * @param lanes of the others, who come after those
 * @param groups those that are served together
 */
public record WaitingList(
        int waiting,
        long lastPosition,
        long turns,
        @Nullable Places places,
        Lanes lanes,
        List<Group> groups) {

    public WaitingList {
        lanes = lanes == null ? Lanes.NONE : lanes;
        groups = groups == null ? List.of() : List.copyOf(groups);
    }

    static final WaitingList EMPTY = new WaitingList(0, 0, 0, Places.NONE);

    /** In the order of arrival. */
    public WaitingList(int waiting, long lastPosition, long turns, @Nullable Places places) {
        this(waiting, lastPosition, turns, places, Lanes.NONE, List.of());
    }

    /** What came of asking for places. */
    record Joined(WaitingList list, List<Spot> spots) {}

    /** So many places, which are served together. */
    Joined joined(WaitingOrder order, Entrant entrant, int together) {
        var list = this;
        var spots = new ArrayList<Spot>();
        for (var i = 0; i < together; i++) {
            var before = spots.isEmpty() ? null : spots.getLast().rank();
            var ranked = order == WaitingOrder.ARRIVAL ? null : list.lanes.joined(order, entrant, before);
            list = list.joined(ranked);
            var spot = new Spot(list.lastPosition, null, turns, ranked == null ? null : ranked.rank());
            spots.add(new Spot(spot.position(), list.placeOf(spot), turns, spot.rank()));
        }
        return new Joined(together > 1 ? list.with(Group.of(spots.getFirst(), spots.getLast())) : list, spots);
    }

    private WaitingList joined(Lanes.@Nullable Joined ranked) {
        var position = lastPosition + 1;
        return ranked == null
                ? new WaitingList(waiting + 1, position, turns, known(), lanes, groups)
                : new WaitingList(waiting + 1, position, turns, known().without(position), ranked.lanes(), groups);
    }

    private WaitingList with(Group group) {
        var all = Stream.concat(groups.stream(), Stream.of(group)).toList();
        return new WaitingList(waiting, lastPosition, turns, places, lanes, all);
    }

    /** How many have to be served at once, with who is next; 0 when nobody waits. */
    int next() {
        if (placed() == 0) {
            return 0;
        }
        var arrived = known().waiting(lastPosition) > 0;
        return groups.stream()
                .filter(group -> arrived == (group.lane() == null))
                .filter(group -> group.from() <= (arrived ? known().front() + 1 : lanes.first()))
                .mapToInt(group -> Math.toIntExact(arrived ? known().waiting(group.to()) : lanes.waiting(group)))
                .filter(together -> together > 0)
                .findFirst()
                .orElse(1);
    }

    /** Those of which somebody waits. */
    private static List<Group> waiting(List<Group> groups, Places places, Lanes lanes) {
        return groups.stream()
                .filter(group -> group.lane() == null ? places.front() < group.to() : lanes.isWaiting(group))
                .toList();
    }

    /** 1 for who is next; only for who waits. */
    long placeOf(Spot spot) {
        var rank = spot.rank();
        return rank == null ? known().of(spot.position()) : known().waiting(lastPosition) + lanes.place(rank);
    }

    WaitingList left(Spot spot) {
        var rank = spot.rank();
        var placesNow = rank == null ? known().without(spot.position()) : known();
        var lanesNow = rank == null ? lanes : lanes.without(rank);
        var groupsNow = waiting(groups, placesNow, lanesNow);
        return new WaitingList(waiting - 1, lastPosition, turns, placesNow, lanesNow, groupsNow);
    }

    WaitingList turned() {
        return new WaitingList(waiting, lastPosition, turns + 1, places, lanes, groups);
    }

    WaitingList with(Places counted) {
        return new WaitingList(waiting, lastPosition, turns, counted, lanes, groups);
    }

    /** How many have a place. */
    public long placed() {
        return known().waiting(lastPosition) + lanes.waiting();
    }

    Places known() {
        return places == null ? new Places(lastPosition - waiting, null) : places;
    }
}
