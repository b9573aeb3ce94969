package ma.maydan.events.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import ma.maydan.events.seats.WaitingOrder;
import ma.maydan.starter.problem.Checked;
import org.jspecify.annotations.Nullable;

/**
 * How seats are shared out among those who want one.
 *
 * @param waitingOrder of the waiting list, which stays once registration has opened
 * @param priorities for the order PRIORITY alone: who meets an earlier one comes before, and who meets none last
 * @param allotments one for an organization at most, of which only those whom they concern learn
 */
public record Sharing(
        WaitingOrder waitingOrder,
        List<Priority> priorities,
        @JsonIgnore List<Allotment> allotments) {

    /** First come, first served. */
    public static final Sharing BY_ARRIVAL = new Sharing(WaitingOrder.ARRIVAL, List.of(), List.of());

    /** What can be known of somebody when they come to the list, in the order in which it counts. */
    public enum Priority {
        /** The members of startups that are verified. */
        STARTUPS,
        /** The members of verified organizations in the region of the event. */
        REGION,
        /** The members of any organization that is verified. */
        MEMBERS,
        /** Those who have an account and have had no seat at an event of the host. */
        FIRST_TIME
    }

    public Sharing {
        priorities = waitingOrder == WaitingOrder.PRIORITY ? List.copyOf(new TreeSet<>(priorities)) : List.of();
        allotments = allotments == null ? List.of() : List.copyOf(allotments);
    }

    static Sharing of(@Nullable WaitingOrder order, @Nullable List<Priority> priorities, List<Allotment> allotments) {
        return new Sharing(
                Objects.requireNonNullElse(order, WaitingOrder.ARRIVAL),
                Objects.requireNonNullElse(priorities, List.of()),
                allotments);
    }

    /** Whether those who wait are served alike. */
    boolean hasOrderOf(Sharing other) {
        return waitingOrder == other.waitingOrder && priorities.equals(other.priorities);
    }

    /** How many seats are kept for some, until their time. */
    int allotted() {
        return allotments.stream().mapToInt(Allotment::seats).sum();
    }

    List<String> organizationIds() {
        return allotments.stream().map(Allotment::organizationId).toList();
    }

    Sharing withoutAllotments() {
        return new Sharing(waitingOrder, priorities, List.of());
    }

    /** So much later by the clock. */
    Sharing movedBy(Duration by, ZoneId zone) {
        return new Sharing(
                waitingOrder,
                priorities,
                allotments.stream().map(one -> one.movedBy(by, zone)).toList());
    }

    /** @param region of the event */
    static void check(
            @Nullable WaitingOrder order,
            @Nullable List<Priority> priorities,
            @Nullable String region,
            Checked.Faults faults) {
        if (order == WaitingOrder.PRIORITY) {
            if (priorities == null || priorities.isEmpty()) {
                faults.add("priorities", "required");
            } else if (priorities.contains(Priority.REGION) && region == null) {
                faults.add("region", "required");
            }
        }
    }
}
