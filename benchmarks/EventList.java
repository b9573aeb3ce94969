import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads the event list directly from events-service and through the gateway, in turns, so that both meet the same
 * machine: first as fast as {@code connections} allow (requests/s), then at half of that rate, each request measured
 * from the moment at which it was due, so that a stall counts for all who would have waited (p50, p99).
 *
 * <p>{@code java benchmarks/EventList.java [connections] [seconds]} beside a running portal; see README.md.
 */
final class EventList {

    private static final String PATH = "/api/v1/events?limit=20";
    private static final int ROUNDS = 3;

    private record Target(String name, URI uri) {}

    private record Load(double perSecond, double p50, double p99) {}

    private EventList() {}

    public static void main(String... args) throws Exception {
        var connections = args.length > 0 ? Integer.parseInt(args[0]) : 16;
        var length = Duration.ofSeconds(args.length > 1 ? Integer.parseInt(args[1]) : 10);
        var direct = new Target("direct", address("MAYDAN_EVENTS_PORT", "8082"));
        var gateway = new Target("gateway", address("MAYDAN_GATEWAY_PORT", "8080"));
        for (var target : List.of(direct, gateway)) {
            capacity(target, connections, length);
        }
        System.out.printf("%d connections, rounds of %d s, after a warm-up%n", connections, length.toSeconds());
        for (int round = 1; round <= ROUNDS; round++) {
            var near = measured(direct, connections, length);
            var far = measured(gateway, connections, length);
            System.out.printf(
                    Locale.ROOT,
                    "round %d: gateway/direct = %.2f of the requests/s, %.1f times the p99%n",
                    round,
                    far.perSecond / near.perSecond,
                    far.p99 / near.p99);
        }
    }

    private static Load measured(Target target, int connections, Duration length) throws Exception {
        var perSecond = capacity(target, connections, length);
        var latencies = atRate(target, connections, length, perSecond / 2);
        var load = new Load(perSecond, percentile(latencies, 50), percentile(latencies, 99));
        System.out.printf(
                Locale.ROOT,
                "%-8s %6.0f requests/s; at half of it p50 %.1f ms, p99 %.1f ms%n",
                target.name,
                load.perSecond,
                load.p50,
                load.p99);
        return load;
    }

    private static double capacity(Target target, int connections, Duration length) throws Exception {
        var end = System.nanoTime() + length.toNanos();
        var count = new AtomicLong();
        onEach(target, connections, connection -> {
            while (System.nanoTime() < end) {
                connection.get();
                count.incrementAndGet();
            }
            return new long[0];
        });
        return count.get() / (double) length.toSeconds();
    }

    /** Nanoseconds from when each request was due to its end. */
    private static long[] atRate(Target target, int connections, Duration length, double perSecond) throws Exception {
        var start = System.nanoTime();
        var gap = 1e9 / perSecond;
        var due = (long) (length.toSeconds() * perSecond);
        var next = new AtomicLong();
        return onEach(target, connections, connection -> {
            var taken = new long[(int) due];
            var size = 0;
            for (var number = next.getAndIncrement(); number < due; number = next.getAndIncrement()) {
                var at = start + (long) (number * gap);
                for (var wait = at - System.nanoTime(); wait > 0; wait = at - System.nanoTime()) {
                    TimeUnit.NANOSECONDS.sleep(wait);
                }
                connection.get();
                taken[size++] = System.nanoTime() - at;
            }
            return Arrays.copyOf(taken, size);
        });
    }

    private interface Work {
        long[] on(Connection connection) throws Exception;
    }

    private static long[] onEach(Target target, int connections, Work work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var results = new ArrayList<Future<long[]>>();
            for (int i = 0; i < connections; i++) {
                results.add(threads.submit(() -> {
                    try (var connection = new Connection(target.uri)) {
                        return work.on(connection);
                    }
                }));
            }
            var all = new ArrayList<long[]>();
            for (var result : results) {
                all.add(result.get());
            }
            return all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        }
    }

    private static double percentile(long[] sorted, int percent) {
        return sorted[(int) Math.min(sorted.length - 1L, (long) sorted.length * percent / 100)] / 1e6;
    }

    private static URI address(String variable, String port) {
        return URI.create("http://127.0.0.1:" + System.getenv().getOrDefault(variable, port));
    }

    /** A connection kept open; as little of HTTP as leaves the processors to the portal. */
    private static final class Connection implements AutoCloseable {

        private final URI uri;
        private final byte[] request;
        private Socket socket;
        private InputStream in;

        Connection(URI uri) throws IOException {
            this.uri = uri;
            open();
            request = ("GET " + PATH + " HTTP/1.1\r\nHost: " + uri.getAuthority() + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
        }

        private void open() throws IOException {
            socket = new Socket(uri.getHost(), uri.getPort());
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        }

        void get() throws IOException {
            socket.getOutputStream().write(request);
            var status = line();
            if (!status.contains(" 200")) {
                throw new IOException(status + ": is RATE_LIMIT_ANONYMOUS_PER_MINUTE high enough?");
            }
            var length = -1L;
            var last = false;
            for (var header = line(); !header.isEmpty(); header = line()) {
                last |= header.equalsIgnoreCase("Connection: close");
                if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                    length = Long.parseLong(header.substring(15).strip());
                }
            }
            if (length >= 0) {
                in.skipNBytes(length);
            } else {
                for (var chunk = Long.parseLong(line(), 16); chunk > 0; chunk = Long.parseLong(line(), 16)) {
                    in.skipNBytes(chunk + 2);
                }
                line();
            }
            if (last) {
                close();
                open();
            }
        }

        private String line() throws IOException {
            var text = new StringBuilder(64);
            for (var character = in.read(); character != '\n'; character = in.read()) {
                if (character < 0) {
                    throw new IOException("The connection was closed");
                }
                if (character != '\r') {
                    text.append((char) character);
                }
            }
            return text.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
