package ma.maydan.incubators.organization;

import java.time.Instant;
import java.util.Optional;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.vocabulary.ReasonCode;

/** Why an organization is rejected, suspended or gone, for its members and the cluster's staff. */
record OrganizationDecisionView(Decision.Outcome outcome, ReasonCode reasonCode, LocalizedText reasonText, Instant at) {

    static Optional<OrganizationDecisionView> of(Decision decision) {
        return Optional.ofNullable(decision.reason())
                .map(reason ->
                        new OrganizationDecisionView(decision.outcome(), reason.code(), reason.text(), decision.at()));
    }
}
