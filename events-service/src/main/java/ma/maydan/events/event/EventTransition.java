package ma.maydan.events.event;

import java.time.Instant;
import java.util.Locale;

/** The steps of an event, in the order of its life cycle: who takes each, and when. */
enum EventTransition {
    EDIT,
    SUBMIT,
    PUBLISH,
    RETURN,
    CANCEL,
    DELETE;

    /** As the API spells it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether this actor may take it now; nothing is submitted or published late, or for a host that is not verified. */
    boolean isOpenTo(EventActor actor, Event event, Instant now) {
        var inTime = event.startsAt().isAfter(now) && event.hostIsVerified();
        return switch (event.status()) {
            case DRAFT ->
                actor.edits() && (this == EDIT || this == CANCEL || this == DELETE || this == SUBMIT && inTime);
            case SUBMITTED ->
                switch (this) {
                    case PUBLISH -> actor.moderates() && inTime;
                    case RETURN -> actor.moderates();
                    case CANCEL -> actor.leads();
                    default -> false;
                };
            case PUBLISHED -> this == CANCEL && !event.isOver(now) && (actor.leads() || actor.admin());
            case SUSPENDED, CANCELLED, COMPLETED -> false;
        };
    }
}
