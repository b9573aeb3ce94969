package ma.maydan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class BoundsTest {

    private static final Duration ANY = Duration.ofSeconds(1);
    private static final GatewaySettings.Bounds MEANT = new GatewaySettings.Bounds(
            256, 128, 16, DataSize.ofMegabytes(32), new GatewaySettings.Bounds.Times(ANY, ANY, ANY, ANY));

    @Test
    void aSmallHeapTakesLessInProportion() {
        var small = MEANT.within(DataSize.ofMegabytes(160).toBytes());

        assertThat(small.connections()).isEqualTo(85);
        assertThat(small.requests()).isEqualTo(42);
        assertThat(small.bodies()).isEqualTo(5);
        assertThat(small.memory()).isBetween(DataSize.ofMegabytes(10), DataSize.ofMegabytes(11));
        assertThat(small.times()).isEqualTo(MEANT.times());
        assertThat(MEANT.within(1).bodies()).isEqualTo(1);
    }

    @Test
    void aLargeHeapTakesWhatIsSaid() {
        // 65 percent of the 768 MiB of k8s/base.
        assertThat(MEANT.within(DataSize.ofMegabytes(499).toBytes())).isEqualTo(MEANT);
        assertThat(MEANT.within(Long.MAX_VALUE)).isEqualTo(MEANT);
    }
}
