package ma.maydan.starter.notice;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A contact with what the person has chosen.
 *
 * @param key by which somebody who holds one of its mails may decline those that can be declined, or reaches what a
 *     guest has
 * @param seenAt when the person was here last, to the day; null for one from before
 * @param declined true for who wants only the mails that cannot be declined
 */
public record KeptContact(
        @BsonId String id,
        @Nullable String email,
        @Nullable String name,
        String language,
        String key,
        @Nullable Boolean declined,
        @Nullable Instant seenAt) {

    /** Whether somebody else has named the person, who need have no account. */
    boolean isGuest() {
        return id.startsWith(Guest.PREFIX);
    }

    boolean declines() {
        return Boolean.TRUE.equals(declined);
    }
}
