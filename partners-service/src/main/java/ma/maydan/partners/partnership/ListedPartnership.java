package ma.maydan.partners.partnership;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** What the public list tells: a partnership, or that one went away since. */
@Schema(oneOf = {PartnershipView.class, ListedPartnership.Gone.class})
sealed interface ListedPartnership permits PartnershipView, ListedPartnership.Gone {

    /**
     * A partnership that everybody saw and only its parties and the cluster see now.
     *
     * @param status SUSPENDED or EXPIRED
     * @param updatedAt when it went away
     */
    @Schema(name = "GonePartnership")
    record Gone(String id, long version, Partnership.Status status, Instant updatedAt) implements ListedPartnership {

        static Gone of(Partnership it) {
            return new Gone(it.id(), it.version(), it.status(), it.changedAt());
        }
    }
}
