package ma.maydan.partners.partnership;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import ma.maydan.starter.lifecycle.Offer;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.web.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * A partnership as this caller sees it.
 *
 * @param updatedAt when something of it changed last
 */
@Schema(name = "Partnership")
record PartnershipView(
        String id,
        long version,
        @JsonUnwrapped Terms terms,
        @JsonUnwrapped Between between,
        @JsonUnwrapped Now now,
        @JsonUnwrapped Offer offer,
        Instant updatedAt)
        implements Versioned, ListedPartnership {

    /** Between whom it is. */
    record Between(List<Party> parties, String proposerOrganizationId, String partnerOrganizationId) {}

    /**
     * @param name null while the register has not told it
     * @param status its state in the register, VERIFIED for all that everybody sees
     */
    record Party(
            String organizationId,
            @Nullable LocalizedText name,
            @Nullable String status) {}

    /** @param status as of today: APPROVED before its first day, EXPIRED after its last */
    record Now(Partnership.Status status, @Nullable String termsHash, Partnership.@Nullable Decision decision) {}

    static PartnershipView of(Partnership it, Parties parties, Offer offer, Caller caller) {
        var between = it.parties().stream()
                .map(party -> new Party(party, parties.nameOf(party), parties.statusOf(party)))
                .toList();
        var decision = parties.areKnownTo(it, caller) ? it.stage().decision() : null;
        return new PartnershipView(
                it.id(),
                it.version(),
                it.terms(),
                new Between(
                        between,
                        it.proposal().proposerOrganizationId(),
                        it.proposal().partnerOrganizationId()),
                new Now(it.status(), it.stage().termsHash(), decision),
                offer,
                it.updatedAt());
    }
}
