package ma.maydan.events.registration;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import ma.maydan.events.event.Event;
import ma.maydan.events.registration.Registration.Status;
import ma.maydan.events.registration.RegistrationView.About;
import ma.maydan.starter.lifecycle.Offer;
import ma.maydan.starter.notice.Guest;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.web.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * A seat as a guest sees it, or somebody for whom an organization took it, by the link of their mail.
 *
 * @param answered for a guest alone
 * @param allowedTransitions {@code confirm} while a guest has to, {@code accept} while it is offered, {@code refuse} until
 *     the event is over, {@code forget} from then on
 */
@Schema(name = "Seat")
record SeatView(
        long version,
        String eventId,
        @JsonUnwrapped About about,
        Taken seat,
        @JsonUnwrapped AnsweredView answered,
        List<String> allowedTransitions)
        implements Versioned {

    /**
     * What was taken.
     *
     * @param organizationName who did, as it was called then
     * @param position in the waiting list, 1 is next; absent for who does not wait
     * @param offeredUntil when the offer of a seat ends, which can be taken until then
     * @param confirmUntil until when a guest has to confirm; absent for who has
     * @param ofAccount whether it is an account's now, and this link leads to it no more
     */
    record Taken(
            @Nullable String personName,
            @Nullable LocalizedText organizationName,
            Registration.Status status,
            @Nullable Long position,
            @Nullable Instant offeredUntil,
            @Nullable Instant confirmUntil,
            boolean ofAccount) {}

    /** Whether there is nothing left to give up. */
    static boolean isForgettable(Offer offer) {
        return !offer.allowedTransitions().contains(RegistrationTransition.CANCEL.code());
    }

    static SeatView of(
            Registration registration,
            Registration.Status status,
            @Nullable Long position,
            @Nullable Event event,
            AnsweredView answered,
            Offer offer) {
        var unconfirmed = registration.holder().isUnconfirmed();
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
                        registration.offeredUntil(),
                        registration.holder().confirmUntil(),
                        !Guest.is(registration.personId())),
                behalf == null ? answered : AnsweredView.NOTHING,
                Stream.of(
                                unconfirmed && Status.ACTIVE.contains(status)
                                        ? Stream.of("confirm")
                                        : Stream.<String>empty(),
                                offer.allowedTransitions().stream(),
                                isForgettable(offer) ? Stream.of("forget") : Stream.<String>empty())
                        .flatMap(one -> one)
                        .map(one -> one.equals(RegistrationTransition.CANCEL.code()) ? "refuse" : one)
                        .toList());
    }
}
