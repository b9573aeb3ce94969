package ma.maydan.portal.organizations;

import java.util.Map;
import ma.maydan.portal.form.Body;
import ma.maydan.portal.form.Form;
import org.springframework.util.MultiValueMap;

/** The profile of an organization, typed in a form. */
final class OrganizationForm {

    static final String PREFIX = "organization";

    private OrganizationForm() {}

    static Form blank() {
        return marked(Form.blank(PREFIX));
    }

    static Form typed(MultiValueMap<String, String> values) {
        return marked(Form.typed(PREFIX, values));
    }

    private static Form marked(Form form) {
        return form.mark("ice", "form.neededToSubmit");
    }

    static Form of(Organization organization) {
        return blank().with(Form.VERSION, organization.version())
                .with("legalName", organization.legalName())
                .with("description", organization.description())
                .with("kinds", organization.kinds())
                .with("ice", organization.ice())
                .with("region", organization.region())
                .with("website", organization.website());
    }

    static Map<String, Object> body(Form form) {
        return Body.of(form)
                .localized("legalName")
                .localized("description")
                .list("kinds")
                .identifier("ice")
                .text("region")
                .address("website")
                .json();
    }
}
