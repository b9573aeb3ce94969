package ma.maydan.starter.notice;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import ma.maydan.starter.lifecycle.Reason;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * What one person has been told.
 *
 * @param id a UUID of the telling and the person, so that it is told once
 * @param at when it happened
 * @param unread true until the person has seen it, then absent
 */
public record Notice(
        @BsonId String id,
        String person,
        String kind,
        NoticeSubject about,
        Particulars particulars,
        Instant at,
        @Nullable Boolean unread) {

    /** What its text may say beside its kind and the name of what it is about. */
    public record Particulars(
            @Nullable Reason reason,
            @Nullable Instant when,
            @Nullable Instant insteadOf,
            @Nullable Written written) {}

    static Notice of(String work, Telling telling, String person, Instant at) {
        return new Notice(
                UUID.nameUUIDFromBytes((work + ":" + person).getBytes(StandardCharsets.UTF_8))
                        .toString(),
                person,
                telling.kind(),
                telling.about(),
                new Particulars(telling.reason(), telling.when(), telling.insteadOf(), telling.written()),
                at,
                true);
    }
}
