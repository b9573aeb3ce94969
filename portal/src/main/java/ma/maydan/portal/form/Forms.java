package ma.maydan.portal.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import ma.maydan.portal.api.OnlyShownException;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.api.UnavailableException;
import ma.maydan.portal.page.Done;
import ma.maydan.portal.page.Texts;
import ma.maydan.portal.page.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Sends forms: done and on to the next page, or the same form again with what is wrong. */
@Component
public class Forms {

    private static final String DONE = "?done=";

    private final MessageSource messages;

    Forms(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * @param send answers the address to go to
     * @param again shows the form, which is in the model as {@code form}
     */
    public ModelAndView send(Visitor visitor, Form form, Model model, Supplier<String> send, Supplier<String> again) {
        return send(visitor, form, model, send, again, null);
    }

    /**
     * Whatever goes wrong, what was typed stands in the form again.
     *
     * @param send answers the address to go to
     * @param again shows the form, which is in the model as {@code form}
     * @param saved the form of what is there now, for when somebody else changed it meanwhile; it throws a {@link
     *     ProblemException} when that cannot be changed any more
     */
    public ModelAndView send(
            Visitor visitor,
            Form form,
            Model model,
            Supplier<String> send,
            Supplier<String> again,
            @Nullable Supplier<Form> saved) {
        return answered(visitor, form, model, () -> redirect(send.get()), again, saved);
    }

    /**
     * Asks a service what would come of a form, and shows it with the answer.
     *
     * @param ask puts the answer into the model
     * @param page shows the form, which is in the model as {@code form}
     */
    public ModelAndView ask(Visitor visitor, Form form, Model model, Runnable ask, Supplier<String> page) {
        return answered(
                visitor,
                form,
                model,
                () -> {
                    ask.run();
                    return null;
                },
                page,
                null);
    }

    /** @param send answers what comes next; null for the form as it is */
    private ModelAndView answered(
            Visitor visitor,
            Form form,
            Model model,
            Supplier<@Nullable ModelAndView> send,
            Supplier<String> again,
            @Nullable Supplier<Form> saved) {
        var texts = new Texts(messages, visitor.language());
        HttpStatusCode status;
        try {
            var next = send.get();
            if (next != null) {
                return next;
            }
            status = HttpStatus.OK;
        } catch (OnlyShownException e) {
            var notice = visitor.sending().notice();
            form.shown(notice == null ? null : texts.of(notice));
            status = HttpStatus.OK;
        } catch (ProblemException refusal) {
            if (refusal.status() == 401 && !visitor.isSignedIn()) {
                throw refusal;
            }
            status = refused(form, refusal, saved, texts);
        } catch (UnavailableException e) {
            form.unanswered(texts);
            status = HttpStatus.SERVICE_UNAVAILABLE;
        }
        model.addAttribute("form", form);
        var page = new ModelAndView(again.get(), model.asMap());
        page.setStatus(status);
        return page;
    }

    private static HttpStatusCode refused(
            Form form, ProblemException refusal, @Nullable Supplier<Form> saved, Texts texts) {
        if (refusal.status() == 412 && saved != null) {
            try {
                form.beside(saved.get(), texts);
            } catch (ProblemException notAnyMore) {
                form.closed(texts);
            } catch (UnavailableException notNow) {
                form.unanswered(texts);
            }
            return HttpStatus.CONFLICT;
        }
        if (refusal.code().equals("invalid-transition")) {
            form.closed(texts);
            return HttpStatus.CONFLICT;
        }
        if (refusal.status() == 401) {
            // The session goes on; it is the service that does not take its token at the moment.
            form.unanswered(texts);
            return HttpStatus.SERVICE_UNAVAILABLE;
        }
        form.refused(refusal, texts);
        return refusal.isCorrectable()
                ? HttpStatus.UNPROCESSABLE_CONTENT
                : refusal.status() == 412 ? HttpStatus.CONFLICT : HttpStatusCode.valueOf(refusal.status());
    }

    /** A form that is not shown, but whose fields name what is wrong. */
    public Form refused(Visitor visitor, Fields fields, ProblemException refusal) {
        return fields.blank().refused(refusal, new Texts(messages, visitor.language()));
    }

    /**
     * After a form was sent: 303, so that the next request is a GET.
     *
     * @param to may end in {@code ?done=} and the code of what the next page tells, which its address then lacks
     */
    public static ModelAndView redirect(String to) {
        var mark = to.indexOf(DONE);
        var redirect = mark < 0
                ? new RedirectView(to)
                : new Telling(to.substring(0, mark), new Done(to.substring(mark + DONE.length())));
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        redirect.setExposeModelAttributes(false);
        return new ModelAndView(redirect);
    }

    private static final class Telling extends RedirectView {

        private final String path;
        private final Done done;

        Telling(String path, Done done) {
            super(path);
            this.path = path;
            this.done = done;
        }

        @Override
        protected void renderMergedOutputModel(
                Map<String, Object> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            response.addCookie(done.at(path));
            super.renderMergedOutputModel(model, request, response);
        }
    }
}
