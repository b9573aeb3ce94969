package ma.maydan.portal.form;

import java.util.function.Supplier;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.api.UnavailableException;
import ma.maydan.portal.page.Texts;
import ma.maydan.portal.page.Visitor;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Sends forms: done and on to the next page, or the same form again with what is wrong. */
@Component
public class Forms {

    private final MessageSource messages;

    Forms(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * @param send answers the address to go to
     * @param again shows the form, which is in the model as {@code form}
     */
    public ModelAndView send(Visitor visitor, Form form, Model model, Supplier<String> send, Supplier<String> again) {
        var texts = new Texts(messages, visitor.language());
        HttpStatus status;
        try {
            return redirect(send.get());
        } catch (ProblemException refusal) {
            if (!refusal.isCorrectable() && refusal.status() != 409 && refusal.status() != 412) {
                throw refusal;
            }
            form.refused(refusal, texts);
            model.addAttribute(
                    "stale", refusal.status() == 412 || refusal.code().equals("invalid-transition"));
            status = refusal.isCorrectable() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT;
        } catch (UnavailableException e) {
            form.unanswered(texts);
            status = HttpStatus.SERVICE_UNAVAILABLE;
        }
        model.addAttribute("form", form);
        var page = new ModelAndView(again.get(), model.asMap());
        page.setStatus(status);
        return page;
    }

    /** A form that is not shown, but whose fields name what is wrong. */
    public Form refused(Visitor visitor, String prefix, ProblemException refusal) {
        return Form.blank(prefix).refused(refusal, new Texts(messages, visitor.language()));
    }

    /** After a form was sent: 303, so that the next request is a GET. */
    public static ModelAndView redirect(String to) {
        var redirect = new RedirectView(to);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        redirect.setExposeModelAttributes(false);
        return new ModelAndView(redirect);
    }
}
