package ma.maydan.incubators.organization;

/** Where an organization stands with the register. */
public enum OrganizationStatus {
    DRAFT,
    SUBMITTED,
    UNDER_REVIEW,
    INFO_REQUESTED,
    VERIFIED,
    /** Verified, and not confirmed in time since. */
    LAPSED,
    REJECTED,
    WITHDRAWN,
    SUSPENDED,
    /** Taken out of the register by the cluster, for good. */
    REVOKED,
    /** At work no more, for good. */
    RETIRED;

    /** Whether it is one of the register, which everybody may see: it does nothing new while it is not confirmed. */
    boolean isInRegister() {
        return this == VERIFIED || this == LAPSED;
    }

    /** Whether it has left the register for good. */
    boolean isEnded() {
        return this == REVOKED || this == RETIRED;
    }

    /** Whether the organization keeps its identifiers for itself: no other may be verified with them meanwhile. */
    boolean holdsIdentifiers() {
        return isInRegister() || this == SUSPENDED;
    }
}
