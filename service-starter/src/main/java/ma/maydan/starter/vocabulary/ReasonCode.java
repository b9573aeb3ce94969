package ma.maydan.starter.vocabulary;

/** The reasons that a decision can name; which of them fit a step is for whoever asks for one. */
public enum ReasonCode {
    INCOMPLETE_EVIDENCE,
    NAME_MISMATCH,
    NOT_ELIGIBLE,
    DUPLICATE,
    RULES_BREACH,
    /** Something is missing in what was submitted. */
    INCOMPLETE,
    UNCLEAR,
    WRONG_DATES,
    ORGANIZER_UNABLE,
    VENUE_UNAVAILABLE,
    TOO_FEW_PEOPLE,
    TOO_FEW_SEATS,
    FORCE_MAJEURE,
    COMMITMENTS_NOT_KEPT,
    /** Of trust: what was published so far kept the rules. */
    KEEPS_THE_RULES,
    /** What a suspension was for is no more. */
    CAUSE_REMEDIED,
    DECIDED_IN_ERROR,
    OTHER
}
