package ma.maydan.incubators.organization;

import java.util.List;
import java.util.function.Supplier;
import ma.maydan.starter.problem.ProblemException;

/** Whether an actor may take a step now. The same verdict offers the step and guards it. */
public enum Verdict {
    ALLOWED,
    /** It is for people with another role. */
    NOT_THEIRS,
    WRONG_STATE,
    CONFLICT_OF_INTEREST,
    /** The actor took the step before, and another person must take this one. */
    SAME_PERSON;

    /**
     * @param allowed what the actor may do instead
     * @throws ProblemException unless allowed
     */
    public void orRefuse(Supplier<List<String>> allowed) {
        switch (this) {
            case ALLOWED -> {}
            case NOT_THEIRS -> throw ProblemException.forbidden();
            case WRONG_STATE -> throw ProblemException.invalidTransition(allowed.get());
            case CONFLICT_OF_INTEREST -> throw Refusals.conflictOfInterest();
            case SAME_PERSON -> throw Refusals.fourEyes();
        }
    }
}
