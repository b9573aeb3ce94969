package ma.maydan.portal.kind;

import java.util.List;
import ma.maydan.portal.api.Decision;
import ma.maydan.portal.api.FieldError;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** One thing of a kind, as its service shows it to the visitor. */
public interface Item {

    String id();

    long version();

    /** What people call it. */
    LocalizedText name();

    /** The names of the steps that the visitor may take with it now. */
    List<String> allowedTransitions();

    /** Why its last step was taken; null when there is nothing to say. */
    default @Nullable Decision decision() {
        return null;
    }

    /** What submission needs and is not there; null or empty when nothing is, or for others. */
    default @Nullable List<FieldError> missing() {
        return null;
    }

    /** How things stand where other things follow of a step from that, as an ending of its texts; else empty. */
    default String circumstances() {
        return "";
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
