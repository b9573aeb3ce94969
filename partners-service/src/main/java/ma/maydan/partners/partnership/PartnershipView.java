package ma.maydan.partners.partnership;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.web.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * A partnership as this caller sees it.
 *
 * @param startsOn the first day on which it is in force, by the calendar of Casablanca
 * @param endsOn the last
 * @param status as of today: APPROVED before its first day, EXPIRED after its last
 * @param withheld the steps that would be the caller's in this state and are refused to them, with the code of the refusal
 */
@Schema(name = "Partnership")
record PartnershipView(
        String id,
        long version,
        LocalizedText title,
        LocalizedText objectives,
        Terms.Lever lever,
        Terms.Type type,
        List<Party> parties,
        String proposerOrganizationId,
        LocalDate startsOn,
        LocalDate endsOn,
        Partnership.Status status,
        @Nullable String termsHash,
        Partnership.@Nullable Decision decision,
        List<String> allowedTransitions,
        Map<String, String> withheld,
        Instant updatedAt)
        implements Versioned {

    /**
     * @param name null while the register has not told it
     * @param status its state in the register, VERIFIED for all that everybody sees
     */
    record Party(
            String organizationId,
            @Nullable LocalizedText name,
            @Nullable String status) {}

    static PartnershipView of(
            Partnership it, Parties parties, List<String> allowed, Map<String, String> withheld, Caller caller) {
        var terms = it.terms();
        return new PartnershipView(
                it.id(),
                it.version(),
                terms.title(),
                terms.objectives(),
                terms.lever(),
                terms.type(),
                it.parties().stream()
                        .map(party -> new Party(party, parties.nameOf(party), parties.statusOf(party)))
                        .toList(),
                it.proposerOrganizationId(),
                terms.startsOn(),
                terms.endsOn(),
                it.status(),
                it.termsHash(),
                parties.areKnownTo(it, caller) ? it.decision() : null,
                allowed,
                withheld,
                it.updatedAt());
    }
}
