package ma.maydan.events.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A material change of what is published, which waits for the cluster; meanwhile everybody sees what was published. Who
 * of the host made it is not kept.
 *
 * @param content all that the event would be
 * @param hostOrganizationId who would host it, and has agreed; null when that stays
 * @param at when it was made, or changed last
 */
public record Proposal(EventContent content, @Nullable String hostOrganizationId, Instant at) {

    /** With something else that the event would be. */
    Proposal with(EventContent other, Instant since) {
        return new Proposal(other, hostOrganizationId, since);
    }

    /** The names of the fields of the API in which it differs from what is published. */
    List<String> changed(EventContent published) {
        var changed = new ArrayList<String>();
        if (hostOrganizationId != null) {
            changed.add("hostOrganizationId");
        }
        var from = published.schedule();
        var to = content.schedule();
        add("startsAtLocal", from.startsAtLocal(), to.startsAtLocal(), changed);
        add("endsAtLocal", from.endsAtLocal(), to.endsAtLocal(), changed);
        add("zone", from.zone(), to.zone(), changed);
        add("format", published.format(), content.format(), changed);
        add("venue", published.place().venue(), content.place().venue(), changed);
        add("address", published.place().address(), content.place().address(), changed);
        add("region", published.place().region(), content.place().region(), changed);
        add("coordinates", published.place().coordinates(), content.place().coordinates(), changed);
        add("capacity", published.seating().capacity(), content.seating().capacity(), changed);
        return changed;
    }

    private static void add(String field, @Nullable Object from, @Nullable Object to, List<String> changed) {
        if (!Objects.equals(from, to)) {
            changed.add(field);
        }
    }

    /** When it cannot be accepted any more: the event, or what it would be, begins. */
    Instant lapsesAt(EventContent published) {
        var begins = published.schedule().startsAt();
        var would = content.schedule().startsAt();
        return begins.isBefore(would) ? begins : would;
    }
}
