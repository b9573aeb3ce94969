package ma.maydan.starter.idempotency;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import ma.maydan.benchmarks.World;
import org.bson.types.Binary;

/** Answers that are kept for a day, and the sweep that deletes those of yesterday. */
public final class IdempotencySeeds {

    private IdempotencySeeds() {}

    public static Record of(World world, int number) {
        var at = world.now();
        return new IdempotencyStore.Entry(
                World.id("key", number),
                World.id("person", number),
                "0".repeat(64),
                World.id("registration", number),
                at,
                at.plus(Duration.ofDays(365)),
                new IdempotencyStore.Answer(
                        201, Map.of("Content-Type", "application/json"), new Binary(new byte[400])));
    }

    public static void sweep(MongoDatabase database) {
        new IdempotencyStore(database, Clock.systemUTC()).deleteExpired();
    }
}
