package ma.maydan.portal.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A change of an event that waits for the cluster.
 *
 * @param changed the fields in which it differs
 * @param host who would host it; null when that stays
 */
public record Proposal(List<String> changed, Content content, Event.@Nullable NamedOrganization host, Instant at) {

    /** Where and when an event takes place, as far as a change of it waits. */
    public record Content(
            String format,
            LocalDateTime startsAtLocal,
            LocalDateTime endsAtLocal,
            String zone,
            @Nullable String region,
            @Nullable LocalizedText venue,
            @Nullable LocalizedText address,
            @Nullable BigDecimal latitude,
            @Nullable BigDecimal longitude,
            int capacity) {}
}
