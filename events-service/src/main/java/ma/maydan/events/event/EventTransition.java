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
    /** Of what is published, until it begins; what of that waits for the cluster, {@link Revision} says. */
    EDIT(Rule.<Event.Status, EventSituation>from(DRAFT, PUBLISHED)
            .by(EDITOR)
            .when(situation -> situation.state() == DRAFT || hasNotBegun(situation))
            .when(
                    situation -> situation.state() == DRAFT
                            || situation.event().owner().isVerified(),
                    () -> ProblemException.conflict("host-not-verified"))
            .tells("updated")),
    /** The picture, also of what is published; what waits for the cluster stays as it was submitted. */
    IMAGE(Rule.<Event.Status, EventSituation>from(DRAFT, PUBLISHED)
            .by(EDITOR)
            .when(EventTransition::isToCome)
            .tells("updated")),
    SUBMIT(anew(from(DRAFT).by(EDITOR)).to(SUBMITTED).tells("submitted")),
    /** By a host that the cluster trusts. */
    SELF_PUBLISH(anew(from(DRAFT).by(EDITOR).when(EventSituation::trusted, ProblemException::forbidden))
            .to(PUBLISHED)
            .tells("published")),
    PUBLISH(anew(from(SUBMITTED).by(OFFICER)).to(PUBLISHED).tells("published")),
    RETURN(from(SUBMITTED).by(OFFICER).to(DRAFT).tells("returned")),
    /** Of what is published; as what is proposed. */
    ACCEPT_CHANGE(onTime(from(PUBLISHED).by(OFFICER).when(EventTransition::isProposed))
            .tells("change_accepted")),
    RETURN_CHANGE(from(PUBLISHED).by(OFFICER).when(EventTransition::isProposed).tells("change_returned")),
    WITHDRAW_CHANGE(from(PUBLISHED).by(EDITOR).when(EventTransition::isProposed).tells("change_withdrawn")),
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

    /** And can still become so: neither the event nor what it would be has begun. */
    private static boolean isProposed(EventSituation situation) {
        var event = situation.event();
        var proposal = event.stage().proposal();
        return proposal != null && proposal.lapsesAt(event.content()).isAfter(situation.now());
    }

    private static boolean hasNotBegun(EventSituation situation) {
        return situation.event().startsAt().isAfter(situation.now());
    }

    private static boolean isToCome(EventSituation situation) {
        return !situation.event().isOver(situation.now());
    }

    private static Rule<Event.Status, EventSituation> from(Event.Status state) {
        return Rule.from(state);
    }

    /** What nobody has seen yet: not of a host that nobody has confirmed in time. */
    private static Rule<Event.Status, EventSituation> anew(Rule<Event.Status, EventSituation> rule) {
        return onTime(rule.when(
                situation -> situation.event().owner().isConfirmed(),
                () -> ProblemException.conflict("host-not-verified")));
    }

    private static Rule<Event.Status, EventSituation> onTime(Rule<Event.Status, EventSituation> rule) {
        return rule.when(
                        situation -> situation.event().owner().isVerified(),
                        () -> ProblemException.conflict("host-not-verified"))
                .when(EventTransition::hasNotBegun);
    }
}
