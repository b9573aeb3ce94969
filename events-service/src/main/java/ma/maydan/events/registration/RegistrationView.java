package ma.maydan.events.registration;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.web.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * A registration as this caller sees it.
 *
 * @param eventStartsAtLocal by the clock of {@code eventZone}, an IANA zone id
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
        @Nullable String eventZone,
        @Nullable String personName,
        Registration.Status status,
        @Nullable Long position,
        Instant registeredAt,
        List<String> allowedTransitions)
        implements Versioned {}
