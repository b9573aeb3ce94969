package ma.maydan.partners.partnership;

import java.util.Locale;

/** The steps of a partnership, in the order in which they are offered: who takes each, and from which state. */
enum Transition {
    EDIT,
    SUBMIT,
    APPROVE,
    REQUEST_CHANGES,
    REJECT,
    WITHDRAW,
    SUSPEND,
    RESUME,
    DELETE;

    /** As the API spells it. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the state lets this actor take it. */
    boolean belongsTo(PartnershipActor actor, Partnership it) {
        var decides = actor.admin() && !actor.interested() && !actor.personId().equals(it.proposedBy());
        return switch (it.status()) {
            case DRAFT ->
                actor.ownsProposer() && (this == EDIT || this == SUBMIT || this == WITHDRAW || this == DELETE);
            case CHANGES_REQUESTED -> actor.ownsProposer() && (this == EDIT || this == SUBMIT || this == WITHDRAW);
            case UNDER_REVIEW ->
                switch (this) {
                    case APPROVE, REQUEST_CHANGES, REJECT -> decides;
                    case WITHDRAW -> actor.ownsProposer();
                    default -> false;
                };
            case APPROVED, ACTIVE -> this == SUSPEND && decides;
            case SUSPENDED ->
                this == RESUME
                        && decides
                        && !Partnership.SYSTEM.equals(it.suspendedBy())
                        && !actor.personId().equals(it.suspendedBy());
            case EXPIRED, REJECTED, WITHDRAWN -> false;
        };
    }

    /** Whether neither the days nor a party that is not in good standing stand against it. */
    boolean isPossible(Partnership it, Circumstances now) {
        return switch (this) {
            case SUBMIT, APPROVE -> now.partiesVerified() && !it.isOver(now.today());
            case RESUME -> now.partiesVerified();
            default -> true;
        };
    }
}
