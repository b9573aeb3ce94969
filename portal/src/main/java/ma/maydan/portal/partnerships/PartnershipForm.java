package ma.maydan.portal.partnerships;

import java.util.Map;
import ma.maydan.portal.form.Body;
import ma.maydan.portal.form.Form;

/** A partnership, typed in a form; the other party is the cluster. */
final class PartnershipForm {

    static final String PREFIX = "partnership";

    private PartnershipForm() {}

    static Form blank() {
        return Form.blank(PREFIX).with("lever", "ECOSYSTEM").with("type", "FRAMEWORK");
    }

    static Form of(Partnership partnership) {
        return Form.blank(PREFIX)
                .with(Form.VERSION, partnership.version())
                .with("proposerOrganizationId", partnership.proposerOrganizationId())
                .with("title", partnership.title())
                .with("objectives", partnership.objectives())
                .with("lever", partnership.lever())
                .with("type", partnership.type())
                .with("startsOn", partnership.startsOn())
                .with("endsOn", partnership.endsOn());
    }

    static Map<String, Object> body(Form form) {
        return Body.of(form)
                .text("proposerOrganizationId")
                .localized("title")
                .localized("objectives")
                .text("lever")
                .text("type")
                .identifier("startsOn")
                .identifier("endsOn")
                .json();
    }
}
