package ma.maydan.incubators.imports;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.maydan.incubators.organization.ImportedOrganizations.Before;
import ma.maydan.incubators.organization.OrganizationProfile;
import ma.maydan.incubators.organization.ProfileReader.Fault;
import ma.maydan.starter.text.LocalizedText;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A row of an import.
 *
 * @param id of the import, the round and the number, in the order of the spreadsheet
 * @param cells as they were read; none once they are forgotten
 * @param update whether a duplicate is brought into the register all the same, as the staff decides; null while nobody has
 * @param effect what has come of it; null for nothing yet
 * @param undo what has come of taking it back; null for nothing yet
 */
public record ImportRow(
        @BsonId String id,
        Place place,
        List<String> cells,
        Finding finding,
        @Nullable Boolean update,
        @Nullable Effect effect,
        @Nullable Undo undo) {

    /**
     * @param number as a spreadsheet program shows it
     * @param round of looking at the rows
     */
    public record Place(String importId, int number, int round) {}

    /** What would come of a row. */
    public enum Outcome {
        NEW,
        UPDATE,
        /** Of another row, or an organization of the register looks like it or is somebody's own already. */
        DUPLICATE,
        /** The register says so already, or would not say it at once. */
        UNCHANGED,
        WRONG
    }

    /**
     * @param name that the row gives
     * @param faults of one that is WRONG
     * @param compared with an organization of the register; null where there is none
     * @param sameAs the number of the row of which it is a duplicate
     * @param wanted all that the organization would say of itself; null where it would say nothing else
     */
    public record Finding(
            Outcome outcome,
            @Nullable String name,
            List<Fault> faults,
            @Nullable Compared compared,
            @Nullable Integer sameAs,
            @Nullable OrganizationProfile wanted) {}

    /**
     * @param version of the organization that it was compared with
     * @param changed the fields of the API that would be others at once
     * @param material those that would wait for the cluster: an import leaves them, and says so
     */
    public record Compared(
            String organizationId,
            long version,
            LocalizedText legalName,
            List<String> changed,
            List<String> material) {}

    /** What has come of a row. */
    public enum Result {
        /** Somebody is at it. */
        CLAIMED,
        CREATED,
        UPDATED,
        /** The organization has changed since the row was looked at, or there is one now: nothing was done. */
        CHANGED_MEANWHILE,
        /** Who ran the import belongs to the organization: nothing was done. */
        CONFLICT_OF_INTEREST
    }

    /**
     * @param at of the change; by that it is known again after a crash
     * @param before what the organization said; null for a new one, and once it is forgotten
     * @param version of the organization as the import has left it; null for none
     */
    public record Effect(
            Result result,
            Instant at,
            @Nullable Before before,
            @Nullable Long version) {}

    /** What has come of taking back what a row brought. */
    public enum Undone {
        CLAIMED,
        UNDONE,
        /** Somebody has changed the organization since: it stays as it is. */
        TOUCHED
    }

    public record Undo(Undone result, Instant at) {}

    static String id(OrganizationImport imported, int number) {
        return "%s:%d:%07d".formatted(imported.id(), imported.stage().round(), number);
    }

    /** What is new has an id that follows from the row, so that it is made once. */
    static String newOrganization(String importId, int number) {
        return UUID.nameUUIDFromBytes((importId + ":" + number).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** The organization that the row is about; null for none. */
    @Nullable
    String organizationId() {
        return finding.compared != null
                ? finding.compared.organizationId
                : finding.outcome == Outcome.NEW ? newOrganization(place.importId, place.number) : null;
    }

    /** Whether the staff can have a duplicate brought into the register. */
    boolean isDecidable() {
        return finding.outcome == Outcome.DUPLICATE && finding.wanted != null && effect == null;
    }
}
