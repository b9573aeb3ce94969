package ma.maydan.starter.web;

/** The reasons that a decision can name. */
public enum ReasonCode {
    INCOMPLETE_EVIDENCE,
    NAME_MISMATCH,
    NOT_ELIGIBLE,
    DUPLICATE,
    RULES_BREACH,
    OTHER
}
