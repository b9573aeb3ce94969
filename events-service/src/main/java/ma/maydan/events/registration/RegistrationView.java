package ma.maydan.events.registration;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import ma.maydan.events.event.Event;
import ma.maydan.events.event.EventDecision;
import ma.maydan.events.seats.InList;
import ma.maydan.starter.lifecycle.Offer;
import ma.maydan.starter.lifecycle.Reason;
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
        @JsonUnwrapped Own own,
        @JsonUnwrapped Along along)
        implements Versioned {

    /** What stands beside it: answers, the organization that took it, and that it is a guest's. */
    record Along(
            @JsonUnwrapped AnsweredView answered,
            @Nullable For organization,
            @Nullable AsGuest guest) {}

    /**
     * Who has no account.
     *
     * @param confirmUntil until when they have to confirm their address; absent for who has
     */
    @Schema(name = "RegistrationGuest")
    record AsGuest(@Nullable Instant confirmUntil) {

        static @Nullable AsGuest of(Registration registration) {
            var holder = registration.holder();
            return holder.isOwnGuests() ? new AsGuest(holder.confirmUntil()) : null;
        }
    }

    /**
     * The organization that took it; absent for who registered themselves.
     *
     * @param name as it was then
     * @param named whether it has said who comes
     * @param nameUntil until when it has to; absent once it has
     * @param represented whether the caller edits for it
     * @param group the same for all that were asked for together or not at all; absent for others
     */
    record For(
            String id,
            LocalizedText name,
            boolean named,
            @Nullable Instant nameUntil,
            boolean represented,
            @Nullable String group) {

        static @Nullable For of(Registration registration, boolean represented) {
            var behalf = registration.holder().behalf();
            return behalf == null
                    ? null
                    : new For(
                            behalf.organizationId(),
                            behalf.organizationName(),
                            !registration.holder().isUnnamed(),
                            registration.keptUntil(),
                            represented,
                            behalf.group());
        }
    }

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
            @Nullable EventDecision eventDecision,
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

    /**
     * @param mine whether it is the caller's
     * @param status as it is now: an offer that nobody took in time is DECLINED
     * @param reason why the host declined it
     */
    record Own(
            boolean mine,
            @Nullable String personName,
            Registration.Status status,
            @JsonUnwrapped InTurn inTurn,
            @Nullable Reason reason,
            Instant registeredAt,
            @JsonUnwrapped Offer offer) {}

    /**
     * Where it is in the waiting list, and was. Whoever came to the list before a turn and had not left it before that
     * was to be served by it in the order of {@code listLane} and, in the same, of {@code listNumber}; who left during a
     * turn may have been passed over.
     *
     * @param listLane lower is served first; absent in the order of arrival
     * @param listNumber the how many-th it was of all who ever came to the list; absent for who never did
     * @param listTurn how many turns of the list had begun then
     * @param moves what happened to it, in order
     * @param offeredUntil when the offer of a seat ends, which can be taken until then
     */
    record InTurn(
            @JsonUnwrapped InList inList,
            @Nullable Long listLane,
            @Nullable Long listNumber,
            @Nullable Long listTurn,
            List<Moved> moves,
            @Nullable Instant offeredUntil) {

        static InTurn of(Registration registration, InList inList) {
            var spot = registration.origin().spot();
            var rank = spot == null ? null : spot.rank();
            return new InTurn(
                    inList,
                    rank == null ? null : Long.valueOf(rank.lane()),
                    spot == null ? null : Long.valueOf(spot.position()),
                    spot == null ? null : Long.valueOf(spot.turn()),
                    registration.stage().moves().stream()
                            .filter(move -> !move.isChoice())
                            .map(move -> Moved.of(move, registration.stage().promotion()))
                            .toList(),
                    registration.offeredUntil());
        }
    }

    /**
     * @param turn of a service of the list: its number; else how many had begun
     * @param kept true where it left the list without a turn, to a seat that was kept for its organization; else absent
     */
    record Moved(
            Registration.Status from,
            Registration.Status to,
            @Nullable Long turn,
            Instant at,
            @Nullable Boolean kept) {

        private static Moved of(Stage.Move move, @Nullable String promotion) {
            var kept = move.from() == Registration.Status.WAITLISTED
                    && move.to() == Registration.Status.CONFIRMED
                    && !move.step().equals(promotion);
            return new Moved(move.from(), move.to(), move.turn(), move.at(), kept ? true : null);
        }
    }
}
