package ma.maydan.events.registration;

import java.util.List;
import java.util.Objects;
import ma.maydan.events.event.Event;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.notice.Telling;
import ma.maydan.starter.notice.Told;
import org.jspecify.annotations.Nullable;

/** Tells who holds a registration what became of it: with the end of an offer, or when the event begins. */
final class HolderNews {

    private HolderNews() {}

    static Change<Registration> of(Change<Registration> change, @Nullable Event event) {
        return of(change, event, null);
    }

    /**
     * @param event null when it is not known any more: then nobody is told
     * @param reason why, where somebody decided so
     */
    static Change<Registration> of(Change<Registration> change, @Nullable Event event, @Nullable Reason reason) {
        if (event == null) {
            return change;
        }
        var to = change.state();
        return change.and(
                Telling.of(kindOf(change), "events", event.id(), event.content().title())
                        .because(reason)
                        .at(Objects.requireNonNullElse(to.offeredUntil(), event.startsAt()))
                        .to(List.of(Told.person(to.personId())))
                        .due(to.id(), to.version(), to.updatedAt()));
    }

    /** Who is approved and has to wait hears that, too. */
    private static String kindOf(Change<Registration> change) {
        return change.eventType().equals("registration.approved")
                        && change.state().waits()
                ? "registration.approved-waiting"
                : change.eventType();
    }
}
