package ma.maydan.incubators.organization;

import ma.maydan.starter.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** Refusals that the rules of the register know. */
public final class Refusals {

    private Refusals() {}

    static ProblemException tooManyUnverified(int limit) {
        return new ProblemException(HttpStatus.CONFLICT, "too-many-unverified", limit);
    }

    /** @param limit of the programs that an organization may have unpublished */
    static ProblemException clusterExists() {
        return new ProblemException(HttpStatus.CONFLICT, "cluster-exists");
    }

    static ProblemException iceTaken() {
        return new ProblemException(HttpStatus.CONFLICT, "ice-taken");
    }

    static ProblemException identifierTaken() {
        return new ProblemException(HttpStatus.CONFLICT, "identifier-taken");
    }

    public static ProblemException organizationNotVerified() {
        return new ProblemException(HttpStatus.CONFLICT, "organization-not-verified");
    }

    public static ProblemException organizationNotEligible() {
        return new ProblemException(HttpStatus.CONFLICT, "organization-not-eligible");
    }
}
