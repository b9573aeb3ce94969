package ma.maydan.events.seats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PlacesTest {

    @Test
    void whoeverLeavesTheRestMovesUpInOrder() {
        var random = new Random(7);
        var waiting = new ArrayList<>(LongStream.rangeClosed(1, 500).boxed().toList());
        var places = Places.NONE;

        while (!waiting.isEmpty()) {
            // Half of them from the front, as the list is served, the others from anywhere.
            var left = waiting.remove(random.nextBoolean() ? 0 : random.nextInt(waiting.size()));
            places = places.without(left).without(left);

            assertThat(places(places, waiting)).isEqualTo(upTo(waiting.size()));
        }
        assertThat(places).isEqualTo(new Places(500, null));
    }

    @Test
    void theyCanBeCountedFromThoseWhoWait() {
        var waiting = List.of(3L, 4L, 9L, 12L);
        var counted = Places.of(new HashSet<>(waiting), 14);

        assertThat(counted.front()).isEqualTo(2);
        assertThat(places(counted, waiting)).isEqualTo(upTo(4));
        assertThat(Places.of(List.of(), 14)).isEqualTo(new Places(14, null));
    }

    private static List<Long> places(Places places, List<Long> waiting) {
        return waiting.stream().map(places::of).toList();
    }

    private static List<Long> upTo(int last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
