package ma.maydan.starter.vocabulary;

/** The sectors of startups that the cluster distinguishes. */
public enum Sector {
    FINTECH,
    AI,
    HEALTHTECH,
    EDTECH,
    AGRITECH,
    CYBERSECURITY,
    ECOMMERCE,
    LOGISTICS,
    GREENTECH,
    GOVTECH,
    SAAS,
    GAMING,
    TOURISMTECH,
    INDUSTRY40,
    IOT,
    CLOUD,
    MEDIA,
    PROPTECH,
    OFFSHORING
}
