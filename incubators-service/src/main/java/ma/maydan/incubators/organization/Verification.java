package ma.maydan.incubators.organization;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import ma.maydan.incubators.casefile.Cases;
import ma.maydan.incubators.casefile.Ending;
import ma.maydan.incubators.casefile.Happening.What;
import org.jspecify.annotations.Nullable;

/**
 * Where an organization stands in the course of its verification.
 *
 * @param decisions the latest {@value #KEPT_DECISIONS}, oldest first
 * @param takenBy the officer who took the case under review
 * @param publicChangeAt when what the public sees of it changed last, be it that it went away; null while nobody but
 *     its members and the cluster has seen it
 * @param trusted true while the cluster lets it publish its own events by itself, else absent
 * @param caseFiles what it has submitted and what became of it; null for an organization from before that has not
 *     submitted anything since
 * @param ending what is to end it in the register, or has ended it; null for nothing
 */
public record Verification(
        OrganizationStatus status,
        List<Decision> decisions,
        @Nullable String takenBy,
        @Nullable Instant publicChangeAt,
        @Nullable Boolean trusted,
        @Nullable Cases caseFiles,
        @Nullable Ending ending) {

    static final Verification DRAFT =
            new Verification(OrganizationStatus.DRAFT, List.of(), null, null, null, null, null);

    private static final int KEPT_DECISIONS = 100;

    public Verification {
        decisions = List.copyOf(decisions);
    }

    Verification submitted(Cases submitted) {
        return new Verification(OrganizationStatus.SUBMITTED, decisions, null, publicChangeAt, null, submitted, null);
    }

    Verification taken(String officer, Instant now) {
        return new Verification(
                OrganizationStatus.UNDER_REVIEW,
                decisions,
                officer,
                publicChangeAt,
                null,
                cases().goingOn(What.TAKEN, officer, now),
                ending);
    }

    /** The same case, which somebody else has from now on. */
    Verification takenOver(String officer, Instant now) {
        return new Verification(
                status, decisions, officer, publicChangeAt, trusted, cases().goingOn(What.TAKEN, officer, now), ending);
    }

    /** Nobody's again, until somebody takes it. */
    Verification released(String officer, Instant now) {
        return new Verification(
                OrganizationStatus.SUBMITTED,
                decisions,
                null,
                publicChangeAt,
                null,
                cases().goingOn(What.RELEASED, officer, now),
                ending);
    }

    /** The same in another state, which ends or begins no case. */
    Verification at(OrganizationStatus next) {
        return new Verification(next, decisions, takenBy, publicChangeAt, trusted, caseFiles, ending);
    }

    /** The same, with what is to end it, or has ended it. */
    Verification ending(@Nullable Ending by) {
        return new Verification(status, decisions, takenBy, publicChangeAt, trusted, caseFiles, by);
    }

    /** What the rules of a step have found to be there. */
    Ending requireEnding() {
        return Objects.requireNonNull(ending);
    }

    /** The same case, after a step that leads to this state. */
    Verification at(OrganizationStatus next, Cases changed) {
        return new Verification(next, decisions, takenBy, publicChangeAt, trusted, changed, ending);
    }

    /** None for an organization from before. */
    public Cases cases() {
        return caseFiles == null ? Cases.NONE : caseFiles;
    }

    Verification decided(OrganizationStatus next, Decision decision) {
        var latest = Stream.concat(decisions.stream(), Stream.of(decision))
                .skip(Math.max(0, decisions.size() + 1 - KEPT_DECISIONS))
                .toList();
        var trust = switch (decision.outcome()) {
            case TRUSTED -> Boolean.TRUE;
            case CHANGE_ACCEPTED, CHANGE_RETURNED -> trusted;
            case VERIFIED, REJECTED, SUSPENDED, REINSTATED, DISTRUSTED, REVOKED, RETIRED -> null;
        };
        return new Verification(next, latest, takenBy, publicChangeAt, trust, ended(decision), ending);
    }

    /** The present case, which ends with some decisions. */
    private @Nullable Cases ended(Decision decision) {
        return switch (decision.outcome()) {
            case VERIFIED -> cases().ended(What.VERIFIED, decision.decidedBy(), decision.at());
            case REJECTED -> cases().ended(What.REJECTED, decision.decidedBy(), decision.at());
            case SUSPENDED, REINSTATED, TRUSTED, DISTRUSTED, CHANGE_ACCEPTED, CHANGE_RETURNED, REVOKED, RETIRED ->
                caseFiles;
        };
    }

    /** Not any more once it was suspended, also when it is reinstated. */
    boolean isTrusted() {
        return Boolean.TRUE.equals(trusted);
    }

    /**
     * At a change of what everybody sees, if they have seen it or see it now.
     *
     * @param shown whether it shows itself to everybody while it is verified
     */
    Verification seen(boolean shown, Instant now) {
        var seen = publicChangeAt != null || shown && status == OrganizationStatus.VERIFIED;
        return new Verification(status, decisions, takenBy, seen ? now : null, trusted, caseFiles, ending);
    }

    Optional<Decision> last(Decision.Outcome outcome) {
        return decisions.reversed().stream()
                .filter(decision -> decision.outcome() == outcome)
                .findFirst();
    }

    /** The decision that explains why it is rejected, suspended or gone, while it is. */
    Optional<Decision> negativeDecision() {
        return switch (status) {
            case REJECTED -> last(Decision.Outcome.REJECTED);
            case SUSPENDED -> last(Decision.Outcome.SUSPENDED);
            case REVOKED -> last(Decision.Outcome.REVOKED);
            case RETIRED -> last(Decision.Outcome.RETIRED);
            default -> Optional.empty();
        };
    }
}
