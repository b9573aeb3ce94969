package ma.maydan.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import ma.maydan.benchmarks.Wire.Command;
import ma.maydan.starter.idempotency.IdempotencySeeds;
import ma.maydan.starter.mongo.Client;

/** What every list, a read, a registration, a place and the sweeps cost at each size. See README.md. */
final class Store {

    private static final int LIMIT = 10;
    private static final int ROUNDS = 60;
    private static final Duration IDLE = Duration.ofSeconds(65);

    private final List<Portal> portals;
    private final Table table;
    private final Set<String> sweeps = new HashSet<>();

    private Store(List<Portal> portals) {
        this.portals = portals;
        this.table =
                new Table(portals.stream().map(portal -> portal.world.size()).toList());
    }

    public static void main(String... args) throws Exception {
        var uri = System.getenv("MONGODB_URI");
        if (uri == null) {
            throw new IllegalArgumentException("MONGODB_URI must name a database server");
        }
        var status = 1;
        try {
            run(uri, args);
            status = 0;
        } catch (Exception e) {
            e.printStackTrace();
        }
        // Ends the broker and the applications too.
        System.exit(status);
    }

    private static void run(String uri, String... args) throws Exception {
        switch (args[0]) {
            case "measure" -> measure(uri, sizes(args));
            case "load" -> {
                for (var size : sizes(args)) {
                    try (var client = Client.of(uri);
                            var portal = Portal.start(client, uri, size)) {
                        System.out.println(portal.world);
                    }
                }
            }
            case "drop" -> {
                try (var client = Client.of(uri)) {
                    for (var size : sizes(args)) {
                        Load.APPLICATIONS.forEach(name ->
                                client.getDatabase(Load.database(size, name)).drop());
                        client.getDatabase("bench_" + size).drop();
                    }
                }
            }
            case "rates" -> Rates.measure(uri, sizes(args).getFirst());
            case "kill" -> Kill.measure(uri, args[1], args[2]);
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static List<Integer> sizes(String... args) {
        return args.length == 1
                ? List.of(100, 200_000)
                : Stream.of(args).skip(1).map(Integer::valueOf).toList();
    }

    private static void measure(String uri, List<Integer> sizes) throws Exception {
        try (var client = Client.of(uri)) {
            var portals = new ArrayList<Portal>();
            for (var size : sizes) {
                portals.add(Portal.start(client, uri, size));
            }
            System.out.println(surroundings());
            var store = new Store(portals);
            store.sweeps();
            store.reads();
            store.writes();
            store.table.end();
            for (var portal : portals) {
                portal.close();
            }
        }
    }

    /** When it ran, and what else did: of use only with a load below 1 before the start. */
    static String surroundings() {
        var system = java.lang.management.ManagementFactory.getOperatingSystemMXBean();
        return "%s, %d processors, load %.1f%n"
                .formatted(
                        java.time.LocalDateTime.now().truncatedTo(java.time.temporal.ChronoUnit.MINUTES),
                        system.getAvailableProcessors(),
                        system.getSystemLoadAverage());
    }

    /** Left alone, an application sends what it sends every second and every minute. */
    private void sweeps() throws Exception {
        TimeUnit.SECONDS.sleep(5);
        portals.forEach(Portal::commands);
        TimeUnit.MILLISECONDS.sleep(IDLE.toMillis());
        var byShape = new TreeMap<String, List<Times>>();
        var one = new LinkedHashMap<String, List<Command>>();
        for (int at = 0; at < portals.size(); at++) {
            for (var wire : portals.get(at).wires.entrySet()) {
                for (var command : wire.getValue().take()) {
                    if (command.reads() || command.writes()) {
                        var shape = wire.getKey() + ": " + command.shape();
                        sweeps.add(command.shape());
                        byShape.computeIfAbsent(shape, key -> portals.stream()
                                        .map(portal -> new Times())
                                        .toList())
                                .get(at)
                                .add(command.nanos());
                        one.computeIfAbsent(shape, key -> new ArrayList<>()).add(command);
                    }
                }
            }
        }
        for (var sweep : byShape.entrySet()) {
            if (sweep.getValue().stream().noneMatch(Times::isEmpty)) {
                table.row("sweep of " + sweep.getKey(), sweep.getValue(), "", "");
            }
        }
        var expired = portals.stream().map(portal -> new Times()).toList();
        for (int round = 0; round < 20; round++) {
            for (int at = 0; at < portals.size(); at++) {
                var events = portals.get(at).database("events");
                expired.get(at).add(taken(() -> IdempotencySeeds.sweep(events)));
            }
        }
        table.row("sweep of events: idempotency delete expiresAt", expired, "", "");
    }

    private void reads() throws Exception {
        var all = portals.stream()
                .map(portal -> new Reads(portal.world, LIMIT).all())
                .toList();
        for (int warm = 0; warm < 15; warm++) {
            for (int at = 0; at < portals.size(); at++) {
                var portal = portals.get(at);
                for (var read : all.get(at)) {
                    tried(read.name(), () -> portal.get(read, ""));
                }
            }
        }
        for (int number = 0; number < all.getFirst().size(); number++) {
            var line = number;
            var reads = all.stream().map(list -> list.get(line)).toList();
            var name = reads.getFirst().name();
            tried(name, () -> row(reads, name, 0));
            if (reads.getFirst().isList()) {
                tried(name, () -> row(reads, name + ", middle", 0.5));
                tried(name, () -> row(reads, name + ", deep", 1));
            }
        }
    }

    /** What fails is said in its place, and the table goes on. */
    private static void tried(String name, Step step) throws Exception {
        try {
            step.run();
        } catch (IOException e) {
            System.out.println("| " + name + " failed: " + e.getMessage() + " |");
        }
    }

    /** The cursor at this part of the list, or at the last place before it from which a page is full; none for 0. */
    private static String cursor(Portal portal, Reads.Read read, double part) throws IOException {
        var first = portal.get(read, "").nextCursor();
        if (part == 0 || first.isEmpty()) {
            return "";
        }
        // A cursor begins with a mark of its list.
        var mark = new String(Base64.getUrlDecoder().decode(first), StandardCharsets.UTF_8).split("\n", -1)[0];
        for (var back = 1.0 / portal.world.size(); back < part; back *= 1.5) {
            var position = mark + "\n" + read.at(part - back) + "\n0";
            var cursor =
                    Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
            if (portal.get(read, cursor).items() >= LIMIT) {
                return cursor;
            }
        }
        return "";
    }

    private void row(List<Reads.Read> reads, String name, double part) throws Exception {
        var cursors = new ArrayList<String>();
        for (int at = 0; at < portals.size(); at++) {
            cursors.add(cursor(portals.get(at), reads.get(at), part));
        }
        var times = portals.stream().map(portal -> new Times()).toList();
        portals.forEach(Portal::commands);
        var items = new ArrayList<Integer>();
        for (int round = 0; round < ROUNDS; round++) {
            for (int at = 0; at < portals.size(); at++) {
                var began = System.nanoTime();
                var answer = portals.get(at).get(reads.get(at), cursors.get(at));
                times.get(at).add(System.nanoTime() - began);
                if (round == 0) {
                    items.add(answer.items());
                }
            }
        }
        portals.forEach(Portal::commands);
        portals.getLast().get(reads.getLast(), cursors.getLast());
        var commands = ofRequest(portals.getLast());
        var marked = new HashSet<>(items).size() > 1 ? name + " " + items : name;
        table.row(reads.getFirst().service() + " " + marked, times, count(commands), examined(commands));
    }

    /** A seat and a place, one after the other, each by somebody new. */
    private void writes() throws Exception {
        for (var waits : List.of(false, true)) {
            var times = portals.stream().map(portal -> new Times()).toList();
            var events = new ArrayList<String>();
            for (var portal : portals) {
                events.add(Fresh.event(portal, waits ? 1 : 100_000));
            }
            List<Command> commands = List.of();
            for (int round = -20; round < ROUNDS; round++) {
                for (int at = 0; at < portals.size(); at++) {
                    var token = Tokens.of(Reads.Asker.person("new-" + round));
                    var path = "/api/v1/events/" + events.get(at) + "/registrations";
                    portals.get(at).commands();
                    var began = System.nanoTime();
                    portals.get(at)
                            .connection("events")
                            .post(path, token, UUID.randomUUID().toString())
                            .ok();
                    if (round >= 0) {
                        times.get(at).add(System.nanoTime() - began);
                    }
                    commands = ofRequest(portals.get(at));
                }
            }
            table.row(
                    waits ? "events a place in the waiting list" : "events a registration", times, count(commands), "");
            for (var portal : portals) {
                Fresh.clear(portal);
            }
        }
    }

    private List<Command> ofRequest(Portal portal) {
        return portal.commands().stream()
                .filter(command -> command.reads() || command.writes())
                .filter(command -> !sweeps.contains(command.shape()))
                .filter(command -> !command.text().toString().contains("outbox.id"))
                .toList();
    }

    private static String count(List<Command> commands) {
        return commands.stream().filter(Command::reads).count() + " + "
                + commands.stream().filter(Command::writes).count();
    }

    /** Documents and keys, or the pages that a server tells of instead. */
    private String examined(List<Command> commands) {
        return Examined.of(portals.getLast(), commands);
    }

    private interface Step {
        void run() throws Exception;
    }

    private static long taken(Step step) throws Exception {
        var began = System.nanoTime();
        step.run();
        return System.nanoTime() - began;
    }
}
