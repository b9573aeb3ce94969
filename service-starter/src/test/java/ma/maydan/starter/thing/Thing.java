package ma.maydan.starter.thing;

import java.time.Instant;
import ma.maydan.starter.aggregate.Aggregate;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.web.Versioned;
import org.bson.codecs.pojo.annotations.BsonId;

public record Thing(@BsonId String id, long version, String name, Instant createdAt) implements Aggregate, Versioned {

    record Snapshot(String name) {}

    static Change<Thing> create(String id, String name, Instant now) {
        return told(new Thing(id, 1, name, now), "thing.created");
    }

    Change<Thing> rename(String to) {
        return told(new Thing(id, version + 1, to, createdAt), "thing.renamed");
    }

    private static Change<Thing> told(Thing thing, String event) {
        return new Change<>(thing, event, new Snapshot(thing.name));
    }
}
