package ma.maydan.partners.partnership;

import static ma.maydan.partners.partnership.PartnershipTransition.LIFE_CYCLE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.mongo.Aggregate;
import ma.maydan.starter.mongo.Change;
import ma.maydan.starter.text.LocalizedText;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A partnership between organizations. In this form its approval route is one step, an admin's, and puts it in force on
 * its days, from the first to the last; the names of the states are those of the full life cycle. The state that is
 * kept follows the days a little later: {@link #on} tells it as of a day, and is what every rule starts from.
 *
 * @param proposedBy the person; they never approve it
 * @param startsOn first day, in the calendar of Casablanca
 * @param endsOn last day
 * @param termsHash SHA-256 of the terms as they were submitted
 * @param suspendedBy the person, or {@link #SYSTEM} while a party is not in good standing; null unless suspended
 * @param slot its proposer's, until it is decided or withdrawn; null for one from before
 */
public record Partnership(
        @BsonId String id,
        long version,
        Terms terms,
        String proposerOrganizationId,
        String proposedBy,
        List<String> parties,
        Status status,
        @Nullable String termsHash,
        @Nullable Approval approval,
        @Nullable String suspendedBy,
        @Nullable Decision decision,
        Instant updatedAt,
        @Nullable String slot)
        implements Aggregate {

    static final String SYSTEM = "system";

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
            String outcome, String reasonCode, @Nullable LocalizedText reasonText, Instant at) {}

    static Change<Partnership> draft(
            String id, Terms terms, String proposer, String partner, Actor actor, Circumstances now) {
        return new Partnership(
                        id,
                        1,
                        terms.checked(now.today()),
                        proposer,
                        actor.requirePersonId(),
                        List.of(proposer, partner),
                        Status.DRAFT,
                        null,
                        null,
                        null,
                        null,
                        now.at(),
                        null)
                .tell("partnership.created");
    }

    /** A new proposal, which holds one of its proposer's slots while nobody has decided on it. */
    Partnership in(String proposersSlot) {
        return new Partnership(
                id,
                version,
                terms,
                proposerOrganizationId,
                proposedBy,
                parties,
                status,
                termsHash,
                approval,
                suspendedBy,
                decision,
                updatedAt,
                proposersSlot);
    }

    /** As it stands on a day: in force from its first to its last, unless it is suspended. */
    Partnership on(LocalDate today) {
        var due = statusOn(today);
        return due == status ? this : with(version, due, termsHash, approval, suspendedBy, decision, updatedAt);
    }

    private Status statusOn(LocalDate today) {
        if (!status.isAgreed()) {
            return status;
        }
        if (isOver(today)) {
            return Status.EXPIRED;
        }
        return status == Status.SUSPENDED ? status : inForceOn(today);
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
        return due == status
                ? null
                : to(due, termsHash, approval, null, null, now).tell("partnership." + nameOf(due));
    }

    private static String nameOf(Status agreed) {
        return switch (agreed) {
            case ACTIVE -> "activated";
            case EXPIRED -> "expired";
            default -> "approved";
        };
    }

    /** What this actor may do now. */
    List<PartnershipTransition> allowed(Actor actor, Circumstances now) {
        return LIFE_CYCLE.allowed(new PartnershipSituation(this, actor, now));
    }

    Map<String, String> withheld(Actor actor, Circumstances now) {
        return LIFE_CYCLE.withheldCodes(new PartnershipSituation(this, actor, now));
    }

    Change<Partnership> edit(Terms changed, Actor actor, Circumstances now) {
        require(PartnershipTransition.EDIT, actor, now);
        return new Partnership(
                        id,
                        version + 1,
                        changed.checked(now.today()),
                        proposerOrganizationId,
                        proposedBy,
                        parties,
                        status,
                        null,
                        null,
                        null,
                        decision,
                        now.at(),
                        slot)
                .tell("partnership.updated");
    }

    Change<Partnership> submit(Actor actor, Circumstances now) {
        require(PartnershipTransition.SUBMIT, actor, now);
        return take(PartnershipTransition.SUBMIT, terms.hash(parties), null, now);
    }

    /** Approves the terms that were submitted; they are in force on their days. */
    Change<Partnership> approve(Actor actor, Circumstances now) {
        require(PartnershipTransition.APPROVE, actor, now);
        var approved = terms.hash(parties);
        if (!approved.equals(termsHash)) {
            throw new IllegalStateException("The terms of " + id + " are not those that were submitted");
        }
        var next = inForceOn(now.today());
        return to(next, termsHash, new Approval(actor.requirePersonId(), approved, now.at()), null, null, now.at())
                .tell("partnership." + nameOf(next));
    }

    Change<Partnership> requestChanges(Actor actor, Reason reason, Circumstances now) {
        require(PartnershipTransition.REQUEST_CHANGES, actor, now);
        var cause = because("CHANGES_REQUESTED", reason, now.at());
        return take(PartnershipTransition.REQUEST_CHANGES, termsHash, cause, now);
    }

    Change<Partnership> reject(Actor actor, Reason reason, Circumstances now) {
        require(PartnershipTransition.REJECT, actor, now);
        return take(PartnershipTransition.REJECT, termsHash, because("REJECTED", reason, now.at()), now);
    }

    Change<Partnership> withdraw(Actor actor, Circumstances now) {
        require(PartnershipTransition.WITHDRAW, actor, now);
        return take(PartnershipTransition.WITHDRAW, termsHash, null, now);
    }

    Change<Partnership> suspend(Actor actor, Reason reason, Circumstances now) {
        require(PartnershipTransition.SUSPEND, actor, now);
        var cause = because("SUSPENDED", reason, now.at());
        return to(Status.SUSPENDED, termsHash, approval, actor.requirePersonId(), cause, now.at())
                .tell("partnership.suspended");
    }

    /** By another admin than the one who suspended it; it is in force again on its days. */
    Change<Partnership> resume(Actor actor, Circumstances now) {
        require(PartnershipTransition.RESUME, actor, now);
        return to(inForceOn(now.today()), termsHash, approval, null, null, now.at())
                .tell("partnership.resumed");
    }

    /** The end of a draft, of which nothing stays. */
    Change<Partnership> delete(Actor actor, Circumstances now) {
        require(PartnershipTransition.DELETE, actor, now);
        return take(PartnershipTransition.DELETE, null, null, now);
    }

    /** What the standing of the parties asks for, or null when it asks for nothing. */
    @Nullable
    Change<Partnership> follow(Circumstances now) {
        if ((status == Status.ACTIVE || status == Status.APPROVED) && !now.partiesVerified()) {
            var cause = new Decision("SUSPENDED", "PARTY_NOT_VERIFIED", null, now.at());
            return to(Status.SUSPENDED, termsHash, approval, SYSTEM, cause, now.at())
                    .tell("partnership.suspended");
        }
        if (status == Status.SUSPENDED && SYSTEM.equals(suspendedBy) && now.partiesVerified()) {
            return to(inForceOn(now.today()), termsHash, approval, null, null, now.at())
                    .tell("partnership.resumed");
        }
        return null;
    }

    private void require(PartnershipTransition transition, Actor actor, Circumstances now) {
        LIFE_CYCLE.require(transition, new PartnershipSituation(this, actor, now));
    }

    /** To a state of a proposal that nobody has approved, or not any more. */
    private Change<Partnership> take(
            PartnershipTransition transition, @Nullable String hash, @Nullable Decision because, Circumstances now) {
        var next = transition.rule().to();
        return to(next == null ? status : next, hash, null, null, because, now.at())
                .tell(LIFE_CYCLE.eventType(transition));
    }

    private static Decision because(String outcome, Reason reason, Instant now) {
        return new Decision(outcome, reason.code().name(), reason.text(), now);
    }

    private Partnership to(
            Status next,
            @Nullable String hash,
            @Nullable Approval approved,
            @Nullable String suspender,
            @Nullable Decision because,
            Instant now) {
        return with(version + 1, next, hash, approved, suspender, because, now);
    }

    private Partnership with(
            long versionNow,
            Status next,
            @Nullable String hash,
            @Nullable Approval approved,
            @Nullable String suspender,
            @Nullable Decision because,
            Instant now) {
        return new Partnership(
                id,
                versionNow,
                terms,
                proposerOrganizationId,
                proposedBy,
                parties,
                next,
                hash,
                approved,
                suspender,
                because,
                now,
                next.isOpen() ? slot : null);
    }

    private Change<Partnership> tell(String what) {
        return new Change<>(this, what, PartnershipSnapshot.of(this));
    }
}
