package ma.maydan.portal.form;

import java.util.Map;

/** With which of those that belong together something is done, such as the dates of a series. */
public final class Scope {

    private static final String DATES = "dates";

    private Scope() {}

    /** A form that asks for it: whoever chooses nothing means the one that is named. */
    public static Form asked(Form form) {
        return form.with(DATES, "THIS");
    }

    /** What was chosen, as it is sent beside the body; nothing where it was not asked. */
    public static Map<String, String> query(Form form) {
        return Map.of(DATES, form.value(DATES));
    }
}
