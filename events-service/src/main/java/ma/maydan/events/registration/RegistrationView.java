package ma.maydan.events.registration;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import ma.maydan.events.event.Event;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.web.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * A registration as this caller sees it. What it says of its event is as it is now, and absent when the event cannot be
 * read.
 */
@Schema(name = "Registration")
record RegistrationView(
        String id,
        long version,
        String eventId,
        @JsonUnwrapped About about,
        @JsonUnwrapped EventNow eventNow,
        @JsonUnwrapped Own own)
        implements Versioned {

    /** @param eventStartsAtLocal by the clock of {@code eventZone}, an IANA zone id */
    record About(
            @Nullable LocalizedText eventTitle,
            @Nullable Instant eventStartsAt,
            @Nullable LocalDateTime eventStartsAtLocal,
            @Nullable Instant eventEndsAt,
            @Schema(type = "string") @Nullable ZoneId eventZone) {

        private static final About NOTHING = new About(null, null, null, null, null);

        static About of(@Nullable Event event) {
            if (event == null) {
                return NOTHING;
            }
            var schedule = event.schedule();
            return new About(
                    event.content().title(),
                    schedule.startsAt(),
                    schedule.startsAtLocal(),
                    schedule.endsAt(),
                    schedule.zone());
        }
    }

    /**
     * What changes of an event that took registrations.
     *
     * @param eventStatus CANCELLED when its host or the cluster cancelled it, SUSPENDED while its host is not verified
     * @param eventDecision why the event is cancelled or suspended; for who holds the registration or runs the event
     * @param eventRegistrationOpen whether the event takes registrations; no place in its waiting list becomes a seat
     *     else
     */
    record EventNow(
            Event.@Nullable Status eventStatus,
            Event.@Nullable Decision eventDecision,
            @Nullable Boolean eventRegistrationOpen) {

        static final EventNow TAKES_REGISTRATIONS = new EventNow(Event.Status.PUBLISHED, null, true);

        static EventNow of(@Nullable Event event, boolean concerned, Instant now) {
            if (event == null) {
                return new EventNow(null, null, null);
            }
            var status = event.statusAt(now);
            var gone = status == Event.Status.CANCELLED || status == Event.Status.SUSPENDED;
            return new EventNow(
                    status, gone && concerned ? event.decisionAt(now) : null, event.takesRegistrations(now));
        }
    }

    /** @param position the place in the waiting list, 1 is next */
    record Own(
            @Nullable String personName,
            Registration.Status status,
            @Nullable Long position,
            Instant registeredAt,
            List<String> allowedTransitions) {}
}
