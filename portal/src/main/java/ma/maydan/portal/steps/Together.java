package ma.maydan.portal.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.OnlyShownException;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.api.UnavailableException;
import ma.maydan.portal.form.Form;
import ma.maydan.portal.kind.Item;
import ma.maydan.portal.kind.Step;
import ma.maydan.portal.page.Sending;
import ma.maydan.portal.page.Texts;
import ma.maydan.portal.page.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;

/**
 * Takes one step with several things, for one reason where it asks for one: each is judged on its own, and has an answer
 * of its own.
 */
@Component
public class Together {

    private final Api api;

    Together(Api api) {
        this.api = api;
    }

    /**
     * What is to be said of one.
     *
     * @param item as it is now; null when it cannot be read
     * @param done whether nothing was in the way
     * @param why it was not, in the person's language; null when it was
     */
    record Answer(
            Chosen chosen,
            @Nullable Item item,
            boolean done,
            @Nullable String why) {}

    /**
     * Asks whether the step is meant, or takes it and tells of each what became of it. Whoever sends it again changes
     * nothing twice: a version that is gone is refused.
     *
     * @param name of the step
     * @param typed what the table or the page that asks has sent
     * @throws ProblemException 404 for a step that is not taken with several, 400 for what a form of ours does not send
     */
    public ModelAndView send(
            Visitor visitor, Batch batch, String name, MultiValueMap<String, String> typed, Texts texts, Model model) {
        var step = batch.kind().table().steps(batch.kind()).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(404, "not-found"));
        var chosen = Chosen.of(typed.getOrDefault("chosen", List.of()), batch.most());
        var form = Reasons.of(step).typed(typed);
        model.addAttribute("kind", batch.kind());
        model.addAttribute("step", step);
        model.addAttribute("back", batch.list());
        if (chosen.isEmpty()) {
            return taken(List.of(), HttpStatus.UNPROCESSABLE_CONTENT, model);
        }
        if (visitor.sending() != Sending.IN_EARNEST) {
            var notice = visitor.sending().notice();
            form.shown(notice == null ? null : texts.of(notice));
            return asked(shown(visitor, batch, chosen, texts), form, HttpStatus.OK, model);
        }
        if (!step.isDirect() && !typed.containsKey("confirmed")) {
            return asked(shown(visitor, batch, chosen, texts), form, HttpStatus.OK, model);
        }
        try {
            return taken(take(visitor, batch, step, form, chosen, texts), HttpStatus.OK, model);
        } catch (UnreasonedException e) {
            var again = form.refused(e.refusal, texts);
            return asked(shown(visitor, batch, chosen, texts), again, HttpStatus.UNPROCESSABLE_CONTENT, model);
        }
    }

    private static ModelAndView asked(List<Answer> answers, Form form, HttpStatus status, Model model) {
        model.addAttribute("form", form);
        return page("steps/together", answers, status, model);
    }

    private static ModelAndView taken(List<Answer> answers, HttpStatus status, Model model) {
        return page("steps/taken", answers, status, model);
    }

    private static ModelAndView page(String view, List<Answer> answers, HttpStatus status, Model model) {
        model.addAttribute("answers", answers);
        var page = new ModelAndView(view, model.asMap());
        page.setStatus(status);
        return page;
    }

    /** Those that were chosen, before anything is done with them. */
    private List<Answer> shown(Visitor visitor, Batch batch, List<Chosen> chosen, Texts texts) {
        return each(visitor, batch, chosen, texts, (one, item) -> item);
    }

    /**
     * @throws OnlyShownException when nothing is to be done now
     * @throws UnreasonedException when the reason is none, which the first says for all
     */
    private List<Answer> take(Visitor visitor, Batch batch, Step step, Form form, List<Chosen> chosen, Texts texts) {
        var body = Reasons.body(step, form);
        return each(visitor, batch, chosen, texts, (one, item) -> {
            try {
                return api.step(
                        visitor, one.version(), body, batch.kind().type(), batch.address(), one.id(), step.name());
            } catch (ProblemException refusal) {
                throw body != null && !refusal.errors().isEmpty() ? new UnreasonedException(refusal) : refusal;
            }
        });
    }

    /** Once a service does not answer, it is not asked for the others. */
    private List<Answer> each(
            Visitor visitor, Batch batch, List<Chosen> chosen, Texts texts, BiFunction<Chosen, Item, Item> step) {
        var answers = new ArrayList<Answer>();
        var away = false;
        for (var one : chosen) {
            Item item = null;
            try {
                if (away) {
                    answers.add(new Answer(one, null, false, texts.of("together.untried")));
                    continue;
                }
                item = api.get(visitor, batch.kind().type(), batch.address(), one.id());
                item = step.apply(one, item);
                answers.add(new Answer(one, item, true, null));
            } catch (ProblemException refusal) {
                answers.add(refused(one, item, refusal, texts));
            } catch (UnavailableException e) {
                away = true;
                answers.add(new Answer(
                        one, item, false, texts.of(item == null ? "together.untried" : "together.unanswered")));
            }
        }
        return answers;
    }

    /** Who is not signed in any more has nothing refused, but signs in. */
    private static Answer refused(Chosen one, @Nullable Item item, ProblemException refusal, Texts texts) {
        if (refusal.status() == 401) {
            throw refusal;
        }
        var code = refusal.code();
        var said = refusal.detail() == null ? texts.orNull("withheld." + code) : refusal.detail();
        var changed = code.equals("version-conflict") || code.equals("invalid-transition");
        return new Answer(one, item, false, said == null || changed ? texts.of("together.changed") : said);
    }

    /** What was written is no reason. */
    private static final class UnreasonedException extends RuntimeException {

        private final ProblemException refusal;

        UnreasonedException(ProblemException refusal) {
            super(refusal);
            this.refusal = refusal;
        }
    }
}
