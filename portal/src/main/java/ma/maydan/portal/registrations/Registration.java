package ma.maydan.portal.registrations;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import ma.maydan.portal.api.Decision;
import ma.maydan.portal.kind.Item;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A seat at an event, or a place in its waiting list.
 *
 * @param eventStartsAtLocal by the clock of the event's own zone; null when the event is not known
 * @param eventStatus as the event is now, null when it is not known
 * @param eventDecision why the event is cancelled
 * @param eventRegistrationOpen whether the event takes registrations
 * @param mine whether it is the visitor's
 * @param position in the waiting list, 1 is next
 * @param waitingOrder in which order those who wait are served
 * @param offeredUntil until when the seat that is offered can be taken
 * @param reason why the host declined it
 * @param answers to the host's questions, as far as the visitor may read them
 * @param files that these answers name
 * @param answersUntil until when they are changed; null where nothing is asked
 * @param answersChangeable whether the visitor may change them
 * @param personName for the hosts of the event
 * @param organization that took it for somebody; null for who registered themselves
 * @param guest of who has no account; null for who has
 */
public record Registration(
        String id,
        long version,
        String eventId,
        @Nullable LocalizedText eventTitle,
        @Nullable LocalDateTime eventStartsAtLocal,
        @Nullable String eventZone,
        @Nullable String eventStatus,
        @Nullable Decision eventDecision,
        @Nullable Boolean eventRegistrationOpen,
        boolean mine,
        @Nullable String personName,
        String status,
        @Nullable Long position,
        @Nullable String waitingOrder,
        @Nullable Instant offeredUntil,
        @Nullable Reason reason,
        Instant registeredAt,
        @Nullable List<Answer> answers,
        @Nullable List<Answer.Sent> files,
        @Nullable Instant answersUntil,
        @Nullable Boolean answersChangeable,
        @Nullable For organization,
        @Nullable AsGuest guest,
        List<String> allowedTransitions)
        implements Item {

    /** Why somebody decided so. */
    public record Reason(String code, @Nullable LocalizedText text) {}

    /** The organization that took it; until when it has to say who comes, null once it has; whether
     * the visitor edits for it. */
    public record For(
            String id, LocalizedText name, @Nullable Instant nameUntil, boolean represented) {}

    /** Until when a guest has to confirm their address; null for who has. */
    public record AsGuest(@Nullable Instant confirmUntil) {}

    /** What it is for the host. */
    public String deskStatus() {
        return guest != null && guest.confirmUntil != null && isActive() ? "UNCONFIRMED" : status;
    }

    /** Whether the visitor may say who comes. */
    public boolean isNameable() {
        return allowedTransitions.contains("name") && !isEventGone();
    }

    public boolean isActive() {
        return !isGivenUp();
    }

    /** To the organization that took it, among its seats; to the hosts, among those who registered. */
    @Override
    public @Nullable String shownAt() {
        if (mine) {
            return null;
        }
        return "/events/" + eventId
                + (organization != null && organization.represented ? "/colleagues" : "/registrations");
    }

    /** Why the host declined it; null when it did not. */
    public @Nullable Decision declined() {
        return reason == null ? null : new Decision("DECLINED", reason.code(), reason.text(), null);
    }

    public List<Answer> given() {
        return answers == null ? List.of() : answers;
    }

    /** The file of an answer that is one; null where it is gone. */
    public Answer.@Nullable Sent file(Answer answer) {
        return files == null
                ? null
                : files.stream()
                        .filter(file -> answer.values().contains(file.id()))
                        .findFirst()
                        .orElse(null);
    }

    /** What an answer says: names in several languages, or texts. */
    public List<?> shown(Answer answer) {
        var file = answer.isFile() ? file(answer) : null;
        return file == null ? answer.shown() : List.of(file.name());
    }

    public boolean isAnswerable() {
        return Boolean.TRUE.equals(answersChangeable);
    }

    public boolean isOffered() {
        return state().equals("OFFERED");
    }

    @Override
    public LocalizedText title() {
        return eventTitle == null ? new LocalizedText(null, null, null) : eventTitle;
    }

    /** Nobody gets the seat once registration is closed; who was named gives it back to the organization. */
    @Override
    public String circumstances() {
        if (organization != null && (mine || organization.represented)) {
            return mine ? ".returned" : ".colleague";
        }
        if (!mine || eventRegistrationOpen == null) {
            return "";
        }
        if (Set.of("PENDING_APPROVAL", "OFFERED").contains(status)) {
            return "." + status.toLowerCase(Locale.ROOT);
        }
        return eventRegistrationOpen ? (status.equals("WAITLISTED") ? ".waiting" : "") : ".closed";
    }

    /** What became of it, with what became of its event; the bundles name it. */
    public String state() {
        if (isGivenUp()) {
            return status;
        }
        if (isEventGone()) {
            return "EVENT_" + eventStatus;
        }
        return status.equals("WAITLISTED") && Boolean.FALSE.equals(eventRegistrationOpen) ? "NOT_SERVED" : status;
    }

    /** Whether it may still become a seat. */
    public boolean isWaiting() {
        return state().equals("WAITLISTED");
    }

    /** What who holds it may do, for which the bundles have a sentence; null when nothing is left, or an offer says it. */
    public @Nullable String may() {
        if (!mine
                || !isCancellable()
                || !Set.of("CONFIRMED", "WAITLISTED", "PENDING_APPROVAL").contains(state())) {
            return null;
        }
        return "registration.may." + status + (isAnswerable() ? ".answers" : "");
    }

    /** Whether the page of the event is there for who holds it. */
    public boolean hasEventPage() {
        return !isGivenUp() || !isEventGone();
    }

    /** There is nothing to give up of an event that is cancelled. */
    public boolean isCancellable() {
        return allowedTransitions.contains("cancel") && !"CANCELLED".equals(eventStatus);
    }

    private boolean isGivenUp() {
        return Set.of("CANCELLED", "DECLINED").contains(status);
    }

    private boolean isEventGone() {
        return "CANCELLED".equals(eventStatus) || "SUSPENDED".equals(eventStatus);
    }
}
