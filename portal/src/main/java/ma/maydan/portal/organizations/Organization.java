package ma.maydan.portal.organizations;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import ma.maydan.portal.api.Decision;
import ma.maydan.portal.api.FieldError;
import ma.maydan.portal.form.Owner;
import ma.maydan.portal.kind.Item;
import ma.maydan.portal.kind.Picture;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * An organization as incubators-service shows it to the visitor.
 *
 * @param stage of a startup
 * @param confirmedAt when all that it says was last said, or verified
 * @param nextConfirmationDate by when it is to be confirmed; null for one that was never verified
 * @param completeness what of its profile is filled in; null for who need not know
 * @param change what it would say of itself, once the cluster has agreed; null for nothing, and for others
 * @param missing what submission needs and is not there; null or empty when nothing is, or for others
 * @param dueOn the last day on which the cluster is to decide; null while nobody waits for it, and for others
 * @param assigned whose case it is, as the staff sees it: ME or SOMEBODY
 * @param trusted whether it publishes its own events without the cluster; null for who need not know
 * @param revocation that it is to be taken out of the register; null for nothing, and for others
 * @param myRole the visitor's role in it; null for others
 */
public record Organization(
        String id,
        long version,
        LocalizedText legalName,
        @Nullable LocalizedText description,
        List<String> kinds,
        @Nullable String ice,
        List<Identifier> identifiers,
        String region,
        @Nullable LocalizedText city,
        List<String> sectors,
        @Nullable String stage,
        @Nullable LocalDate foundedOn,
        @Nullable String entityStatus,
        @Nullable String website,
        @Nullable String phone,
        List<Link> links,
        @Nullable String visibility,
        @Nullable String logo,
        String registrationStatus,
        boolean partner,
        @Nullable Instant verifiedAt,
        @Nullable Instant confirmedAt,
        @Nullable LocalDate nextConfirmationDate,
        @Nullable Instant submittedAt,
        @Nullable LocalDate dueOn,
        @Nullable Decision decision,
        @Nullable String takenBy,
        @Nullable String assigned,
        @Nullable String myRole,
        @Nullable Boolean trusted,
        @Nullable List<FieldError> missing,
        @Nullable Completeness completeness,
        @Nullable Change change,
        List<String> allowedTransitions,
        @Nullable Map<String, String> withheld,
        @Nullable Revocation revocation)
        implements Item, Owner {

    private static final String DOCUMENT = "/evidence/";

    /**
     * That the cluster is to take it out of the register.
     *
     * @param on from which day
     * @param minutes for the staff
     * @param hearing what an owner has said against it
     */
    public record Revocation(
            LocalDate on,
            Why reason,
            @Nullable String minutes,
            @Nullable String hearing) {}

    /** Why, as a code and in words. */
    public record Why(String code, LocalizedText text) {}

    /** A number that somebody else knows it by. */
    public record Identifier(String scheme, String value) {}

    /** @param address an https address */
    public record Link(String label, String address) {}

    /**
     * A material change that waits for the cluster.
     *
     * @param changed the fields in which it differs
     * @param at when it was made
     * @param takenBy the officer who looks at it; null for nobody, and for who need not know
     */
    public record Change(
            List<String> changed,
            Material profile,
            Instant at,
            @Nullable String takenBy) {}

    /** What of a profile waits for the cluster. */
    public record Material(
            LocalizedText legalName,
            List<String> kinds,
            @Nullable String ice,
            List<Identifier> identifiers) {}

    public Material material() {
        return new Material(legalName, kinds, ice, identifiers);
    }

    /**
     * What of its profile is filled in.
     *
     * @param of how many things it has
     * @param open those that are not there, by their fields
     */
    public record Completeness(int of, List<FieldError> open) {

        public int done() {
            return of - open.size();
        }
    }

    public Organization {
        identifiers = identifiers == null ? List.of() : identifiers;
        sectors = sectors == null ? List.of() : sectors;
        links = links == null ? List.of() : links;
    }

    /** Whether not everybody sees it who sees what is verified. */
    public boolean isHiding() {
        return visibility != null && !visibility.equals("PUBLIC");
    }

    /** Whether nobody has confirmed for a year what it says. */
    public boolean isStale(Instant now) {
        return confirmedAt != null && confirmedAt.isBefore(now.minus(Duration.ofDays(365)));
    }

    /** Whether it says that it is at work no more. */
    public boolean isInactive() {
        return "INACTIVE".equals(entityStatus);
    }

    /** Null when there is no logo. */
    public Picture.@Nullable Shown picture() {
        return Picture.Shown.of(logo);
    }

    @Override
    public LocalizedText title() {
        return legalName;
    }

    @Override
    public boolean isVerified() {
        return registrationStatus.equals("VERIFIED");
    }

    /** Whether it was verified, and nobody has confirmed it in time since. */
    public boolean isLapsed() {
        return registrationStatus.equals("LAPSED");
    }

    /** Whether everybody may see it, and what it has published. */
    public boolean isInRegister() {
        return isVerified() || isLapsed();
    }

    /** Whether an owner is asked to confirm it now. */
    public boolean isToBeConfirmed() {
        return allowedTransitions.contains("renew");
    }

    /** Whether the cluster's staff has something to decide on it. */
    public boolean isCase() {
        return !isInRegister() && !List.of("DRAFT", "REVOKED", "RETIRED").contains(registrationStatus);
    }

    /** Whether the visitor can have the receipt of what was submitted. */
    public boolean hasReceipt() {
        return submittedAt != null && !List.of("DRAFT", "REJECTED", "WITHDRAWN").contains(registrationStatus);
    }

    /** Documents are given at the case. */
    @Override
    public @Nullable String placeOf(FieldError missing) {
        var document = document(missing);
        return document == null ? null : "/case#" + document;
    }

    @Override
    public @Nullable String nameOf(FieldError missing) {
        var document = document(missing);
        return document == null ? null : "evidence.item." + document;
    }

    private static @Nullable String document(FieldError missing) {
        return missing.pointer().startsWith(DOCUMENT) ? missing.pointer().substring(DOCUMENT.length()) : null;
    }

    public boolean isMine() {
        return myRole != null;
    }

    @Override
    public boolean isOwned() {
        return "OWNER".equals(myRole);
    }

    @Override
    public boolean mayEdit() {
        return myRole != null && !myRole.equals("VIEWER");
    }
}
