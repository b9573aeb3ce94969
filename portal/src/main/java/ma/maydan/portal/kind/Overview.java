package ma.maydan.portal.kind;

/** A page that has lists of several kinds. */
public enum Overview {
    /** The front page. */
    HOME,
    /** What belongs to a person and their organizations. */
    MINE,
    /** What waits for a decision of the cluster. */
    QUEUE,
    /** The page of an organization; its lists take {@code organizationId}. */
    ORGANIZATION
}
