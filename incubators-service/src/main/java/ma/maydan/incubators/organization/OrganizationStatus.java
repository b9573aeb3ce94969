package ma.maydan.incubators.organization;

/** Where an organization stands with the register. */
public enum OrganizationStatus {
    DRAFT,
    SUBMITTED,
    UNDER_REVIEW,
    INFO_REQUESTED,
    VERIFIED,
    REJECTED,
    WITHDRAWN,
    SUSPENDED;

    /** Whether the organization keeps its identifiers for itself: no other may be verified with them meanwhile. */
    boolean holdsIdentifiers() {
        return this == VERIFIED || this == SUSPENDED;
    }
}
