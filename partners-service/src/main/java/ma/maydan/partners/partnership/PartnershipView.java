package ma.maydan.partners.partnership;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import ma.maydan.partners.organization.OrganizationReplica;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.web.Versioned;
import org.jspecify.annotations.Nullable;

/** A partnership as this caller sees it. */
@Schema(name = "Partnership")
record PartnershipView(
        String id,
        long version,
        LocalizedText title,
        LocalizedText objectives,
        Partnership.Lever lever,
        Partnership.Type type,
        List<Party> parties,
        String proposerOrganizationId,
        LocalDate startsOn,
        LocalDate endsOn,
        Partnership.Status status,
        @Nullable String termsHash,
        Partnership.@Nullable Decision decision,
        List<String> allowedTransitions,
        Instant updatedAt)
        implements Versioned {

    /** @param name null while the register has not told it */
    record Party(String organizationId, @Nullable LocalizedText name) {}

    static PartnershipView of(Partnership it, Map<String, OrganizationReplica> known, Caller caller) {
        var insider = PartnershipService.isInsider(it, known, caller);
        var terms = it.terms();
        return new PartnershipView(
                it.id(),
                it.version(),
                terms.title(),
                terms.objectives(),
                terms.lever(),
                terms.type(),
                it.parties().stream()
                        .map(party -> {
                            var organization = known.get(party);
                            return new Party(party, organization == null ? null : organization.legalName());
                        })
                        .toList(),
                it.proposerOrganizationId(),
                terms.startsOn(),
                terms.endsOn(),
                it.status(),
                it.termsHash(),
                insider ? it.decision() : null,
                PartnershipService.allowedTransitions(it, known, caller),
                it.updatedAt());
    }
}
