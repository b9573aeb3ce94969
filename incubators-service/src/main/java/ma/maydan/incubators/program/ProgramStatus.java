package ma.maydan.incubators.program;

/** Where a program stands between its editors, the cluster and the public. */
public enum ProgramStatus {
    DRAFT,
    IN_REVIEW,
    CHANGES_REQUESTED,
    PUBLISHED,
    /** Never kept: what a published program is while its organization is not verified. */
    SUSPENDED,
    ARCHIVED
}
