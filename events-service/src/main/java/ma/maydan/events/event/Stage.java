package ma.maydan.events.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an event stands.
 *
 * @param status as it was decided; what it is by the clock and the host's standing is {@link Event#statusAt}
 * @param review what of it waits for the cluster; null when nothing does
 * @param proposal what is to become of what is published; null when nothing waits
 * @param publicChangeAt see {@link ma.maydan.starter.ownership.Owned}
 */
public record Stage(
        Event.Status status,
        @Nullable Review review,
        @Nullable Proposal proposal,
        @Nullable EventDecision decision,
        @Nullable Instant publicChangeAt) {

    static final Stage DRAFT = of(Event.Status.DRAFT, null, null);

    /** What the cluster is asked for. */
    public enum Review {
        PUBLICATION,
        CHANGE
    }

    /** In this state, in which nothing is proposed. */
    static Stage of(Event.Status status, @Nullable EventDecision decision, @Nullable Instant publicChangeAt) {
        var review = status == Event.Status.SUBMITTED ? Review.PUBLICATION : null;
        return new Stage(status, review, null, decision, publicChangeAt);
    }

    /** Published, with this or nothing proposed. */
    Stage proposing(@Nullable Proposal next, @Nullable EventDecision because, @Nullable Instant seen) {
        return new Stage(status, next == null ? null : Review.CHANGE, next, because, seen);
    }

    /** The same, of which the public sees something else since then, if it has seen it. */
    Stage seenAt(Instant now) {
        return new Stage(status, review, proposal, decision, publicChangeAt == null ? null : now);
    }
}
