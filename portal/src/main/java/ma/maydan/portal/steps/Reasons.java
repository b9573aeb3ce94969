package ma.maydan.portal.steps;

import java.util.Map;
import ma.maydan.portal.form.FieldType;
import ma.maydan.portal.form.Fields;
import ma.maydan.portal.form.Form;
import ma.maydan.portal.kind.Step;
import org.jspecify.annotations.Nullable;

/** What a person writes who takes a step. */
final class Reasons {

    private Reasons() {}

    static Fields of(Step step) {
        var fields = Fields.of("decision");
        return step.asksForReason()
                ? fields.row(FieldType.CHOICE
                                .of("reasonCode")
                                .from("reason")
                                .only(step.reasons())
                                .required(step.needsReason()))
                        .row(FieldType.LONG
                                .of("reasonText")
                                .required(step.needsReason())
                                .hinted())
                : fields;
    }

    /** What the service is sent; null for a step that asks for no reason. */
    static @Nullable Object body(Step step, Form form) {
        if (!step.asksForReason()) {
            return null;
        }
        var silent = form.localized("reasonText").isEmpty()
                && form.value("reasonCode").isEmpty();
        return silent && !step.needsReason() ? Map.of() : form.body();
    }
}
