package ma.maydan.portal.imports;

import static ma.maydan.portal.page.Addresses.ID;
import static ma.maydan.portal.page.Addresses.LANG;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.FieldError;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.export.Export;
import ma.maydan.portal.export.Exports;
import ma.maydan.portal.form.Fields;
import ma.maydan.portal.form.Form;
import ma.maydan.portal.form.Forms;
import ma.maydan.portal.kind.Kind;
import ma.maydan.portal.kind.Shelf;
import ma.maydan.portal.list.Lists;
import ma.maydan.portal.page.SignInNeededException;
import ma.maydan.portal.page.Texts;
import ma.maydan.portal.page.Visitor;
import ma.maydan.starter.web.BodyLimitFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Spreadsheets that the staff imports: sending one, saying what its columns are, and what comes of its rows. */
@Controller
@RequestMapping(LANG + "/imports")
class ImportController {

    private static final String IMPORTS = "imports";
    private static final int SIZE = 20;
    private static final int ROWS = 50;
    private static final String UPLOADED = "import.upload";
    private static final String MAPPED = "import.mapping";

    /** Seconds after which a page shows again how far something has come. */
    private static final String AGAIN = "3";

    private static final Fields NOTHING = Fields.of("import");

    private final Api api;
    private final Forms forms;
    private final Lists lists;
    private final Exports exports;
    private final Kind<OrganizationImport> kind;

    ImportController(Api api, Forms forms, Lists lists, Exports exports, Kind<OrganizationImport> kind) {
        this.api = api;
        this.forms = forms;
        this.lists = lists;
        this.exports = exports;
        this.kind = kind;
    }

    @GetMapping
    String all(Visitor visitor, @RequestParam(required = false) @Nullable String cursor, Model model) {
        check(visitor);
        model.addAttribute("form", NOTHING.blank());
        return all(visitor, new Lists.Place(cursor, SIZE), model);
    }

    private String all(Visitor visitor, Lists.Place place, Model model) {
        model.addAttribute("list", lists.load(visitor, OrganizationImport.class, place, IMPORTS));
        return "imports/all";
    }

    @PostMapping
    ModelAndView upload(
            Visitor visitor,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model) {
        check(visitor);
        return forms.send(
                visitor,
                NOTHING.typed(typed),
                model,
                () -> {
                    var parts = new LinkedMultiValueMap<String, Object>();
                    parts.add("file", fitting(file).getResource());
                    var uploaded = api.send(visitor, parts, OrganizationImport.class, IMPORTS);
                    return at(visitor, uploaded.id()) + "/mapping?done=" + UPLOADED;
                },
                () -> all(visitor, new Lists.Place(null, SIZE), model));
    }

    /** What is none, or too large, the service is not asked about. */
    private static MultipartFile fitting(@Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            throw ProblemException.wrong(List.of(new FieldError("/file", "no-file", null)));
        }
        if (file.getSize() > BodyLimitFilter.FILE) {
            throw ProblemException.wrong(List.of(new FieldError("/file", "file-too-large", null)));
        }
        return file;
    }

    @GetMapping(ID)
    String show(
            Visitor visitor,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> asked,
            HttpServletResponse response,
            Model model) {
        check(visitor);
        var imported = load(visitor, id);
        if (imported.isUnderWay()) {
            response.setHeader("Refresh", AGAIN);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        kind.show(imported, model);
        model.addAttribute("imported", imported);
        model.addAttribute("kind", ImportKind.ROWS);
        model.addAttribute("table", ImportKind.ROWS.table());
        model.addAttribute(
                "list", imported.isLookedAt() ? lists.table(visitor, ImportKind.ROWS, shelf(id), asked, ROWS) : null);
        return "imports/import";
    }

    @GetMapping(ID + Exports.FILE)
    void export(
            Visitor visitor,
            @PathVariable String id,
            @PathVariable String format,
            @RequestParam MultiValueMap<String, String> asked,
            @ModelAttribute(name = "texts", binding = false) Texts texts,
            HttpServletResponse response) {
        check(visitor);
        var title = texts.of("import.report") + " – " + load(visitor, id).name();
        var pages = lists.pages(visitor, ImportKind.ROWS, shelf(id), asked);
        exports.send(Export.of(ImportKind.ROWS, title, pages), format, visitor, texts, response);
    }

    @GetMapping(ID + "/mapping")
    String columns(Visitor visitor, @PathVariable String id, Model model) {
        check(visitor);
        var imported = load(visitor, id);
        imported.requireAllowed("mapping");
        model.addAttribute("form", mapped(imported));
        return columns(imported, model);
    }

    @PostMapping(ID + "/mapping")
    ModelAndView map(
            Visitor visitor, @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, Model model) {
        check(visitor);
        var form = NOTHING.typed(typed);
        return forms.send(
                visitor,
                form,
                model,
                () -> {
                    var columns = load(visitor, id).columns();
                    var said = IntStream.range(0, columns.size())
                            .mapToObj(at -> form.value(field(at)))
                            .toList();
                    send(visitor, id, form, said);
                    return at(visitor, id) + "?done=" + MAPPED;
                },
                () -> columns(load(visitor, id), model),
                () -> mapped(load(visitor, id)));
    }

    private void send(Visitor visitor, String id, Form form, List<String> columns) {
        try {
            api.replace(visitor, form.value(Form.VERSION), Map.of("columns", columns), IMPORTS, id, "mapping");
        } catch (ProblemException refusal) {
            // What is wrong with one column stands at it.
            throw refusal.at(pointer -> pointer.matches("/columns/[0-9]+") ? pointer + "/field" : pointer);
        }
    }

    private static Form mapped(OrganizationImport imported) {
        var form = NOTHING.blank().with(Form.VERSION, imported.version());
        for (var at = 0; at < imported.columns().size(); at++) {
            form.with(field(at), imported.columns().get(at).field());
        }
        return form;
    }

    private static String field(int column) {
        return "columns." + column + ".field";
    }

    private static String columns(OrganizationImport imported, Model model) {
        model.addAttribute("imported", imported);
        return "imports/mapping";
    }

    /** Where somebody decided on a row there is nothing to read. */
    @GetMapping(ID + "/rows/{number:[0-9]{1,7}}/{decision:update|skip}")
    String back(Visitor visitor, @PathVariable String id) {
        return "redirect:" + at(visitor, id);
    }

    @PostMapping(ID + "/rows/{number:[0-9]{1,7}}/{decision:update|skip}")
    ModelAndView decide(
            Visitor visitor, @PathVariable String id, @PathVariable String number, @PathVariable String decision) {
        check(visitor);
        api.put(visitor, Map.of("update", decision.equals("update")), IMPORTS, id, "rows", number);
        return Forms.redirect(at(visitor, id) + "?outcome=DUPLICATE");
    }

    private OrganizationImport load(Visitor visitor, String id) {
        return api.get(visitor, OrganizationImport.class, IMPORTS, id);
    }

    private static Shelf shelf(String id) {
        return new Shelf(1, IMPORTS + "/" + id + "/rows", ROWS);
    }

    private static String at(Visitor visitor, String id) {
        return "/" + visitor.language().code() + "/imports/" + id;
    }

    private static void check(Visitor visitor) {
        SignInNeededException.check(visitor);
        if (!visitor.isStaff()) {
            throw ProblemException.of(403, "forbidden");
        }
    }
}
