package ma.maydan.events.question;

import java.time.Instant;
import ma.maydan.starter.file.AttachedFile;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * A file that somebody sent for their answers.
 *
 * @param personId who sent it; nobody else can answer with it
 * @param eventEndsAt from when on it is kept for its time
 * @param usedAt when it was sent, or last answered with
 */
public record AnswerFile(
        @BsonId String id, String eventId, String personId, AttachedFile file, Instant eventEndsAt, Instant usedAt) {}
