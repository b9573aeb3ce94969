package ma.maydan.starter.idempotency;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import ma.maydan.starter.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The id for what a request creates, the same for each repetition.
 *
 * @param bodyHash SHA-256 of the request's body
 */
public record NewId(String value, String bodyHash) {

    /** The header of an answer that was given before. */
    public static final String REPLAYED = "Idempotency-Replayed";

    static final Duration KEPT = Duration.ofHours(24);
    static final String ATTRIBUTE = NewId.class.getName();

    /** An id that follows from the key: a UUID of version 8 (RFC 9562) over a SHA-256. */
    static NewId ofKey(String key, String bodyHash) {
        var hash = IdempotencyFilter.hash(key);
        var high = Long.parseUnsignedLong(hash, 0, 16, 16) & ~0xF000L | 0x8000L;
        var low = Long.parseUnsignedLong(hash, 16, 32, 16) & ~(3L << 62) | 1L << 63;
        return new NewId(new UUID(high, low).toString(), bodyHash);
    }

    /** Whether a repetition still gets the answer of what was made then. */
    public boolean isKept(Instant madeAt, Instant now) {
        return now.isBefore(madeAt.plus(KEPT));
    }

    /** The id for the same key when it is free again. */
    public NewId next() {
        return ofKey(value, bodyHash);
    }

    /**
     * @throws ProblemException 422 {@code idempotency-key-reused} when what carries this id was made by another body
     */
    public void requireSameBody(@Nullable String hashOfTheFirst) {
        if (!bodyHash.equals(hashOfTheFirst)) {
            throw new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused");
        }
    }
}
