package ma.maydan.events.seats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The orders of a waiting list other than that of arrival. */
class WaitingListTest {

    private WaitingList list = WaitingList.EMPTY;
    private final Map<String, Spot> waiting = new LinkedHashMap<>();

    @Test
    void organizationsTakeTurnsAndWhoComesAloneIsOneOfTheirOwn() {
        round("a1", "A");
        round("a2", "A");
        round("a3", "A");
        round("b1", "B");
        round("alone");
        round("b2", "B");

        assertThat(served(6)).containsExactly("a1", "b1", "alone", "a2", "b2", "a3");
        assertThat(list.lanes()).as("nothing is left of a list that is empty").isEqualTo(Lanes.NONE);
    }

    @Test
    void whoComesLateIsNotServedForTheRoundsThatTheirOrganizationMissed() {
        round("a1", "A");
        round("a2", "A");
        round("a3", "A");
        assertThat(served(2)).containsExactly("a1", "a2");

        round("b1", "B");
        round("b2", "B");

        assertThat(served(3)).containsExactly("a3", "b1", "b2");
    }

    @Test
    void whoBelongsToSeveralComesForTheOneOfWhichFewestWait() {
        round("a1", "A");
        round("a2", "A");
        round("both", "A", "B");

        assertThat(served(3)).containsExactly("a1", "both", "a2");
    }

    @Test
    void noMoreRoundsAreToldApartThanALedgerHasRoomFor() {
        IntStream.range(0, 3 * Lanes.MOST_ROUNDS).forEach(i -> round("a" + i, "A"));

        assertThat(list.lanes().lanes()).hasSize(Lanes.MOST_ROUNDS);
        assertThat(served(3 * Lanes.MOST_ROUNDS)).containsExactlyElementsOf(named("a", 3 * Lanes.MOST_ROUNDS));
    }

    @Test
    void whoHasPriorityComesBeforeThoseWhoCameEarlierAndTheirPlacesGrow() {
        join("late", WaitingOrder.PRIORITY, new Entrant(2, List.of(), List.of()));
        assertThat(place("late")).isEqualTo(1);

        join("first", WaitingOrder.PRIORITY, new Entrant(0, List.of(), List.of()));
        join("second", WaitingOrder.PRIORITY, new Entrant(1, List.of(), List.of()));

        assertThat(spot("first").place()).isEqualTo(1);
        assertThat(spot("second").place()).isEqualTo(2);
        assertThat(place("late")).isEqualTo(3);
        assertThat(served(3)).containsExactly("first", "second", "late");
    }

    @Test
    void whateverTheOrderPlacesAreThoseOfWhoIsServedNext() {
        var random = new Random(7);
        var orders = List.of(WaitingOrder.values());
        for (var i = 0; i < 600; i++) {
            if (waiting.isEmpty() || random.nextInt(3) > 0) {
                // Also an order that was another before: those in the order of arrival are served first.
                join(
                        "p" + i,
                        orders.get(random.nextInt(3)),
                        new Entrant(random.nextInt(4), List.of("o" + random.nextInt(5)), List.of()));
            } else {
                leave(new ArrayList<>(waiting.keySet()).get(random.nextInt(waiting.size())));
            }
            var places = inOrder().stream().map(list::placeOf).toList();
            assertThat(places)
                    .isEqualTo(IntStream.rangeClosed(1, waiting.size())
                            .mapToObj(Long::valueOf)
                            .toList());
            assertThat(list.placed()).isEqualTo(list.waiting());
        }
    }

    @Test
    void aGroupStandsTogetherAndItsOrganizationComesAgainAfterAsManyRounds() {
        var entrant = new Entrant(0, List.of("A"), List.of());
        var group = list.joined(WaitingOrder.ROUND_ROBIN, entrant, 3);
        list = group.list();
        assertThat(group.spots()).extracting(Spot::place).containsExactly(1L, 2L, 3L);
        round("b1", "B");
        round("b2", "B");
        round("b3", "B");
        round("b4", "B");
        round("a4", "A");

        assertThat(list.next()).isEqualTo(3);
        assertThat(List.of(place("b1"), place("b3"), place("b4"), place("a4"))).containsExactly(4L, 6L, 7L, 8L);
        group.spots().forEach(spot -> list = list.left(spot));
        assertThat(list.next()).isEqualTo(1);
        assertThat(list.groups()).isEmpty();
    }

    private void round(String who, String... organizations) {
        join(who, WaitingOrder.ROUND_ROBIN, new Entrant(0, List.of(organizations), List.of()));
    }

    private void join(String who, WaitingOrder order, Entrant entrant) {
        var joined = list.joined(order, entrant, 1);
        list = joined.list();
        waiting.put(who, joined.spots().getFirst());
    }

    private Spot spot(String who) {
        return Objects.requireNonNull(waiting.get(who));
    }

    private long place(String who) {
        return list.placeOf(spot(who));
    }

    private void leave(String who) {
        list = list.left(spot(who));
        waiting.remove(who);
    }

    /** As rows are found: lane before position, none before all. */
    private List<Spot> inOrder() {
        return waiting.values().stream()
                .sorted(Comparator.comparingLong(WaitingListTest::lane).thenComparingLong(Spot::position))
                .toList();
    }

    private static long lane(Spot spot) {
        return spot.rank() == null ? Long.MIN_VALUE : spot.rank().lane();
    }

    private List<String> served(int count) {
        var served = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            var first = inOrder().getFirst();
            var who = waiting.entrySet().stream()
                    .filter(one -> one.getValue().equals(first))
                    .findFirst()
                    .orElseThrow()
                    .getKey();
            assertThat(place(who)).as(who).isEqualTo(1);
            leave(who);
            served.add(who);
        }
        return served;
    }

    private static List<String> named(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }
}
