package ma.maydan.benchmarks;

import java.util.Arrays;

/** How long something took, several times. */
final class Times {

    private long[] nanos = new long[64];
    private int size;

    void add(long taken) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, size * 2);
        }
        nanos[size++] = taken;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    /** In milliseconds. */
    double percentile(int percent) {
        var sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        return sorted[Math.min(size - 1, size * percent / 100)] / 1e6;
    }
}
