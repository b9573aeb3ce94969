package ma.maydan.incubators.program;

import java.time.Instant;
import java.util.Optional;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.vocabulary.ReasonCode;

/** Why changes of a program are requested, for the organization's members and the cluster's staff. */
record ProgramDecisionView(ProgramReview.Outcome outcome, ReasonCode reasonCode, LocalizedText reasonText, Instant at) {

    static Optional<ProgramDecisionView> of(ProgramReview review) {
        return Optional.ofNullable(review.reason())
                .map(reason -> new ProgramDecisionView(review.outcome(), reason.code(), reason.text(), review.at()));
    }
}
