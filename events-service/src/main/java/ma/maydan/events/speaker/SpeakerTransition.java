package ma.maydan.events.speaker;

import static ma.maydan.events.speaker.Speaker.Status.DRAFT;
import static ma.maydan.events.speaker.Speaker.Status.HIDDEN;
import static ma.maydan.events.speaker.Speaker.Status.PUBLISHED;
import static ma.maydan.starter.lifecycle.Who.EDITOR;

import ma.maydan.starter.lifecycle.LifeCycle;
import ma.maydan.starter.lifecycle.Rule;
import ma.maydan.starter.lifecycle.Transition;
import ma.maydan.starter.problem.ProblemException;

/** The life cycle of a speaker, whom an organization shows and hides as it likes while it is verified. */
enum SpeakerTransition implements Transition<Speaker.Status, SpeakerSituation> {
    EDIT(from(DRAFT, PUBLISHED, HIDDEN).by(EDITOR).tells("updated")),
    PHOTO(from(DRAFT, PUBLISHED, HIDDEN).by(EDITOR).tells("updated")),
    PUBLISH(from(DRAFT, HIDDEN)
            .by(EDITOR)
            .when(
                    situation -> situation.speaker().owner().isConfirmed(),
                    () -> ProblemException.conflict("organization-not-verified"))
            .to(PUBLISHED)
            .tells("published")),
    HIDE(from(PUBLISHED).by(EDITOR).to(HIDDEN).tells("hidden")),
    DELETE(from(DRAFT).by(EDITOR).tells("deleted"));

    static final LifeCycle<SpeakerTransition, Speaker.Status, SpeakerSituation> LIFE_CYCLE =
            new LifeCycle<>("speaker", SpeakerTransition.class);

    private final Rule<Speaker.Status, SpeakerSituation> rule;

    SpeakerTransition(Rule<Speaker.Status, SpeakerSituation> rule) {
        this.rule = rule;
    }

    @Override
    public Rule<Speaker.Status, SpeakerSituation> rule() {
        return rule;
    }

    private static Rule<Speaker.Status, SpeakerSituation> from(Speaker.Status first, Speaker.Status... more) {
        return Rule.from(first, more);
    }
}
