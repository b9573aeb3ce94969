package ma.maydan.starter.erasure;

import java.time.Instant;
import ma.maydan.starter.aggregate.Aggregate;
import ma.maydan.starter.aggregate.Change;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * What one service has done of one erasure. It stays, so that the erasure is carried out again after a restore.
 *
 * @param id of the erasure, a colon and the service
 * @param fingerprint of the person, see {@link Fingerprint}
 * @param carriedOutAt null until all that the service held is erased
 */
public record Receipt(
        @BsonId String id,
        long version,
        String erasure,
        String service,
        String fingerprint,
        Instant orderedAt,
        @Nullable Instant carriedOutAt)
        implements Aggregate {

    static String id(String erasure, String service) {
        return erasure + ":" + service;
    }

    static Change<Receipt> noted(String erasure, String service, String fingerprint, Instant now) {
        return new Receipt(id(erasure, service), 1, erasure, service, fingerprint, now, null).tell("erasure.noted");
    }

    Change<Receipt> carriedOut(Instant now) {
        return new Receipt(id, version + 1, erasure, service, fingerprint, orderedAt, now).tell("erasure.carried_out");
    }

    private Change<Receipt> tell(String what) {
        return new Change<>(this, what, snapshot());
    }

    Snapshot snapshot() {
        return new Snapshot(erasure, service, fingerprint, carriedOutAt);
    }

    /** What the coordinator learns. */
    record Snapshot(
            String erasure,
            String service,
            String fingerprint,
            @Nullable Instant carriedOutAt) {}
}
