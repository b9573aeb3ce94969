package ma.maydan.events.invitation;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A link by which people register whom the host invites.
 *
 * @param slot event and number while it may be used: unique, so that an event has so many at most; null once it is taken
 *     back
 * @param tokenHash of what stands in the link alone: unique, see {@link Token}; null once it is taken back
 * @param bodyHash of the request that made it, for its repetitions
 * @param revokedAt null while the host has not taken it back
 */
public record InvitationLink(
        @BsonId String id,
        @Nullable String slot,
        String eventId,
        @Nullable String tokenHash,
        String bodyHash,
        Terms terms,
        Times times) {

    /** So many people may register by one at most. */
    static final int MOST_USES = 500;

    /**
     * What the host says of it.
     *
     * @param label whom it is for, for the host alone
     * @param uses how many people may be registered by it at a time, 1 to {@value #MOST_USES}
     * @param until when it ends; null for as long as registration is open
     */
    public record Terms(String label, int uses, @Nullable Instant until) {}

    /** @param revokedAt null while the host has not taken it back */
    public record Times(Instant createdAt, @Nullable Instant revokedAt) {}

    /** Whether somebody can register by it, as far as its host and the clock say. */
    public boolean holds(Instant now) {
        return times.revokedAt == null && (terms.until == null || terms.until.isAfter(now));
    }

    /** A key for each of its uses, which one registration at a time has. */
    public List<String> useKeys() {
        return IntStream.rangeClosed(1, terms.uses)
                .mapToObj(number -> id + ":" + number)
                .toList();
    }

    int used(Set<String> taken) {
        return (int) useKeys().stream().filter(taken::contains).count();
    }

    InvitationLink withToken(Token token) {
        return new InvitationLink(id, slot, eventId, token.hash(), bodyHash, terms, times);
    }

    InvitationLink revoked(Instant now) {
        return new InvitationLink(id, null, eventId, null, bodyHash, terms, new Times(times.createdAt, now));
    }
}
