package ma.maydan.portal.steps;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import ma.maydan.portal.steps.Step.Asks;

/** The steps that each kind of object knows, in the order in which they are offered. */
public enum Steps {
    ORGANIZATION(
            "organizations",
            new Step("organization", "submit", Asks.NOTHING, 0, false),
            new Step("organization", "take", Asks.NOTHING, 0, false),
            new Step("organization", "verify", Asks.CONFIRMATION, 3, false),
            new Step("organization", "reject", Asks.REASON, 2, true)
                    .because("INCOMPLETE_EVIDENCE", "NAME_MISMATCH", "NOT_ELIGIBLE", "DUPLICATE", "RULES_BREACH"),
            new Step("organization", "reinstate", Asks.OPTIONAL_REASON, 2, false)
                    .because("CAUSE_REMEDIED", "DECIDED_IN_ERROR"),
            new Step("organization", "suspend", Asks.REASON, 4, true)
                    .because("RULES_BREACH", "NOT_ELIGIBLE", "NAME_MISMATCH", "DUPLICATE"),
            Step.delete("organization")),
    PROGRAM(
            "programs",
            new Step("program", "submit", Asks.NOTHING, 0, false),
            new Step("program", "publish", Asks.NOTHING, 0, false),
            new Step("program", "request-changes", Asks.REASON, 1, true)
                    .because("INCOMPLETE", "UNCLEAR", "NOT_ELIGIBLE", "DUPLICATE", "RULES_BREACH"),
            new Step("program", "archive", Asks.CONFIRMATION, 2, true),
            Step.delete("program")),
    EVENT(
            "events",
            new Step("event", "submit", Asks.NOTHING, 0, false),
            new Step("event", "publish", Asks.NOTHING, 0, false),
            new Step("event", "return", Asks.REASON, 1, true)
                    .because("INCOMPLETE", "UNCLEAR", "WRONG_DATES", "DUPLICATE", "RULES_BREACH"),
            new Step("event", "cancel", Asks.REASON, 3, true)
                    .because(
                            "ORGANIZER_UNABLE", "VENUE_UNAVAILABLE", "TOO_FEW_PEOPLE", "FORCE_MAJEURE", "RULES_BREACH"),
            Step.delete("event")),
    PARTNERSHIP(
            "partnerships",
            new Step("partnership", "submit", Asks.NOTHING, 0, false),
            new Step("partnership", "approve", Asks.CONFIRMATION, 2, false),
            new Step("partnership", "request-changes", Asks.REASON, 1, true)
                    .because("INCOMPLETE", "UNCLEAR", "WRONG_DATES"),
            new Step("partnership", "reject", Asks.REASON, 2, true)
                    .because("NOT_ELIGIBLE", "DUPLICATE", "RULES_BREACH"),
            new Step("partnership", "withdraw", Asks.CONFIRMATION, 1, true),
            new Step("partnership", "resume", Asks.CONFIRMATION, 1, false),
            new Step("partnership", "suspend", Asks.REASON, 2, true).because("COMMITMENTS_NOT_KEPT", "RULES_BREACH"),
            Step.delete("partnership")),
    REGISTRATION("registrations", new Step("registration", "cancel", Asks.CONFIRMATION, 2, true));

    private final String collection;
    private final List<Step> steps;

    Steps(String collection, Step... steps) {
        this.collection = collection;
        this.steps = List.of(steps);
    }

    public String collection() {
        return collection;
    }

    public List<Step> all() {
        return steps;
    }

    /** Those of the allowed ones that this portal knows. */
    public List<Step> offered(List<String> allowed) {
        return steps.stream().filter(step -> allowed.contains(step.name())).toList();
    }

    static Optional<Steps> of(String collection) {
        return Arrays.stream(values())
                .filter(steps -> steps.collection.equals(collection))
                .findFirst();
    }

    Optional<Step> find(String name) {
        return steps.stream().filter(step -> step.name().equals(name)).findFirst();
    }
}
