import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;

/**
 * For a minute, 1,000 connections of one address that do not go on (silent, half a head, half a body, answers that
 * nobody reads), five requests a second that the gateway cannot send on, and a flood, each from an address of its own,
 * beside 50 people who ask for a page or a list about once a second, each from theirs. Whoever of the 50 gets anything
 * but 200 fails the run.
 *
 * <p>{@code java benchmarks/StalledBodies.java [seconds]} beside a running portal, over loopback alone; see README.md.
 */
final class StalledBodies {

    private static final int STALLED = 1000;
    private static final int PEOPLE = 50;
    private static final int FLOOD = 16;
    private static final int PORT = port("MAYDAN_GATEWAY_PORT", 8080);
    private static final String HOST = "Host: 127.0.0.1:" + PORT + "\r\n";
    private static final String[] PATHS = {"/fr/", "/ar/events", "/api/v1/events?limit=20", "/api/v1/organizations"};
    private static final String[] STALLS = {
        "",
        "GET / HTTP/1.1\r\n" + HOST + "X-Half: ",
        "POST /api/v1/events HTTP/1.1\r\n" + HOST + "Content-Length: 1048576\r\n\r\n" + "x".repeat(4000),
        ("GET /api/v1/events?limit=100 HTTP/1.1\r\n" + HOST + "\r\n").repeat(50),
    };

    private static final ConcurrentLinkedQueue<Long> taken = new ConcurrentLinkedQueue<>();
    private static final Map<String, LongAdder> people = new ConcurrentSkipListMap<>();
    private static final Map<String, LongAdder> refused = new ConcurrentSkipListMap<>();
    private static final Map<String, LongAdder> flood = new ConcurrentSkipListMap<>();
    private static final LongAdder opened = new LongAdder();
    private static final AtomicInteger held = new AtomicInteger();

    private static long end;

    private StalledBodies() {}

    public static void main(String... args) throws Exception {
        var seconds = args.length > 0 ? Integer.parseInt(args[0]) : 60;
        end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < STALLED; i++) {
                var stall = STALLS[i % STALLS.length];
                threads.submit(() -> repeat(1000, () -> stall(stall)));
            }
            for (int i = 0; i < FLOOD; i++) {
                threads.submit(() -> repeat(0, () -> count(flood, get("127.0.2.1", "GET /api/v1/events?limit=20"))));
            }
            threads.submit(() -> repeat(200, () -> count(refused, get("127.0.3.1", "OPTIONS /api/v1/events", "{}"))));
            for (int i = 0; i < PEOPLE; i++) {
                var person = "127.0.0." + (2 + i);
                threads.submit(() -> repeat(1000, () -> ask(person)));
            }
            watch();
        }
        report(seconds);
    }

    private interface Step {
        void take() throws IOException;
    }

    /** About so many milliseconds apart, until the end. */
    private static Void repeat(int apart, Step step) throws InterruptedException {
        while (System.nanoTime() < end) {
            try {
                step.take();
            } catch (IOException closed) {
                // Whoever stalls or floods may be cut off at any moment, and comes again.
            }
            if (apart > 0) {
                TimeUnit.MILLISECONDS.sleep(apart / 2 + ThreadLocalRandom.current().nextInt(apart));
            }
        }
        return null;
    }

    /** Holds a connection for as long as the gateway lets it. */
    private static void stall(String bytes) throws IOException {
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(4096);
            socket.bind(new java.net.InetSocketAddress("127.0.1.1", 0));
            socket.connect(new java.net.InetSocketAddress("127.0.0.1", PORT), 5000);
            opened.increment();
            held.incrementAndGet();
            try {
                socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
                socket.setSoTimeout(1000);
                for (var open = true; open && System.nanoTime() < end; ) {
                    open = bytes.startsWith("GET /api") ? pause(socket) : isOpen(socket.getInputStream());
                }
            } finally {
                held.decrementAndGet();
            }
        }
    }

    private static boolean isOpen(InputStream in) throws IOException {
        try {
            return in.read() >= 0;
        } catch (java.net.SocketTimeoutException silent) {
            return true;
        }
    }

    /** Reads nothing; writing tells when the other side is gone. */
    private static boolean pause(Socket socket) throws IOException {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        socket.getOutputStream().write('G');
        return true;
    }

    private static void ask(String person) {
        var path = PATHS[ThreadLocalRandom.current().nextInt(PATHS.length)];
        var start = System.nanoTime();
        try {
            count(people, get(person, "GET " + path));
        } catch (IOException e) {
            count(people, e.getClass().getSimpleName());
        }
        taken.add(System.nanoTime() - start);
    }

    /** The status; the connection is new each time, as the gateway meets people who come. */
    private static String get(String from, String request, String... body) throws IOException {
        try (var socket = new Socket(
                InetAddress.getByName("127.0.0.1"), PORT, InetAddress.getByName(from), 0)) {
            socket.setSoTimeout(30_000);
            var bytes = body.length == 0 ? "" : body[0];
            socket.getOutputStream()
                    .write((request + " HTTP/1.1\r\n" + HOST + "Connection: close\r\n"
                                    + (bytes.isEmpty() ? "" : "Content-Length: " + bytes.length() + "\r\n")
                                    + "\r\n" + bytes)
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = socket.getInputStream().readAllBytes();
            return answer.length < 12 ? "closed" : new String(answer, 9, 3, StandardCharsets.US_ASCII);
        }
    }

    private static void count(Map<String, LongAdder> counts, String what) {
        counts.computeIfAbsent(what, key -> new LongAdder()).increment();
    }

    /** Every five seconds, what is held and the heap that the gateway tells. */
    private static void watch() throws InterruptedException {
        while (System.nanoTime() < end) {
            System.out.printf(Locale.ROOT, "%d stalled connections held, heap %s%n", held.get(), heap());
            TimeUnit.SECONDS.sleep(5);
        }
    }

    private static String heap() {
        return used("used") + " of " + used("max") + " MB";
    }

    private static String used(String what) {
        var address = "http://127.0.0.1:" + port("MAYDAN_GATEWAY_MANAGEMENT_PORT", PORT + 1000)
                + "/actuator/metrics/jvm.memory." + what + "?tag=area:heap";
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                            HttpRequest.newBuilder(URI.create(address))
                                    .timeout(Duration.ofSeconds(3))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            var value = Pattern.compile("\"value\":([0-9.E]+)").matcher(answer);
            return value.find() ? String.valueOf(Math.round(Double.parseDouble(value.group(1)) / 1e6)) : "?";
        } catch (IOException e) {
            return "?";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "?";
        }
    }

    private static void report(int seconds) {
        var sorted = taken.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(Locale.ROOT, "%d s, then heap %s%n", seconds, heap());
        System.out.printf("stalled: %d connections opened%nrefused: %s%nflood:   %s%n", opened.sum(), refused, flood);
        System.out.printf(
                Locale.ROOT,
                "people:  %s, p50 %.1f ms, p99 %.1f ms, longest %.1f ms%n",
                people,
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 99 / 100] / 1e6,
                sorted[sorted.length - 1] / 1e6);
        System.exit(people.keySet().equals(java.util.Set.of("200")) ? 0 : 1);
    }

    private static int port(String variable, int otherwise) {
        return Integer.parseInt(System.getenv().getOrDefault(variable, String.valueOf(otherwise)));
    }
}
