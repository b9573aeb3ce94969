package ma.maydan.events.registration;

import java.util.List;
import java.util.Objects;
import ma.maydan.events.event.Event;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.notice.Telling;
import ma.maydan.starter.notice.Told;
import ma.maydan.starter.notice.Written;
import org.jspecify.annotations.Nullable;

/**
 * Tells who holds a registration what became of it: with the end of an offer, or when the event begins. What becomes of
 * a seat without a name is told to the members of the organization that holds it.
 */
final class HolderNews {

    private HolderNews() {}

    static Change<Registration> of(Change<Registration> change, @Nullable Event event) {
        return of(change, event, null);
    }

    /**
     * A guest who has yet to confirm their address is asked for that, and told nothing else.
     *
     * @param event null when it is not known any more: then nobody is told
     * @param reason why, where somebody decided so
     */
    static Change<Registration> of(Change<Registration> change, @Nullable Event event, @Nullable Reason reason) {
        var to = change.state();
        if (event == null || to.holder().behalf() == null && to.holder().isNobodys()) {
            return change;
        }
        if (to.holder().isUnconfirmed()) {
            return to.version() == 1 ? tell(change, event, "registration.to-confirm", null, person(to)) : change;
        }
        var behalf = to.holder().behalf();
        if (behalf == null || !to.holder().isUnnamed()) {
            return tell(change, event, behalf == null ? kindOf(change) : colleagueKindOf(change), reason, person(to));
        }
        var kind = heldKindOf(change);
        return kind == null ? change : tell(change, event, kind, reason, Told.membersOf(behalf.organizationId()));
    }

    /** What they had is somebody else's now, whom their organization has named instead. */
    static Change<Registration> replaced(Change<Registration> change, @Nullable Event event, String person) {
        return event == null ? change : tell(change, event, "registration.replaced", null, Told.person(person));
    }

    /** Something that they had chosen is taken: they have their seat without it. */
    static Change<Registration> chooseAgain(Change<Registration> change, @Nullable Event event) {
        return event == null ? change : tell(change, event, "registration.choose-again", null, person(change.state()));
    }

    private static Told person(Registration registration) {
        return Told.person(registration.personId());
    }

    private static Change<Registration> tell(
            Change<Registration> change, Event event, String kind, @Nullable Reason reason, Told whom) {
        var to = change.state();
        var behalf = to.holder().behalf();
        var telling = Telling.of(kind, "events", event.id(), event.content().title())
                .because(reason)
                .at(Objects.requireNonNullElse(
                        to.holder().isUnconfirmed() ? to.keptUntil() : to.offeredUntil(), event.startsAt()))
                .to(List.of(whom));
        var told = behalf == null ? telling : telling.saying(Written.by(behalf.organizationName()));
        return change.and(told.due(to.id(), to.version(), to.updatedAt()));
    }

    /** Who is approved and has to wait hears that, too; a guest who has confirmed hears what they have. */
    private static String kindOf(Change<Registration> change) {
        if (change.eventType().equals("registration.verified")) {
            return switch (change.state().status()) {
                case CONFIRMED -> "registration.confirmed";
                case WAITLISTED -> "registration.waitlisted";
                case PENDING_APPROVAL -> "registration.requested";
                default -> "registration.offered";
            };
        }
        return change.eventType().equals("registration.approved")
                        && change.state().waits()
                ? "registration.approved-waiting"
                : change.eventType();
    }

    /** Who is named, first or instead of somebody, hears by whom and for what. */
    private static String colleagueKindOf(Change<Registration> change) {
        return switch (change.eventType()) {
            case "registration.confirmed", "registration.waitlisted", "registration.requested", "registration.named" ->
                switch (change.state().status()) {
                    case CONFIRMED -> "registration.confirmed-by";
                    case WAITLISTED -> "registration.waitlisted-by";
                    case PENDING_APPROVAL -> "registration.requested-by";
                    default -> "registration.offered";
                };
            case "registration.cancelled", "registration.offer_declined" -> "registration.withdrawn";
            default -> kindOf(change);
        };
    }

    /** Null for what the organization has just done itself. */
    private static @Nullable String heldKindOf(Change<Registration> change) {
        return switch (change.eventType()) {
            case "registration.confirmed",
                    "registration.waitlisted",
                    "registration.requested",
                    "registration.accepted" -> null;
            case "registration.offered" -> "registration.offered-held";
            case "registration.returned" -> "registration.returned";
            case "registration.cancelled", "registration.offer_declined" -> "registration.released";
            default -> "registration.held";
        };
    }
}
