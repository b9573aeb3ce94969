package ma.maydan.partners.partnership;

import java.time.Instant;
import ma.maydan.partners.partnership.Partnership.Approval;
import ma.maydan.partners.partnership.Partnership.Decision;
import ma.maydan.partners.partnership.Partnership.Status;
import org.jspecify.annotations.Nullable;

/**
 * Where a partnership stands.
 *
 * @param termsHash SHA-256 of the terms as they were submitted
 * @param suspendedBy the person, or {@link Partnership#SYSTEM} while a party is not in good standing; null unless
 *     suspended
 * @param publicChangeAt when what the public sees of it changed last, be it that it went away; null while nobody but
 *     its parties and the cluster has seen it
 */
public record Stage(
        Status status,
        @Nullable String termsHash,
        @Nullable Approval approval,
        @Nullable String suspendedBy,
        @Nullable Decision decision,
        @Nullable Instant publicChangeAt) {

    static final Stage DRAFT = new Stage(Status.DRAFT, null, null, null, null, null);

    Stage edited() {
        return new Stage(status, null, null, null, decision, publicChangeAt);
    }

    Stage submitted(String hash) {
        return new Stage(Status.UNDER_REVIEW, hash, null, null, null, publicChangeAt);
    }

    Stage approved(Approval by) {
        return new Stage(status, termsHash, by, null, null, publicChangeAt);
    }

    /** A proposal that nobody has approved, or not any more. */
    Stage decided(Status next, @Nullable Decision because) {
        return new Stage(next, termsHash, null, null, because, publicChangeAt);
    }

    Stage suspended(String by, Decision because) {
        return new Stage(Status.SUSPENDED, termsHash, approval, by, because, publicChangeAt);
    }

    /** As of a day, nothing else being decided. */
    Stage on(Status due) {
        return new Stage(due, termsHash, approval, suspendedBy, decision, publicChangeAt);
    }

    /** What was agreed on, as its days want it. */
    Stage agreed(Status due) {
        return new Stage(due, termsHash, approval, null, null, publicChangeAt);
    }

    Stage seen(Instant now) {
        var seen = publicChangeAt != null || status == Status.ACTIVE;
        return new Stage(status, termsHash, approval, suspendedBy, decision, seen ? now : null);
    }
}
