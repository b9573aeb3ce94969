package ma.maydan.starter.messaging;

import java.time.Instant;
import ma.maydan.starter.schedule.Due;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** Work in an outbox, on its way to where work is kept. */
final class DueWork {

    private DueWork() {}

    static BsonDocument encode(Due due) {
        var work = new BsonDocument("kind", new BsonString(due.kind()))
                .append("subject", new BsonString(due.subject()))
                .append("data", due.data());
        var at = due.at();
        if (at != null) {
            work.append("at", new BsonDateTime(at.toEpochMilli()));
        }
        return work;
    }

    static boolean is(BsonDocument entry) {
        return entry.containsKey("work");
    }

    static Due decode(BsonDocument entry) {
        var work = entry.getDocument("work");
        return new Due(
                work.getString("kind").getValue(),
                work.getString("subject").getValue(),
                work.containsKey("at")
                        ? Instant.ofEpochMilli(work.getDateTime("at").getValue())
                        : null,
                work.getDocument("data"));
    }
}
