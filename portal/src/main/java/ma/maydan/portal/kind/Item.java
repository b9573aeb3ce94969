package ma.maydan.portal.kind;

import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.maydan.portal.api.Decision;
import ma.maydan.portal.api.FieldError;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** One thing of a kind, as its service shows it to the visitor. */
public interface Item {

    /** Refusals that another person would not hear. */
    Set<String> AGAINST_THE_PERSON = Set.of("four-eyes", "conflict-of-interest");

    String id();

    long version();

    /** What people call it. */
    LocalizedText title();

    /** The names of the steps that the visitor may take with it now. */
    List<String> allowedTransitions();

    /** The steps that are refused to this visitor alone or for now, with the code of the refusal; null for none. */
    default @Nullable Map<String, String> withheld() {
        return null;
    }

    /** @throws ProblemException unless the visitor may take the step now */
    default void requireAllowed(String step) {
        if (!allowedTransitions().contains(step)) {
            var withheld = withheld();
            var why = withheld == null ? null : withheld.get(step);
            throw why == null
                    ? ProblemException.impossible(allowedTransitions())
                    : ProblemException.of(AGAINST_THE_PERSON.contains(why) ? 403 : 409, why);
        }
    }

    /** The page that shows it to this visitor, without the language; null for the one of its kind. */
    default @Nullable String shownAt() {
        return null;
    }

    /** Why its last step was taken; null when there is nothing to say. */
    default @Nullable Decision decision() {
        return null;
    }

    /** What submission needs and is not there; null or empty when nothing is, or for others. */
    default @Nullable List<FieldError> missing() {
        return null;
    }

    /** Where what is missing is filled in, beneath the page of this; null where it is a field of its form. */
    default @Nullable String placeOf(FieldError missing) {
        return null;
    }

    /** The key of the words for what is missing; null where it is a field of its form. */
    default @Nullable String nameOf(FieldError missing) {
        return null;
    }

    /** How things stand where other things follow of a step from that, as an ending of its texts; else empty. */
    default String circumstances() {
        return "";
    }

    /** Whether there are others with which something can be done with it at once ({@link ma.maydan.portal.form.Scope}). */
    default boolean isOneOfSeveral() {
        return false;
    }

    default boolean isEditable() {
        return allowedTransitions().contains("edit");
    }

    /** Whether there is something to edit before it goes on. */
    default boolean isToBeEdited() {
        var missing = missing();
        return decision() != null || missing != null && !missing.isEmpty();
    }
}
