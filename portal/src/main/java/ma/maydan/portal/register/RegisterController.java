package ma.maydan.portal.register;

import static ma.maydan.portal.page.Addresses.ID;
import static ma.maydan.portal.page.Addresses.LANG;

import java.util.List;
import java.util.Map;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.Page;
import ma.maydan.portal.api.Part;
import ma.maydan.portal.api.Parts;
import ma.maydan.portal.events.Event;
import ma.maydan.portal.list.Filters;
import ma.maydan.portal.list.Lists;
import ma.maydan.portal.list.Lists.Place;
import ma.maydan.portal.organizations.Lookalikes;
import ma.maydan.portal.organizations.Organization;
import ma.maydan.portal.organizations.OrganizationData;
import ma.maydan.portal.page.About;
import ma.maydan.portal.page.Codes;
import ma.maydan.portal.page.PageView;
import ma.maydan.portal.page.Visitor;
import ma.maydan.portal.partnerships.Partnership;
import ma.maydan.portal.programs.Program;
import ma.maydan.portal.steps.Steps;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** The register, and the page of one organization. */
@Controller
@RequestMapping(LANG + "/organizations")
class RegisterController {

    private final Api api;
    private final Lists lists;
    private final Parts parts;
    private final JsonMapper json;

    RegisterController(Api api, Lists lists, Parts parts, JsonMapper json) {
        this.api = api;
        this.lists = lists;
        this.parts = parts;
        this.json = json;
    }

    @GetMapping
    String list(
            Visitor visitor,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        var filters = new Filters()
                .code("kind", kind, Codes.ALL.get("organization.kind"))
                .code("region", region, Codes.REGIONS);
        model.addAttribute(
                "list", lists.load(visitor, Organization.class, filters, new Place(cursor, 24), "organizations"));
        return "organizations/list";
    }

    @GetMapping(ID)
    String organization(
            Visitor visitor,
            @ModelAttribute(name = "page", binding = false) PageView page,
            @PathVariable String id,
            Model model) {
        var theirs = Map.of("organizationId", id);
        var organization = api.get(visitor, Organization.class, "organizations", id);
        var events = parts.load(() -> api.list(visitor, Event.class, theirs, "events"));
        var programs = parts.load(() -> api.list(visitor, Program.class, theirs, "programs"));
        var partnerships = parts.load(() -> api.list(visitor, Partnership.class, theirs, "partnerships"));
        if (visitor.isStaff() && organization.isCase()) {
            model.addAttribute("lookalikes", lookalikes(visitor, id));
        }
        var description = organization.description() == null ? organization.legalName() : organization.description();
        model.addAttribute(
                "about",
                About.of(
                        page.show(organization.legalName()).text(),
                        page.show(description).text(),
                        organization.isVerified() ? OrganizationData.of(organization, page) : null,
                        json));
        model.addAttribute("organization", organization);
        model.addAttribute("steps", Steps.ORGANIZATION.offered(organization.allowedTransitions()));
        model.addAttribute("events", events.get());
        model.addAttribute("programs", programs.get());
        model.addAttribute("partnerships", partnerships.get());
        return "organizations/organization";
    }

    /** As a part of the page, which stands without it. */
    private Part<Lookalikes> lookalikes(Visitor visitor, String id) {
        return parts.load(() -> new Page<>(
                        List.of(api.get(visitor, Lookalikes.class, "verification-cases", id, "lookalikes")), null))
                .get();
    }
}
