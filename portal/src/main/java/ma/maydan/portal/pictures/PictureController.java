package ma.maydan.portal.pictures;

import static ma.maydan.portal.page.Addresses.ID;
import static ma.maydan.portal.page.Addresses.LANG;

import java.util.List;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.FieldError;
import ma.maydan.portal.api.Nameless;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.form.Form;
import ma.maydan.portal.form.Forms;
import ma.maydan.portal.kind.Item;
import ma.maydan.portal.kind.Kind;
import ma.maydan.portal.kind.Picture;
import ma.maydan.portal.page.SignInNeededException;
import ma.maydan.portal.page.Visitor;
import ma.maydan.starter.web.BodyLimitFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Gives things pictures, and takes them away. */
@Controller
@RequestMapping({LANG + "/{kind}" + ID + "/image", LANG + "/{kind}" + ID + "/logo", LANG + "/{kind}" + ID + "/photo"})
class PictureController {

    private static final String REMOVE = "_remove";
    private static final String DESCRIPTION = "alt";

    private final Api api;
    private final Forms forms;

    PictureController(Api api, Forms forms) {
        this.api = api;
        this.forms = forms;
    }

    @GetMapping
    String ask(Visitor visitor, @PathVariable Kind<?> kind, @PathVariable String id, Model model) {
        picture(kind);
        SignInNeededException.check(visitor);
        return blank(visitor, kind, id, model);
    }

    private <T extends Record & Item> String blank(Visitor visitor, Kind<T> kind, String id, Model model) {
        var item = item(visitor, kind, id);
        var picture = picture(kind);
        var shown = picture.of().apply(item);
        model.addAttribute(
                "form",
                picture.form()
                        .blank()
                        .with(Form.VERSION, item.version())
                        .with(DESCRIPTION, shown == null ? null : shown.alt()));
        return show(kind, item, model);
    }

    @PostMapping
    ModelAndView replace(
            Visitor visitor,
            @PathVariable Kind<?> kind,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model) {
        return send(visitor, kind, id, picture(kind).form().typed(typed), file, model);
    }

    private <T extends Record & Item> ModelAndView send(
            Visitor visitor, Kind<T> kind, String id, Form form, @Nullable MultipartFile file, Model model) {
        var page = "/" + visitor.language().code() + kind.page(id);
        return forms.send(
                visitor,
                form,
                model,
                () -> {
                    var picture = picture(kind);
                    if (!form.all(REMOVE).isEmpty()) {
                        api.delete(visitor, form.value(Form.VERSION), kind.address(), id, picture.name());
                        return page + "?done=" + "picture.removed";
                    }
                    var parts = parts(form, file, picture.isDescribed());
                    api.send(visitor, form.value(Form.VERSION), parts, kind.address(), id, picture.name());
                    return page + "?done=" + "picture.kept";
                },
                () -> show(kind, api.get(visitor, kind.type(), kind.address(), id), model),
                () -> form.copy().with(Form.VERSION, item(visitor, kind, id).version()));
    }

    private static MultiValueMap<String, Object> parts(Form form, @Nullable MultipartFile file, boolean described) {
        var parts = new LinkedMultiValueMap<String, Object>();
        if (file != null && !file.isEmpty()) {
            if (file.getSize() > BodyLimitFilter.FILE) {
                throw ProblemException.wrong(
                        tooLarge(described && form.localized(DESCRIPTION).isEmpty()));
            }
            parts.add("file", new Nameless(file));
        }
        parts.add("details", form.body());
        return parts;
    }

    /** The service is not asked then: that the words are missing, too, is told beside it. */
    private static List<FieldError> tooLarge(boolean silent) {
        var file = new FieldError("/file", "file-too-large", null);
        return silent ? List.of(file, new FieldError("/" + DESCRIPTION, "given", null)) : List.of(file);
    }

    /** @throws ProblemException 409 when it cannot be given a picture now, or not by this person */
    private <T extends Record & Item> T item(Visitor visitor, Kind<T> kind, String id) {
        var item = api.get(visitor, kind.type(), kind.address(), id);
        item.requireAllowed(picture(kind).name());
        return item;
    }

    private static <T extends Record & Item> String show(Kind<T> kind, T item, Model model) {
        model.addAttribute("kind", kind);
        model.addAttribute("item", item);
        model.addAttribute("picture", picture(kind));
        model.addAttribute("shown", picture(kind).of().apply(item));
        return "pictures/picture";
    }

    private static <T extends Record & Item> Picture<T> picture(Kind<T> kind) {
        var picture = kind.picture();
        if (picture == null) {
            throw ProblemException.of(404, "not-found");
        }
        return picture;
    }
}
