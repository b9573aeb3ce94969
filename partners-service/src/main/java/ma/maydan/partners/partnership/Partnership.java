package ma.maydan.partners.partnership;

import static ma.maydan.partners.partnership.PartnershipTransition.LIFE_CYCLE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import ma.maydan.starter.aggregate.Aggregate;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Offer;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.notice.Telling;
import ma.maydan.starter.notice.Told;
import ma.maydan.starter.schedule.Due;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.time.Morocco;
import ma.maydan.starter.vocabulary.ReasonCode;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A partnership between organizations. In this form its approval route is one step, an admin's, and puts it in force on
 * its days, from the first to the last; the names of the states are those of the full life cycle. The state that is
 * kept follows the days a little later: {@link #on} tells it as of a day, and is what every rule starts from.
 */
public record Partnership(
        @BsonId String id, long version, Proposal proposal, Terms terms, Stage stage, Instant updatedAt)
        implements Aggregate {

    static final String SYSTEM = "system";

    /** The work of bringing one to its day. */
    static final String TURN = "partnership.turn";

    private static final Set<String> TOLD = Set.of(
            "partnership.approved",
            "partnership.activated",
            "partnership.changes_requested",
            "partnership.rejected",
            "partnership.suspended",
            "partnership.resumed",
            "partnership.expired");

    /** Where it stands; SUBMITTED and AWAITING_SIGNATURE are passed at once in this form. */
    public enum Status {
        DRAFT,
        UNDER_REVIEW,
        CHANGES_REQUESTED,
        /** Agreed on, before its first day. */
        APPROVED,
        /** In force. */
        ACTIVE,
        SUSPENDED,
        /** After its last day. */
        EXPIRED,
        REJECTED,
        WITHDRAWN;

        /** Whether it is a proposal on which nobody has decided yet. */
        boolean isOpen() {
            return this == DRAFT || this == UNDER_REVIEW || this == CHANGES_REQUESTED;
        }

        /** Whether its days decide on it. */
        boolean isAgreed() {
            return this == APPROVED || this == ACTIVE || this == SUSPENDED;
        }
    }

    /** Who approved which terms, when. */
    public record Approval(String approver, String termsHash, Instant at) {}

    /** The last negative or backward step, with its reason. */
    public record Decision(
            String outcome, String reasonCode, @Nullable LocalizedText reasonText, Instant at) {

        /** Null when nobody decided so, but a rule. */
        @Nullable
        Reason reason() {
            return reasonText == null ? null : new Reason(ReasonCode.valueOf(reasonCode), reasonText);
        }
    }

    static Change<Partnership> draft(
            String id, Terms terms, String proposer, String partner, Actor actor, Circumstances now) {
        var proposal = new Proposal(proposer, partner, actor.requirePersonId(), null);
        return new Partnership(id, 1, proposal, terms.checked(now.today()), Stage.DRAFT, now.at())
                .tell("partnership.created");
    }

    /** A new proposal, which holds one of its proposer's slots while nobody has decided on it. */
    Partnership in(String proposersSlot) {
        return new Partnership(id, version, proposal.holding(proposersSlot), terms, stage, updatedAt);
    }

    Status status() {
        return stage.status();
    }

    List<String> parties() {
        return proposal.parties();
    }

    /** As it stands on a day: in force from its first to its last, unless it is suspended. */
    Partnership on(LocalDate today) {
        var due = statusOn(today);
        return due == status() ? this : new Partnership(id, version, proposal, terms, stage.on(due), updatedAt);
    }

    private Status statusOn(LocalDate today) {
        if (!status().isAgreed()) {
            return status();
        }
        if (isOver(today)) {
            return Status.EXPIRED;
        }
        return status() == Status.SUSPENDED ? status() : inForceOn(today);
    }

    private Status inForceOn(LocalDate today) {
        return today.isBefore(terms.startsOn()) ? Status.APPROVED : Status.ACTIVE;
    }

    boolean isOver(LocalDate today) {
        return today.isAfter(terms.endsOn());
    }

    /** What the day asks for, or null when it asks for nothing. */
    @Nullable
    Change<Partnership> turn(LocalDate today, Instant now) {
        var due = statusOn(today);
        return due == status() ? null : to(stage.agreed(due), now).tell("partnership." + nameOf(due));
    }

    private static String nameOf(Status agreed) {
        return switch (agreed) {
            case ACTIVE -> "activated";
            case EXPIRED -> "expired";
            default -> "approved";
        };
    }

    /** What this actor may do now. */
    Offer offer(Actor actor, Circumstances now) {
        return LIFE_CYCLE.offer(new PartnershipSituation(this, actor, now));
    }

    Change<Partnership> edit(Terms changed, Actor actor, Circumstances now) {
        require(PartnershipTransition.EDIT, actor, now);
        return new Partnership(id, version + 1, proposal, changed.checked(now.today()), stage.edited(), now.at())
                .tell("partnership.updated");
    }

    Change<Partnership> submit(Actor actor, Circumstances now) {
        require(PartnershipTransition.SUBMIT, actor, now);
        return to(stage.submitted(terms.hash(parties())), now.at()).tell("partnership.submitted");
    }

    /** Approves the terms that were submitted; they are in force on their days. */
    Change<Partnership> approve(Actor actor, Circumstances now) {
        require(PartnershipTransition.APPROVE, actor, now);
        var approved = terms.hash(parties());
        if (!approved.equals(stage.termsHash())) {
            throw new IllegalStateException("The terms of " + id + " are not those that were submitted");
        }
        var approval = new Approval(actor.requirePersonId(), approved, now.at());
        var next = inForceOn(now.today());
        return to(stage.approved(approval).agreed(next), now.at()).tell("partnership." + nameOf(next));
    }

    /** Takes a step with a proposal that needs no reason. */
    Change<Partnership> take(PartnershipTransition transition, Actor actor, Circumstances now) {
        return taken(transition, actor, null, now);
    }

    /** Takes a negative or backward step with a proposal; the state that it leads to is its outcome. */
    Change<Partnership> take(PartnershipTransition transition, Actor actor, Reason reason, Circumstances now) {
        var outcome = String.valueOf(transition.rule().to());
        return taken(transition, actor, because(outcome, reason, now.at()), now);
    }

    private Change<Partnership> taken(
            PartnershipTransition transition, Actor actor, @Nullable Decision because, Circumstances now) {
        require(transition, actor, now);
        var next = transition.rule().to();
        return to(stage.decided(next == null ? status() : next, because), now.at())
                .tell(LIFE_CYCLE.eventType(transition));
    }

    Change<Partnership> suspend(Actor actor, Reason reason, Circumstances now) {
        require(PartnershipTransition.SUSPEND, actor, now);
        var cause = because("SUSPENDED", reason, now.at());
        return to(stage.suspended(actor.requirePersonId(), cause), now.at()).tell("partnership.suspended");
    }

    /** By another admin than the one who suspended it; it is in force again on its days. */
    Change<Partnership> resume(Actor actor, Circumstances now) {
        require(PartnershipTransition.RESUME, actor, now);
        return resumed(now);
    }

    /** What the standing of the parties asks for, or null when it asks for nothing. */
    @Nullable
    Change<Partnership> follow(Circumstances now) {
        if ((status() == Status.ACTIVE || status() == Status.APPROVED) && !now.partiesInRegister()) {
            var cause = new Decision("SUSPENDED", "PARTY_NOT_VERIFIED", null, now.at());
            return to(stage.suspended(SYSTEM, cause), now.at()).tell("partnership.suspended");
        }
        if (status() == Status.SUSPENDED && SYSTEM.equals(stage.suspendedBy()) && now.partiesInRegister()) {
            return resumed(now);
        }
        return null;
    }

    private Change<Partnership> resumed(Circumstances now) {
        return to(stage.agreed(inForceOn(now.today())), now.at()).tell("partnership.resumed");
    }

    private void require(PartnershipTransition transition, Actor actor, Circumstances now) {
        LIFE_CYCLE.require(transition, new PartnershipSituation(this, actor, now));
    }

    private static Decision because(String outcome, Reason reason, Instant now) {
        return new Decision(outcome, reason.code().name(), reason.text(), now);
    }

    private Partnership to(Stage next, Instant now) {
        var still = next.status().isOpen() ? proposal : proposal.holding(null);
        return new Partnership(id, version + 1, still, terms, next.seen(now), now);
    }

    /** When what the caller of a public list sees of it changed last. */
    Instant changedAt() {
        var change = stage.publicChangeAt();
        return change == null ? updatedAt : change;
    }

    private Change<Partnership> tell(String what) {
        var change = new Change<>(this, what, PartnershipSnapshot.of(this));
        var turned = status().isAgreed() ? change.and(turning()) : change;
        return TOLD.contains(what) ? turned.and(told(what)) : turned;
    }

    /** The members of both parties hear of it. */
    private Due told(String what) {
        var decision = stage.decision();
        return Telling.of(what, "partnerships", id, terms.title())
                .because(decision == null ? null : decision.reason())
                .to(parties().stream().map(Told::membersOf).toList())
                .due(id, version, updatedAt);
    }

    /** Its next day that changes its state, by the calendar of Casablanca. */
    private Due turning() {
        var day =
                status() == Status.APPROVED ? terms.startsOn() : terms.endsOn().plusDays(1);
        return Due.at(TURN, id, day.atStartOfDay(Morocco.ZONE).toInstant());
    }
}
