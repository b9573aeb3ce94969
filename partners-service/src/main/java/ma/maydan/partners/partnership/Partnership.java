package ma.maydan.partners.partnership;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import ma.maydan.starter.mongo.Aggregate;
import ma.maydan.starter.mongo.Change;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.text.LocalizedText;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A partnership between organizations. In this form its approval route is one step, an admin's, and puts it in force at
 * once; the names of the states are those of the full life cycle.
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

    private static final int LONGEST_YEARS = 10;

    /** What the parties agree on. */
    public record Terms(
            LocalizedText title,
            LocalizedText objectives,
            Lever lever,
            Type type,
            LocalDate startsOn,
            LocalDate endsOn) {}

    /** The levers of the cluster's strategy. */
    public enum Lever {
        TALENT,
        ECOSYSTEM,
        WATCH
    }

    /** The instrument. */
    public enum Type {
        FRAMEWORK,
        PROGRAMME_CONTRACT,
        SPECIFIC,
        MOU
    }

    /** Where it stands; SUBMITTED, APPROVED and AWAITING_SIGNATURE are passed at once in this form. */
    public enum Status {
        DRAFT,
        UNDER_REVIEW,
        CHANGES_REQUESTED,
        ACTIVE,
        SUSPENDED,
        REJECTED,
        WITHDRAWN;

        /** Whether it is a proposal on which nobody has decided yet. */
        boolean isOpen() {
            return this == DRAFT || this == UNDER_REVIEW || this == CHANGES_REQUESTED;
        }
    }

    enum Transition {
        EDIT,
        SUBMIT,
        WITHDRAW,
        APPROVE,
        REQUEST_CHANGES,
        REJECT,
        SUSPEND,
        RESUME;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Who approved which terms, when. */
    public record Approval(String approver, String termsHash, Instant at) {}

    /** The last negative or backward step, with its reason. */
    public record Decision(
            String outcome, String reasonCode, @Nullable LocalizedText reasonText, Instant at) {}

    /**
     * Who acts.
     *
     * @param ownsProposer is an owner of the proposing organization
     * @param interested belongs to a party other than the cluster itself
     */
    record Actor(String personId, boolean admin, boolean ownsProposer, boolean interested) {}

    /** A reason for a negative or backward step. */
    record Reason(String code, LocalizedText text) {}

    static Change<Partnership> draft(
            String id, Terms terms, String proposer, String partner, Actor actor, Instant now) {
        return new Partnership(
                        id,
                        1,
                        checked(terms),
                        proposer,
                        actor.personId,
                        List.of(proposer, partner),
                        Status.DRAFT,
                        null,
                        null,
                        null,
                        null,
                        now,
                        null)
                .tell("created");
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

    /** What this actor may do now. */
    List<Transition> allowed(Actor actor) {
        var decides = actor.admin && !actor.interested && !actor.personId.equals(proposedBy);
        var allowed = new ArrayList<Transition>();
        switch (status) {
            case DRAFT, CHANGES_REQUESTED -> {
                if (actor.ownsProposer) {
                    allowed.addAll(List.of(Transition.EDIT, Transition.SUBMIT, Transition.WITHDRAW));
                }
            }
            case UNDER_REVIEW -> {
                if (decides) {
                    allowed.addAll(List.of(Transition.APPROVE, Transition.REQUEST_CHANGES, Transition.REJECT));
                }
                if (actor.ownsProposer) {
                    allowed.add(Transition.WITHDRAW);
                }
            }
            case ACTIVE -> {
                if (decides) {
                    allowed.add(Transition.SUSPEND);
                }
            }
            case SUSPENDED -> {
                if (decides && !SYSTEM.equals(suspendedBy) && !actor.personId.equals(suspendedBy)) {
                    allowed.add(Transition.RESUME);
                }
            }
            case REJECTED, WITHDRAWN -> {
                // The end.
            }
        }
        return allowed;
    }

    Change<Partnership> edit(Terms changed, Actor actor, Instant now) {
        require(Transition.EDIT, actor);
        return new Partnership(
                        id,
                        version + 1,
                        checked(changed),
                        proposerOrganizationId,
                        proposedBy,
                        parties,
                        status,
                        null,
                        null,
                        null,
                        decision,
                        now,
                        slot)
                .tell("updated");
    }

    Change<Partnership> submit(Actor actor, Instant now) {
        require(Transition.SUBMIT, actor);
        return to(Status.UNDER_REVIEW, hash(), null, null, null, now).tell("submitted");
    }

    /** Approves the terms that were submitted; they are in force from here. */
    Change<Partnership> approve(Actor actor, Instant now) {
        require(Transition.APPROVE, actor);
        var approved = hash();
        if (!approved.equals(termsHash)) {
            throw new IllegalStateException("The terms of " + id + " are not those that were submitted");
        }
        return to(Status.ACTIVE, termsHash, new Approval(actor.personId, approved, now), null, null, now)
                .tell("activated");
    }

    Change<Partnership> requestChanges(Actor actor, Reason reason, Instant now) {
        require(Transition.REQUEST_CHANGES, actor);
        return to(Status.CHANGES_REQUESTED, termsHash, null, null, because("CHANGES_REQUESTED", reason, now), now)
                .tell("changes_requested");
    }

    Change<Partnership> reject(Actor actor, Reason reason, Instant now) {
        require(Transition.REJECT, actor);
        return to(Status.REJECTED, termsHash, null, null, because("REJECTED", reason, now), now)
                .tell("rejected");
    }

    Change<Partnership> withdraw(Actor actor, Instant now) {
        require(Transition.WITHDRAW, actor);
        return to(Status.WITHDRAWN, termsHash, null, null, null, now).tell("withdrawn");
    }

    Change<Partnership> suspend(Actor actor, Reason reason, Instant now) {
        require(Transition.SUSPEND, actor);
        return to(Status.SUSPENDED, termsHash, approval, actor.personId, because("SUSPENDED", reason, now), now)
                .tell("suspended");
    }

    /** By another admin than the one who suspended it. */
    Change<Partnership> resume(Actor actor, Instant now) {
        require(Transition.RESUME, actor);
        return to(Status.ACTIVE, termsHash, approval, null, null, now).tell("resumed");
    }

    /** What the standing of the parties asks for, or null when it asks for nothing. */
    @Nullable
    Change<Partnership> follow(boolean everyPartyVerified, Instant now) {
        if (status == Status.ACTIVE && !everyPartyVerified) {
            var cause = new Decision("SUSPENDED", "PARTY_NOT_VERIFIED", null, now);
            return to(Status.SUSPENDED, termsHash, approval, SYSTEM, cause, now).tell("suspended");
        }
        if (status == Status.SUSPENDED && SYSTEM.equals(suspendedBy) && everyPartyVerified) {
            return to(Status.ACTIVE, termsHash, approval, null, null, now).tell("resumed");
        }
        return null;
    }

    private void require(Transition transition, Actor actor) {
        var allowed = allowed(actor);
        if (!allowed.contains(transition)) {
            throw ProblemException.invalidTransition(
                    allowed.stream().map(Transition::code).toList());
        }
    }

    private static Decision because(String outcome, Reason reason, Instant now) {
        return new Decision(outcome, reason.code, reason.text, now);
    }

    private static Terms checked(Terms terms) {
        if (!terms.endsOn.isAfter(terms.startsOn)) {
            throw ProblemException.invalidField("/endsOn", "ends-before-start");
        }
        if (terms.endsOn.isAfter(terms.startsOn.plusYears(LONGEST_YEARS))) {
            throw ProblemException.invalidField("/endsOn", "too-long");
        }
        return terms;
    }

    private String hash() {
        var canonical = String.join(
                "\n",
                text(terms.title),
                text(terms.objectives),
                terms.lever.name(),
                terms.type.name(),
                String.join(",", parties),
                terms.startsOn.toString(),
                terms.endsOn.toString());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }

    private static String text(LocalizedText text) {
        return text.ar() + "\u0000" + text.fr() + "\u0000" + text.en();
    }

    private Partnership to(
            Status next,
            @Nullable String hash,
            @Nullable Approval approved,
            @Nullable String suspender,
            @Nullable Decision because,
            Instant now) {
        return new Partnership(
                id,
                version + 1,
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
        return new Change<>(
                this,
                "partnership." + what,
                new Snapshot(id, parties, status, terms.lever, terms.type, terms.startsOn, terms.endsOn));
    }

    /** What other services learn. */
    record Snapshot(
            String id,
            List<String> parties,
            Status status,
            Lever lever,
            Type type,
            LocalDate startsOn,
            LocalDate endsOn) {}
}
