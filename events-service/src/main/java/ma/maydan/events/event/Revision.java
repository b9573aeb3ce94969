package ma.maydan.events.event;

import static ma.maydan.events.event.EventTransition.LIFE_CYCLE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.schedule.Due;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a change of what is published. Texts and the like count at once. Another time or place, or fewer seats,
 * wait for the cluster as a {@link Proposal} unless the host is trusted; the published version stays meanwhile.
 */
record Revision(Event event, Instant now) {

    /**
     * @param trusted whether the host publishes without the cluster
     * @throws ma.maydan.starter.problem.ProblemException 422 when a text is missing that what is published has
     */
    Change<Event> edit(EventContent changed, boolean trusted) {
        changed.requireComplete();
        var atOnce = trusted ? changed : event.content().atOnce(changed);
        if (!atOnce.equals(changed)) {
            var waiting = event.stage().proposal();
            var proposal = waiting == null ? new Proposal(changed, null, now) : waiting.with(changed, now);
            return replaced(atOnce, proposal, "event.change_proposed")
                    .and(Due.at(Event.LAPSE, event.id(), proposal.lapsesAt(atOnce)));
        }
        return replaced(changed, beside(changed), "event.updated");
    }

    /** What waits already, once the content is another; null when nothing is left to decide. */
    private @Nullable Proposal beside(EventContent next) {
        var waiting = event.stage().proposal();
        if (waiting == null) {
            return null;
        }
        var still = event.content().beside(waiting.content(), next);
        return still.equals(next) && waiting.hostOrganizationId() == null ? null : waiting.with(still, waiting.at());
    }

    /** The cluster lets a change count. */
    Change<Event> accept(Actor actor) {
        var proposal = require(EventTransition.ACCEPT_CHANGE, actor);
        return replaced(proposal.content(), null, LIFE_CYCLE.eventType(EventTransition.ACCEPT_CHANGE))
                .and(told(LIFE_CYCLE.eventType(EventTransition.ACCEPT_CHANGE), null));
    }

    /** The cluster gives a change back. */
    Change<Event> giveBack(Actor actor, Reason reason) {
        require(EventTransition.RETURN_CHANGE, actor);
        var why = new EventDecision("CHANGE_RETURNED", reason.code().name(), reason.text(), now);
        var type = LIFE_CYCLE.eventType(EventTransition.RETURN_CHANGE);
        return dropped(why, type).and(told(type, reason));
    }

    /** The host takes its change back. */
    Change<Event> withdraw(Actor actor) {
        require(EventTransition.WITHDRAW_CHANGE, actor);
        return dropped(null, LIFE_CYCLE.eventType(EventTransition.WITHDRAW_CHANGE));
    }

    /** A change that nobody accepted in time is dropped; null when there is none. */
    @Nullable
    Change<Event> lapse() {
        var waiting = event.stage().proposal();
        return waiting == null || waiting.lapsesAt(event.content()).isAfter(now)
                ? null
                : dropped(null, "event.change_lapsed").and(told("event.change_lapsed", null));
    }

    private Proposal require(EventTransition transition, Actor actor) {
        LIFE_CYCLE.require(transition, new EventSituation(event, actor, now));
        var proposal = event.stage().proposal();
        if (proposal == null) {
            throw new IllegalStateException("Nothing is proposed for " + event.id());
        }
        return proposal;
    }

    private Change<Event> dropped(@Nullable EventDecision because, String type) {
        var stage = event.stage().proposing(null, because, event.stage().publicChangeAt());
        return event.next(event.content(), stage, now).tell(type).and(Due.never(Event.LAPSE, event.id()));
    }

    private Change<Event> replaced(EventContent next, @Nullable Proposal proposal, String type) {
        var seen = next.equals(event.content()) ? event.stage().publicChangeAt() : now;
        var changed = event.next(next, event.stage().proposing(proposal, null, seen), now);
        return changed.tell(type).and(consequences(changed));
    }

    /** Those who are registered hear where and when they are expected now, and the event ends at its new time. */
    private List<Due> consequences(Event changed) {
        var before = event.content();
        var after = changed.content();
        var due = new ArrayList<Due>();
        var kind = toldOf(before, after);
        if (kind != null) {
            due.add(changed.telling(kind)
                    .insteadOf(event.startsAt())
                    .to(List.of(changed.registered()))
                    .due(event.id(), changed.version(), now));
        }
        if (!before.schedule().equals(after.schedule())) {
            due.add(Due.at(Event.END, event.id(), after.schedule().endsAt()));
            due.add(Due.at(Event.TIMES, event.id(), now));
        }
        if (!before.schedule().equals(after.schedule())
                || !before.wording().mailing().equals(after.wording().mailing())) {
            EventReminder.of(changed, now).forEach(due::add);
            due.add(EventFollowUp.of(changed));
        }
        if (!before.equals(after)) {
            due.add(Due.at(Event.SEATS, event.id(), now));
            changed.releases().forEach(due::add);
        }
        if (changed.stage().proposal() == null && event.stage().proposal() != null) {
            due.add(Due.never(Event.LAPSE, event.id()));
        }
        return due;
    }

    /** The kind of what those who are registered are told; null when it is all the same to them. */
    private static @Nullable String toldOf(EventContent before, EventContent after) {
        if (before.isMovedTo(after)) {
            return before.isRelocatedTo(after) ? "event.moved_and_relocated" : "event.moved";
        }
        if (before.isRelocatedTo(after)) {
            return "event.relocated";
        }
        return before.schedule().equals(after.schedule()) ? null : "event.retimed";
    }

    private Due told(String kind, @Nullable Reason reason) {
        return event.telling(kind).because(reason).to(List.of(event.hosts())).due(event.id(), event.version() + 1, now);
    }
}
