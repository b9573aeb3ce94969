package ma.maydan.portal.reviews;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.OnlyShownException;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.api.UnavailableException;
import ma.maydan.portal.kind.Kind;
import ma.maydan.portal.kind.Step;
import ma.maydan.portal.page.Texts;
import ma.maydan.portal.page.Visitor;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes one step with several things: each is judged on its own, and has an answer of its own. */
@Component
class Together {

    private final Api api;

    Together(Api api) {
        this.api = api;
    }

    /**
     * What is to be said of one.
     *
     * @param name null when it cannot be read
     * @param done whether nothing was in the way
     * @param why it was not, in the person's language; null when it was
     */
    record Answer(
            Chosen chosen,
            @Nullable LocalizedText name,
            boolean done,
            @Nullable String why) {}

    /** Those that were chosen, before anything is done with them. */
    List<Answer> shown(Visitor visitor, Kind<?> kind, List<Chosen> chosen, Texts texts) {
        return each(visitor, kind, chosen, texts, one -> {});
    }

    /**
     * Whoever sends it again changes nothing twice: a version that is gone is refused.
     *
     * @throws OnlyShownException when nothing is to be done now
     */
    List<Answer> take(Visitor visitor, Kind<?> kind, Step step, List<Chosen> chosen, Texts texts) {
        return each(
                visitor,
                kind,
                chosen,
                texts,
                one -> api.step(visitor, one.version(), null, kind.type(), kind.address(), one.id(), step.name()));
    }

    /** Once a service does not answer, it is not asked for the others. */
    private List<Answer> each(Visitor visitor, Kind<?> kind, List<Chosen> chosen, Texts texts, Consumer<Chosen> step) {
        var answers = new ArrayList<Answer>();
        var away = false;
        for (var one : chosen) {
            LocalizedText name = null;
            try {
                if (away) {
                    answers.add(new Answer(one, null, false, texts.of("together.untried")));
                    continue;
                }
                name = api.get(visitor, kind.type(), kind.address(), one.id()).title();
                step.accept(one);
                answers.add(new Answer(one, name, true, null));
            } catch (ProblemException refusal) {
                answers.add(refused(one, name, refusal, texts));
            } catch (UnavailableException e) {
                away = true;
                answers.add(new Answer(
                        one, name, false, texts.of(name == null ? "together.untried" : "together.unanswered")));
            }
        }
        return answers;
    }

    /** Who is not signed in any more has nothing refused, but signs in. */
    private static Answer refused(Chosen one, @Nullable LocalizedText name, ProblemException refusal, Texts texts) {
        if (refusal.status() == 401) {
            throw refusal;
        }
        var code = refusal.code();
        var said = refusal.detail() == null ? texts.orNull("withheld." + code) : refusal.detail();
        var changed = code.equals("version-conflict") || code.equals("invalid-transition");
        return new Answer(one, name, false, said == null || changed ? texts.of("together.changed") : said);
    }
}
