package ma.maydan.partners.partnership;

import static ma.maydan.starter.mongo.Shape.into;

import ma.maydan.starter.mongo.Shape;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** How partnerships are stored. */
final class PartnershipShape {

    /**
     * In the second, a document has parts, and each party a field of its own, so that an index keeps the order of what
     * one of them has; in the first they were an array.
     */
    static final Shape PRESENT = Shape.first()
            .then(
                    PartnershipShape::addPublicChange,
                    into("proposal", "proposerOrganizationId", "proposedBy", "parties", "slot"),
                    PartnershipShape::namePartner,
                    into("stage", "status", "termsHash", "approval", "suspendedBy", "decision", "publicChangeAt"));

    private PartnershipShape() {}

    private static void namePartner(BsonDocument partnership) {
        var proposal = partnership.getDocument("proposal", new BsonDocument());
        if (proposal.remove("parties") instanceof BsonArray parties) {
            parties.stream()
                    .filter(party -> !party.equals(proposal.get("proposerOrganizationId")))
                    .findFirst()
                    .ifPresent(partner -> proposal.put("partnerOrganizationId", partner));
        }
    }

    /** Whoever has an approval has been in force, or will be. */
    private static void addPublicChange(BsonDocument partnership) {
        if (partnership.isDocument("approval") && !new BsonString("APPROVED").equals(partnership.get("status"))) {
            partnership.put("publicChangeAt", partnership.getDateTime("updatedAt"));
        }
    }
}
