package ma.maydan.incubators.program;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import ma.maydan.starter.ownership.Owned;
import org.jspecify.annotations.Nullable;

/**
 * Where a program stands between its editors, the cluster and the public.
 *
 * @param reviews the latest {@value #KEPT_REVIEWS}, oldest first
 * @param publicChangeAt see {@link Owned}
 */
public record ProgramStage(
        ProgramStatus status,
        List<ProgramReview> reviews,
        @Nullable Instant publicChangeAt) {

    static final ProgramStage DRAFT = new ProgramStage(ProgramStatus.DRAFT, List.of(), null);

    private static final int KEPT_REVIEWS = 100;

    public ProgramStage {
        reviews = List.copyOf(reviews);
    }

    ProgramStage submitted() {
        return new ProgramStage(ProgramStatus.IN_REVIEW, reviews, publicChangeAt);
    }

    ProgramStage reviewed(ProgramStatus next, ProgramReview review) {
        var latest = Stream.concat(reviews.stream(), Stream.of(review))
                .skip(Math.max(0, reviews.size() + 1 - KEPT_REVIEWS))
                .toList();
        return new ProgramStage(next, latest, next == ProgramStatus.PUBLISHED ? review.at() : publicChangeAt);
    }

    ProgramStage archived(Instant now) {
        return new ProgramStage(ProgramStatus.ARCHIVED, reviews, now);
    }
}
