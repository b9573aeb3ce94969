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

    /** Who is gone for good is not hidden from who has known it. */
    static ProblemException notSeen(Organization organization) {
        var stage = organization.stage();
        var ending = stage.ending();
        if (!stage.status().isEnded()
                || ending == null
                || stage.publicChangeAt() == null
                || !organization.profile().isForEverybody()) {
            return ProblemException.notFound();
        }
        var code = stage.status() == OrganizationStatus.REVOKED ? "organization-revoked" : "organization-retired";
        return new ProblemException(HttpStatus.GONE, code)
                .with("legalName", organization.profile().legalName())
                .with("since", ending.on());
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
