package ma.maydan.starter.schedule;

import java.time.Instant;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done, and when. There is one piece of work for each kind and subject: asked for again, the later word
 * counts.
 *
 * @param kind of the {@link WorkHandler}
 * @param subject what it is about, such as the id of an aggregate
 * @param at at once when it is past; null takes back what was asked for
 * @param data what the handler needs beside the subject
 */
public record Due(String kind, String subject, @Nullable Instant at, BsonDocument data) {

    /** Work that needs to know nothing but its subject. */
    public static Due at(String kind, String subject, Instant at) {
        return new Due(kind, subject, at, new BsonDocument());
    }

    public static Due never(String kind, String subject) {
        return new Due(kind, subject, null, new BsonDocument());
    }

    String id() {
        return kind + ":" + subject;
    }
}
