package ma.maydan.portal.editor;

import static ma.maydan.portal.page.Addresses.ID;
import static ma.maydan.portal.page.Addresses.LANG;

import java.util.List;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.form.Fields;
import ma.maydan.portal.form.Form;
import ma.maydan.portal.form.Forms;
import ma.maydan.portal.form.Scope;
import ma.maydan.portal.kind.Item;
import ma.maydan.portal.kind.Kind;
import ma.maydan.portal.kind.Touching;
import ma.maydan.portal.organizations.MyOrganizations;
import ma.maydan.portal.organizations.Picks;
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

/** Creates and edits what has a form. */
@Controller
@RequestMapping(LANG + "/{kind}")
class Editor {

    private static final String PAGE = "editor/form";

    private final Api api;
    private final Forms forms;
    private final MyOrganizations organizations;
    private final Picks picks;
    private final List<Touching> touching;

    Editor(Api api, Forms forms, MyOrganizations organizations, Picks picks, List<Touching> touching) {
        this.api = api;
        this.forms = forms;
        this.organizations = organizations;
        this.picks = picks;
        this.touching = touching;
    }

    @GetMapping("/new")
    String blank(Visitor visitor, @PathVariable Kind<?> kind, Model model) {
        var fields = fields(kind);
        SignInNeededException.check(visitor);
        var form = fields.blank();
        model.addAttribute("form", form);
        return show(visitor, kind, form, model);
    }

    @PostMapping("/new")
    ModelAndView create(
            Visitor visitor,
            @PathVariable Kind<?> kind,
            @RequestParam MultiValueMap<String, String> typed,
            Model model) {
        var form = fields(kind).typed(typed);
        return forms.send(
                visitor,
                form,
                model,
                () -> page(visitor, kind, created(visitor, kind, form).id(), "create"),
                () -> show(visitor, kind, form, model));
    }

    private <T extends Record & Item> T created(Visitor visitor, Kind<T> kind, Form form) {
        picks.requireSought(visitor, form);
        return api.create(visitor, form.value(Form.KEY), form.body(), kind.type(), kind.address());
    }

    @GetMapping(ID + "/edit")
    String present(Visitor visitor, @PathVariable Kind<?> kind, @PathVariable String id, Model model) {
        fields(kind);
        SignInNeededException.check(visitor);
        var item = api.get(visitor, kind.type(), kind.address(), id);
        var form = item.isOneOfSeveral() ? Scope.asked(saved(kind, item)) : saved(kind, item);
        model.addAttribute("form", form);
        // What is saved by the way would be changed of the one alone.
        model.addAttribute("saves", kind.isSavedWhileTyping() && kind.isDraft(item) && !item.isOneOfSeveral());
        var missing = item.missing();
        model.addAttribute("unfinished", missing == null || missing.isEmpty() ? null : item);
        model.addAttribute(
                "touched",
                touching.stream()
                        .filter(one -> one.step().equals(kind.name() + ".edit"))
                        .flatMap(one -> one.by(visitor, item).stream())
                        .toList());
        return show(visitor, kind, id, form, model);
    }

    @PostMapping(ID + "/edit")
    ModelAndView edit(
            Visitor visitor,
            @PathVariable Kind<?> kind,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model) {
        var form = fields(kind).typed(typed);
        return forms.send(
                visitor,
                form,
                model,
                () -> {
                    picks.requireSought(visitor, form);
                    api.replaceWith(
                            Scope.query(form), visitor, form.value(Form.VERSION), form.body(), kind.address(), id);
                    return page(visitor, kind, id, "edit");
                },
                () -> show(visitor, kind, id, form, model),
                () -> saved(kind, api.get(visitor, kind.type(), kind.address(), id)));
    }

    /** @throws ProblemException 409 when it cannot be edited now, or not by this person */
    private static Form saved(Kind<?> kind, Item item) {
        if (!item.isEditable()) {
            throw ProblemException.of(409, "invalid-transition");
        }
        return fields(kind).filled((Record) item, item.version());
    }

    /** Who has no organization that may have one is told so in place of the form. */
    private String show(Visitor visitor, Kind<?> kind, Form form, Model model) {
        fields(kind).owner().ifPresent(owner -> {
            var those = organizations.thatMay(visitor, owner::may);
            model.addAttribute("organizations", those);
            model.addAttribute("nobody", those.isEmpty());
        });
        model.addAttribute("kind", kind);
        model.addAttribute("picks", picks.of(visitor, form));
        return PAGE;
    }

    private String show(Visitor visitor, Kind<?> kind, String id, Form form, Model model) {
        model.addAttribute("kind", kind);
        model.addAttribute("picks", picks.of(visitor, form));
        model.addAttribute("id", id);
        return PAGE;
    }

    private static Fields fields(Kind<?> kind) {
        var form = kind.form();
        if (form == null) {
            throw ProblemException.of(404, "not-found");
        }
        return form;
    }

    private static String page(Visitor visitor, Kind<?> kind, String id, String done) {
        return "/" + visitor.language().code() + kind.page(id) + "?done=" + kind.name() + "." + done;
    }
}
