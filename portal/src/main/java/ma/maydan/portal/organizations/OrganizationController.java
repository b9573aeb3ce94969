package ma.maydan.portal.organizations;

import static ma.maydan.portal.page.Addresses.ID;
import static ma.maydan.portal.page.Addresses.LANG;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.Page;
import ma.maydan.portal.api.Part;
import ma.maydan.portal.api.Parts;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.kind.Kind;
import ma.maydan.portal.kind.Overview;
import ma.maydan.portal.kind.Shelves;
import ma.maydan.portal.page.About;
import ma.maydan.portal.page.PageView;
import ma.maydan.portal.page.Visitor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/** The page of an organization, with what it does. */
@Controller
class OrganizationController {

    private final Api api;
    private final Parts parts;
    private final Shelves shelves;
    private final Kind<Organization> kind;
    private final JsonMapper json;
    private final Clock clock;

    OrganizationController(
            Api api, Parts parts, Shelves shelves, Kind<Organization> kind, JsonMapper json, Clock clock) {
        this.api = api;
        this.parts = parts;
        this.shelves = shelves;
        this.kind = kind;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping(LANG + "/organizations" + ID)
    String organization(
            Visitor visitor,
            @ModelAttribute(name = "page", binding = false) PageView page,
            @PathVariable String id,
            Model model,
            HttpServletResponse response) {
        Organization organization;
        try {
            organization = api.get(visitor, Organization.class, "organizations", id);
        } catch (ProblemException refusal) {
            return gone(refusal, model, response);
        }
        kind.show(organization, model);
        model.addAttribute("stale", organization.isStale(clock.instant()));
        model.addAttribute("shelves", shelves.load(visitor, Overview.ORGANIZATION, Map.of("organizationId", id)));
        if (visitor.isStaff() && organization.isCase()) {
            model.addAttribute("lookalikes", lookalikes(visitor, id));
        }
        var description = organization.description() == null ? organization.legalName() : organization.description();
        model.addAttribute(
                "about",
                About.of(
                        page.show(organization.legalName()).text(),
                        page.show(description).text(),
                        organization.isInRegister() ? OrganizationData.of(organization, page) : null,
                        json));
        return "organizations/organization";
    }

    /** Who has known it reads that it is gone, and since when. */
    private static String gone(ProblemException refusal, Model model, HttpServletResponse response) {
        if (refusal.status() != HttpStatus.GONE.value() || refusal.legalName() == null) {
            throw refusal;
        }
        response.setStatus(refusal.status());
        model.addAttribute("gone", refusal);
        return "organizations/gone";
    }

    /** As a part of the page, which stands without it. */
    private Part<Lookalikes> lookalikes(Visitor visitor, String id) {
        return parts.load(() -> new Page<>(
                        List.of(api.get(visitor, Lookalikes.class, "verification-cases", id, "lookalikes")), null))
                .get();
    }
}
