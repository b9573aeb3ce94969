package ma.maydan.portal.members;

import static ma.maydan.portal.page.Addresses.ID;
import static ma.maydan.portal.page.Addresses.LANG;

import java.util.List;
import java.util.Map;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.Page;
import ma.maydan.portal.api.Parts;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.form.FieldType;
import ma.maydan.portal.form.Fields;
import ma.maydan.portal.form.Form;
import ma.maydan.portal.form.Forms;
import ma.maydan.portal.members.Membership.Member;
import ma.maydan.portal.organizations.Organization;
import ma.maydan.portal.page.SignInNeededException;
import ma.maydan.portal.page.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The members of an organization and its open invitations. */
@Controller
@RequestMapping(LANG + "/organizations" + ID + "/members")
class MemberController {

    private static final String ALL = "members/members";
    private static final String ONE = "members/member";

    private static final String LEFT = "member.left";

    /** What was done with an invitation; here only those who are asked to take an owner's place answer. */
    private static final Map<String, String> DONE = Map.of(
            "accept", "ownership.accept",
            "decline", "ownership.decline",
            "resend", "invitation.resend",
            "revoke", "invitation.revoke");

    /** As many as an organization may have open. */
    private static final Map<String, String> OPEN = Map.of("limit", "50");

    private final Api api;
    private final Forms forms;
    private final Parts parts;

    MemberController(Api api, Forms forms, Parts parts) {
        this.api = api;
        this.forms = forms;
        this.parts = parts;
    }

    @GetMapping
    String all(Visitor visitor, @PathVariable String id, Model model) {
        SignInNeededException.check(visitor);
        var members = members(visitor, id);
        if (members.isManaged()) {
            model.addAttribute("form", invitation(members.roles()).blank());
        }
        return show(visitor, id, members, model);
    }

    @PostMapping
    ModelAndView invite(
            Visitor visitor, @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, Model model) {
        SignInNeededException.check(visitor);
        var members = members(visitor, id);
        var form = invitation(members.roles()).typed(typed);
        return forms.send(
                visitor,
                form,
                model,
                () -> {
                    api.create(
                            visitor,
                            form.value(Form.KEY),
                            form.body(),
                            Invitation.class,
                            "organizations",
                            id,
                            "invitations");
                    return page(visitor, id, "member.invited");
                },
                () -> show(visitor, id, members, model));
    }

    @PostMapping("/{person}/ownership")
    ModelAndView offerOwnership(
            Visitor visitor, @PathVariable String id, @PathVariable String person, @RequestParam(Form.KEY) String key) {
        SignInNeededException.check(visitor);
        api.create(visitor, key, Map.of(), Invitation.class, "organizations", id, "members", person, "ownership");
        return Forms.redirect(page(visitor, id, "ownership.offered"));
    }

    @PostMapping("/invitations/{invitation}/{step:accept|decline|resend|revoke}")
    ModelAndView step(
            Visitor visitor,
            @PathVariable String id,
            @PathVariable String invitation,
            @PathVariable String step,
            @RequestParam(Form.VERSION) String version) {
        SignInNeededException.check(visitor);
        api.step(visitor, version, null, Invitation.class, "invitations", invitation, step);
        return Forms.redirect(page(visitor, id, DONE.getOrDefault(step, "")));
    }

    @GetMapping("/{person}")
    String one(Visitor visitor, @PathVariable String id, @PathVariable String person, Model model) {
        SignInNeededException.check(visitor);
        var members = members(visitor, id);
        var member = changeable(members, person);
        if (!member.roles().isEmpty()) {
            model.addAttribute(
                    "form", role(member).blank().with("role", member.role()).with(Form.VERSION, members.version()));
        }
        return show(visitor, id, members, member, model);
    }

    @PostMapping("/{person}")
    ModelAndView giveRole(
            Visitor visitor,
            @PathVariable String id,
            @PathVariable String person,
            @RequestParam MultiValueMap<String, String> typed,
            Model model) {
        SignInNeededException.check(visitor);
        var members = members(visitor, id);
        var member = changeable(members, person);
        var form = role(member).typed(typed);
        return forms.send(
                visitor,
                form,
                model,
                () -> {
                    api.replace(visitor, form.value(Form.VERSION), form.body(), "organizations", id, "members", person);
                    return page(visitor, id, "member.role");
                },
                () -> show(visitor, id, members, member, model),
                () -> form.copy().with(Form.VERSION, members(visitor, id).version()));
    }

    @PostMapping("/{person}/remove")
    ModelAndView remove(
            Visitor visitor,
            @PathVariable String id,
            @PathVariable String person,
            @RequestParam(Form.VERSION) String version) {
        SignInNeededException.check(visitor);
        var member = changeable(members(visitor, id), person);
        api.delete(visitor, version, "organizations", id, "members", person);
        // Who has left may not see the organization any more.
        return Forms.redirect(
                member.me()
                        ? "/" + visitor.language().code() + "/me?done=" + LEFT
                        : page(visitor, id, "member.removed"));
    }

    private static Fields invitation(List<String> roles) {
        return Fields.of("invitation")
                .row(FieldType.ADDRESS.of("email").required().hinted())
                .row(
                        FieldType.CHOICE
                                .of("role")
                                .from("organization.role")
                                .only(roles)
                                .required()
                                .hinted(),
                        FieldType.CHOICE
                                .of("language")
                                .from("language")
                                .initially("fr")
                                .hinted());
    }

    private static Fields role(Member member) {
        return Fields.of("member")
                .row(FieldType.CHOICE
                        .of("role")
                        .from("organization.role")
                        .only(member.offered())
                        .required()
                        .hinted());
    }

    private Membership members(Visitor visitor, String id) {
        return api.get(visitor, Membership.class, "organizations", id, "members");
    }

    private static Member changeable(Membership members, String person) {
        return members.find(person)
                .filter(Member::isChangeable)
                .orElseThrow(() -> ProblemException.of(404, "not-found"));
    }

    private String show(Visitor visitor, String id, Membership members, Model model) {
        var invitations = parts.load(() -> members.isManaged()
                ? api.list(visitor, Invitation.class, OPEN, "organizations", id, "invitations")
                : new Page<Invitation>(List.of(), null));
        var requests = parts.load(() -> members.isOwned()
                ? api.list(visitor, JoinRequest.class, OPEN, "organizations", id, "join-requests")
                : new Page<JoinRequest>(List.of(), null));
        var asked = parts.load(() -> api.list(visitor, Invitation.class, OPEN, "me", "invitations"));
        organization(visitor, id, model);
        model.addAttribute("members", members);
        model.addAttribute(
                "asked",
                asked.get().items().stream()
                        .filter(one ->
                                one.isOfOwnership() && one.organizationId().equals(id))
                        .findFirst()
                        .orElse(null));
        model.addAttribute("invitations", invitations.get());
        model.addAttribute("requests", requests.get());
        return ALL;
    }

    private String show(Visitor visitor, String id, Membership members, Member member, Model model) {
        organization(visitor, id, model);
        model.addAttribute("version", members.version());
        model.addAttribute("member", member);
        return ONE;
    }

    private void organization(Visitor visitor, String id, Model model) {
        model.addAttribute("organization", api.get(visitor, Organization.class, "organizations", id));
    }

    private static String page(Visitor visitor, String id, String done) {
        return "/" + visitor.language().code() + "/organizations/" + id + "/members?done=" + done;
    }
}
