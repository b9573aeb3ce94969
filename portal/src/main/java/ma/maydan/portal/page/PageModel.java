package ma.maydan.portal.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the layout and the fragments find in every model. */
@ControllerAdvice
@Component
public class PageModel {

    private final Visitors visitors;
    private final MessageSource messages;
    private final Codes codes;
    private final StatusLooks looks;
    private final List<String> menu;

    PageModel(Visitors visitors, MessageSource messages, Codes codes, StatusLooks looks, List<Feature> features) {
        this.visitors = visitors;
        this.messages = messages;
        this.codes = codes;
        this.looks = looks;
        this.menu = features.stream()
                .filter(feature -> feature.menu() > 0)
                .sorted(Comparator.comparingInt(Feature::menu))
                .map(Feature::address)
                .toList();
    }

    @ModelAttribute
    void fill(HttpServletRequest request, Model model) {
        var visitor = visitors.of(request);
        var language = visitor.language();
        model.addAttribute("visitor", visitor);
        model.addAttribute("page", PageView.of(request, language));
        model.addAttribute("locale", language.locale());
        model.addAttribute("format", Formats.of(language));
        model.addAttribute("texts", new Texts(messages, language));
        model.addAttribute("codes", codes);
        model.addAttribute("looks", looks);
        model.addAttribute("menu", menu);
    }

    /** Who looks at the page. */
    public Visitor visitor(HttpServletRequest request) {
        return visitors.of(request);
    }

    /** The texts in the language of the request. */
    public Texts texts(HttpServletRequest request) {
        return new Texts(messages, visitors.of(request).language());
    }

    /** The same, for pages that no controller made. */
    public Model of(HttpServletRequest request) {
        var model = new org.springframework.ui.ConcurrentModel();
        fill(request, model);
        return model;
    }
}
