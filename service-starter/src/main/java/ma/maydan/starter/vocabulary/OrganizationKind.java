package ma.maydan.starter.vocabulary;

/** What an organization is; it may be several things. */
public enum OrganizationKind {
    STARTUP,
    SME,
    INCUBATOR,
    ACCELERATOR,
    PROFESSIONAL_BODY,
    TRAINING_OPERATOR,
    UNIVERSITY,
    PUBLIC_BODY,
    CORPORATE,
    INVESTOR,
    /** The cluster that runs the portal, and no other. */
    CLUSTER,
    MEDIA
}
