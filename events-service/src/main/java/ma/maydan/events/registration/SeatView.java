package ma.maydan.events.registration;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import ma.maydan.events.event.Event;
import ma.maydan.events.registration.RegistrationView.About;
import ma.maydan.starter.lifecycle.Offer;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.web.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * A seat as the person sees it for whom an organization took it, by the link of their mail.
 *
 * @param allowedTransitions {@code accept} while it is offered, {@code refuse} until the event is over
 */
@Schema(name = "Seat")
record SeatView(long version, String eventId, @JsonUnwrapped About about, Taken seat, List<String> allowedTransitions)
        implements Versioned {

    /**
     * What was taken.
     *
     * @param organizationName who did, as it was called then
     * @param position in the waiting list, 1 is next; absent for who does not wait
     * @param offeredUntil when the offer of a seat ends, which can be taken until then
     */
    record Taken(
            @Nullable String personName,
            @Nullable LocalizedText organizationName,
            Registration.Status status,
            @Nullable Long position,
            @Nullable Instant offeredUntil) {}

    static SeatView of(
            Registration registration,
            Registration.Status status,
            @Nullable Long position,
            @Nullable Event event,
            Offer offer) {
        var behalf = registration.holder().behalf();
        return new SeatView(
                registration.version(),
                registration.eventId(),
                About.of(event),
                new Taken(
                        registration.holder().personName(),
                        behalf == null ? null : behalf.organizationName(),
                        status,
                        position,
                        registration.offeredUntil()),
                offer.allowedTransitions().stream()
                        .map(one -> one.equals(RegistrationTransition.CANCEL.code()) ? "refuse" : one)
                        .toList());
    }
}
