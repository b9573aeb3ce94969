package ma.maydan.events.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ma.maydan.events.organization.OrganizationReplica;
import ma.maydan.events.seats.Part;
import ma.maydan.events.seats.SeatLedger;
import ma.maydan.events.seats.Seats;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * How many seats there are, are taken, can be had, and how many people wait.
 *
 * @param held offered to people who waited and have not answered yet
 * @param free that whoever comes now can have; none while others wait, and once registration is closed
 */
@Schema(name = "Seats")
record SeatsView(
        int capacity,
        int confirmed,
        int held,
        int free,
        int waiting,
        @JsonUnwrapped Kept forSome) {

    /**
     * What not everybody can have.
     *
     * @param kept free seats for the members of some organizations alone
     * @param options that have a limit
     * @param allotments all for the host and the cluster, for others those of their organizations
     */
    record Kept(int kept, List<OptionSeats> options, List<AllotmentSeats> allotments) {}

    /** How many of those who have a seat can choose an option, and have. */
    @Schema(name = "OptionSeats")
    record OptionSeats(String question, String option, int limit, int taken) {}

    /**
     * Seats for the members of an organization.
     *
     * @param name as the register has it; absent when it has not told of it
     * @param releasesAtLocal by the clock of the event's zone: those that are not taken then are for everybody
     */
    @Schema(name = "AllotmentSeats")
    record AllotmentSeats(
            String organizationId,
            @Nullable LocalizedText name,
            int seats,
            int taken,
            LocalDateTime releasesAtLocal,
            Instant releasesAt) {}

    /**
     * @param known organizations, with those that have an allotment
     * @param insider whether the caller belongs to the host or the cluster
     */
    static SeatsView of(
            Event event,
            @Nullable SeatLedger ledger,
            Map<String, OrganizationReplica> known,
            boolean insider,
            Caller caller,
            Instant now) {
        var seats = ledger == null ? null : ledger.seats();
        var capacity = seats == null ? event.content().seating().capacity() : seats.capacity();
        var forSome = new Kept(
                ledger == null ? 0 : ledger.room().kept(now),
                options(event, seats),
                event.content().seating().sharing().allotments().stream()
                        .filter(one -> insider || isMember(known.get(one.organizationId()), caller))
                        .map(one -> allotment(one, known.get(one.organizationId()), seats))
                        .toList());
        if (ledger == null || seats == null) {
            return new SeatsView(capacity, 0, 0, capacity, 0, forSome);
        }
        var free = event.takesRegistrations(now) ? ledger.open(now) : 0;
        return new SeatsView(
                capacity, seats.confirmed(), seats.held(), free, ledger.list().waiting(), forSome);
    }

    private static boolean isMember(@Nullable OrganizationReplica organization, Caller caller) {
        return organization != null && organization.roleOf(caller.id()) != null;
    }

    private static List<OptionSeats> options(Event event, @Nullable Seats seats) {
        return event.content().questions().stream()
                .flatMap(question -> question.limited()
                        .map(option -> new OptionSeats(
                                question.id(),
                                option.id(),
                                Objects.requireNonNull(option.limit()),
                                taken(seats, Part.option(question.id(), option.id())))))
                .toList();
    }

    private static AllotmentSeats allotment(
            Allotment one, @Nullable OrganizationReplica organization, @Nullable Seats seats) {
        return new AllotmentSeats(
                one.organizationId(),
                organization == null ? null : organization.legalName(),
                one.seats(),
                taken(seats, Part.allotment(one.organizationId())),
                one.releasesAtLocal(),
                one.releasesAt());
    }

    private static int taken(@Nullable Seats seats, String part) {
        return seats == null ? 0 : seats.parts(part);
    }
}
