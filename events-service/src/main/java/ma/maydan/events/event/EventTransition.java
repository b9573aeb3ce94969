package ma.maydan.events.event;

import static ma.maydan.events.event.Event.Status.CANCELLED;
import static ma.maydan.events.event.Event.Status.DRAFT;
import static ma.maydan.events.event.Event.Status.PUBLISHED;
import static ma.maydan.events.event.Event.Status.SUBMITTED;
import static ma.maydan.starter.lifecycle.Who.ADMIN;
import static ma.maydan.starter.lifecycle.Who.EDITOR;
import static ma.maydan.starter.lifecycle.Who.MANAGER;
import static ma.maydan.starter.lifecycle.Who.OFFICER;

import ma.maydan.starter.lifecycle.LifeCycle;
import ma.maydan.starter.lifecycle.Rule;
import ma.maydan.starter.lifecycle.Transition;
import ma.maydan.starter.problem.ProblemException;

/**
 * The life cycle of an event. Nothing is submitted or published once it has begun, or for a host that is not verified.
 * That it is over, or that its host is suspended, follows by itself: {@link Event#statusAt}.
 */
enum EventTransition implements Transition<Event.Status, EventSituation> {
    EDIT(from(DRAFT).by(EDITOR).tells("updated")),
    /** The picture, also of what is published; what waits for the cluster stays as it was submitted. */
    IMAGE(Rule.<Event.Status, EventSituation>from(DRAFT, PUBLISHED)
            .by(EDITOR)
            .when(EventTransition::isToCome)
            .tells("updated")),
    SUBMIT(onTime(from(DRAFT).by(EDITOR)).to(SUBMITTED).tells("submitted")),
    PUBLISH(onTime(from(SUBMITTED).by(OFFICER)).to(PUBLISHED).tells("published")),
    RETURN(from(SUBMITTED).by(OFFICER).to(DRAFT).tells("returned")),
    /** What nobody has seen yet is deleted instead. */
    CANCEL(from(SUBMITTED)
            .by(MANAGER)
            .orFrom(PUBLISHED)
            .by(MANAGER, ADMIN)
            .when(EventTransition::isToCome)
            .to(CANCELLED)
            .tells("cancelled")),
    DELETE(from(DRAFT).by(EDITOR).tells("deleted"));

    static final LifeCycle<EventTransition, Event.Status, EventSituation> LIFE_CYCLE =
            new LifeCycle<>("event", EventTransition.class);

    private final Rule<Event.Status, EventSituation> rule;

    EventTransition(Rule<Event.Status, EventSituation> rule) {
        this.rule = rule;
    }

    @Override
    public Rule<Event.Status, EventSituation> rule() {
        return rule;
    }

    private static boolean isToCome(EventSituation situation) {
        return !situation.event().isOver(situation.now());
    }

    private static Rule<Event.Status, EventSituation> from(Event.Status state) {
        return Rule.from(state);
    }

    private static Rule<Event.Status, EventSituation> onTime(Rule<Event.Status, EventSituation> rule) {
        return rule.when(
                        situation -> situation.event().owner().isVerified(),
                        () -> ProblemException.conflict("host-not-verified"))
                .when(situation -> situation.event().startsAt().isAfter(situation.now()));
    }
}
