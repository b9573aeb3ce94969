package ma.maydan.portal.programs;

import java.util.Map;
import ma.maydan.portal.form.Body;
import ma.maydan.portal.form.Form;

/** A program, typed in a form. */
final class ProgramForm {

    static final String PREFIX = "program";

    private ProgramForm() {}

    static Form blank() {
        return Form.blank(PREFIX).with("kind", "INCUBATION").with("mode", "IN_PERSON");
    }

    static Form of(Program program) {
        return Form.blank(PREFIX)
                .with(Form.VERSION, program.version())
                .with("organizationId", program.organizationId())
                .with("title", program.title())
                .with("summary", program.summary())
                .with("kind", program.kind())
                .with("mode", program.mode())
                .with("sectors", program.sectors())
                .with("languages", program.languages());
    }

    static Map<String, Object> body(Form form) {
        return Body.of(form)
                .text("organizationId")
                .localized("title")
                .localized("summary")
                .text("kind")
                .text("mode")
                .list("sectors")
                .list("languages")
                .json();
    }
}
