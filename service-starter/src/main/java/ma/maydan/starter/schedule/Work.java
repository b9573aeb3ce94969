package ma.maydan.starter.schedule;

import java.time.Instant;
import org.bson.BsonDocument;

/**
 * A piece of work that is due.
 *
 * @param id of kind and subject, the same however often it is tried
 * @param dueAt when it was to be done
 * @param attempts how often it has been begun, with this time
 * @param turn until when it is leased to who has it; before that, since when it may be taken
 */
public record Work(
        String id, String kind, String subject, Instant dueAt, int attempts, Instant turn, BsonDocument data) {}
