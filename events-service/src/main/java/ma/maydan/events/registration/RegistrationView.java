package ma.maydan.events.registration;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import ma.maydan.events.event.Event;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.web.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * A registration as this caller sees it. What it says of its event is as it is now, and absent when the event cannot be
 * read.
 *
 * @param eventStartsAtLocal by the clock of {@code eventZone}, an IANA zone id
 * @param eventStatus CANCELLED when its host or the cluster cancelled it, SUSPENDED while its host is not verified
 * @param eventDecision why the event is cancelled or suspended; for who holds the registration or runs the event
 * @param eventRegistrationOpen whether the event takes registrations; no place in its waiting list becomes a seat else
 * @param position the place in the waiting list, 1 is next
 */
@Schema(name = "Registration")
record RegistrationView(
        String id,
        long version,
        String eventId,
        @Nullable LocalizedText eventTitle,
        @Nullable Instant eventStartsAt,
        @Nullable LocalDateTime eventStartsAtLocal,
        @Nullable Instant eventEndsAt,
        @Nullable String eventZone,
        Event.@Nullable Status eventStatus,
        Event.@Nullable Decision eventDecision,
        @Nullable Boolean eventRegistrationOpen,
        @Nullable String personName,
        Registration.Status status,
        @Nullable Long position,
        Instant registeredAt,
        List<String> allowedTransitions)
        implements Versioned {}
