package ma.maydan.partners.partnership;

import java.time.LocalDate;
import java.util.List;

/** What other services learn of a partnership. */
record PartnershipSnapshot(
        String id,
        List<String> parties,
        Partnership.Status status,
        Terms.Lever lever,
        Terms.Type type,
        LocalDate startsOn,
        LocalDate endsOn) {

    static PartnershipSnapshot of(Partnership it) {
        var terms = it.terms();
        return new PartnershipSnapshot(
                it.id(), it.parties(), it.status(), terms.lever(), terms.type(), terms.startsOn(), terms.endsOn());
    }
}
