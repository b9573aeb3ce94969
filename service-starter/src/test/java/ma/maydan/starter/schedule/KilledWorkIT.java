package ma.maydan.starter.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import ma.maydan.testkit.backends.TestBackends;
import org.junit.jupiter.api.Test;

/** Two instances of which one is killed every two seconds. */
class KilledWorkIT {

    /** The embedded server finds a piece by looking at all: many more are for a server that plans. */
    private static final int PIECES = Integer.getInteger("maydan.work.pieces", 600);

    /** A kill costs a start of Java, one look a second, and on the way to it what else this machine does. */
    private static final Duration LATE = WorkingProcess.LEASE.plusSeconds(2);

    @Test
    void eachPieceHasItsEffectOnceAndNoneIsLaterThanTheLease() throws Exception {
        var name = "killed_work_" + UUID.randomUUID();
        try (var client = MongoClients.create(TestBackends.mongoUri())) {
            var database = client.getDatabase(name);
            var store = new WorkStore(database, Clock.systemUTC());
            var from = Instant.now().plusSeconds(5);
            var spread = Duration.ofSeconds(PIECES / 60);
            for (var i = 0; i < PIECES; i++) {
                store.put(
                        Due.at(
                                "count",
                                "piece-" + i,
                                from.plus(spread.multipliedBy(i).dividedBy(PIECES))),
                        1);
            }
            var effects = database.getCollection("effects");
            var processes = new ArrayList<>(
                    IntStream.range(0, 2).mapToObj(i -> start(name)).toList());
            try {
                var end = System.nanoTime() + spread.plusSeconds(60).toNanos();
                for (var kills = 0;
                        store.oldest("count") != null || Instant.now().isBefore(from.plus(spread));
                        kills++) {
                    assertThat(System.nanoTime()).as("time").isLessThan(end);
                    Thread.sleep(2_000);
                    var killed = kills % 2;
                    processes.get(killed).destroyForcibly().waitFor(10, TimeUnit.SECONDS);
                    processes.set(killed, start(name));
                }
            } finally {
                processes.forEach(Process::destroyForcibly);
            }

            assertThat(effects.find()).hasSize(PIECES).allMatch(effect -> effect.getInteger("times") == 1);
            assertThat(effects.find())
                    .allSatisfy(effect -> assertThat(effect.getLong("late")).isBetween(0L, LATE.toMillis()));
            database.drop();
        }
    }

    private static Process start(String database) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        try {
            return new ProcessBuilder(List.of(
                            java,
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xmx64m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            WorkingProcess.class.getName(),
                            TestBackends.mongoUri(),
                            database))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
