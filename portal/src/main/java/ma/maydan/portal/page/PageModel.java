package ma.maydan.portal.page;

import jakarta.servlet.http.HttpServletRequest;
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

    PageModel(Visitors visitors, MessageSource messages) {
        this.visitors = visitors;
        this.messages = messages;
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
        model.addAttribute("codes", Codes.ALL);
        model.addAttribute("codesForAdmins", Codes.FOR_ADMINS);
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
