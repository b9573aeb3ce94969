package ma.maydan.incubators.organization;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import ma.maydan.starter.problem.Checked;
import ma.maydan.starter.problem.Consistent;
import ma.maydan.starter.text.Given;
import ma.maydan.starter.text.Line;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.text.PhoneNumber;
import ma.maydan.starter.text.Typed;
import ma.maydan.starter.time.Morocco;
import ma.maydan.starter.vocabulary.OrganizationKind;
import ma.maydan.starter.vocabulary.Region;
import ma.maydan.starter.vocabulary.Sector;
import ma.maydan.starter.vocabulary.StartupStage;
import org.jspecify.annotations.Nullable;

/**
 * The profile of an organization as its editors send it. Blank means absent; identifiers and a phone number are read as
 * they were meant.
 *
 * @param stage for a startup alone
 * @param entityStatus ACTIVE when absent
 * @param visibility PUBLIC when absent
 */
@Consistent
record OrganizationRequest(
        @Given(max = 200) LocalizedText legalName,

        @Schema(
                description =
                        "CLUSTER is the cluster that runs the portal; an admin creates it, once, and nobody else is of this kind")
        @NotEmpty
        @Size(max = 12)
        List<@NotNull OrganizationKind> kinds,

        @Pattern(regexp = "^(?!0{15})[0-9]{15}$", message = "{organization.ice}") @Nullable
        String ice,

        @Size(max = 4) @Nullable List<@NotNull @Valid Identifier> identifiers,

        @NotNull @Pattern(regexp = Region.PATTERN, message = "{organization.region}")
        String region,

        @Given(max = 100, optional = true) @Nullable LocalizedText city,
        @Size(max = 5) @Nullable List<@NotNull Sector> sectors,
        @Nullable StartupStage stage,
        @Nullable LocalDate foundedOn,
        Activity.@Nullable EntityStatus entityStatus,

        @Line(max = 300) @Pattern(regexp = Typed.WEB_ADDRESS, message = Typed.NO_WEB_ADDRESS) @Nullable
        String website,

        @Schema(description = "Public: ITU-T E.164, or a Moroccan number as it is dialled there, 05 22 00 00 00")
        @Pattern(regexp = PhoneNumber.PATTERN, message = PhoneNumber.NONE)
        @Nullable
        String phone,

        @Size(max = Reach.MOST) @Nullable List<@NotNull @Valid Link> links,

        @Given(max = 4000, lines = true, optional = true) @Nullable
        LocalizedText description,

        Showing.@Nullable Visibility visibility)
        implements Checked {

    /** @param value as it is written, with blanks or without; a LEI with its check digits */
    record Identifier(
            @NotNull Identifiers.Scheme scheme,
            @NotBlank @Line(max = 40) String value) {

        Identifiers.Identifier read() {
            return Identifiers.Identifier.read(scheme, value);
        }
    }

    /** @param address an https address */
    record Link(
            @NotBlank @Line(max = 100) String label,

            @NotNull @Line(max = 300) @Pattern(regexp = Typed.WEB_ADDRESS, message = Typed.NO_WEB_ADDRESS)
            String address) {

        Link {
            address = address == null ? "" : Typed.address(address);
        }
    }

    OrganizationRequest {
        description = orNull(description);
        city = orNull(city);
        ice = emptyToNull(ice == null ? "" : Typed.identifier(ice));
        website = emptyToNull(website == null ? "" : Typed.address(website));
        phone = emptyToNull(phone == null ? "" : PhoneNumber.read(phone));
    }

    /** No name holds what cannot be seen. */
    @Override
    public void check(Instant now, Faults faults) {
        if (legalName != null) {
            OrganizationProfile.hidden(legalName)
                    .forEach(language -> faults.add("legalName." + language, "hidden-characters"));
        }
        if (stage != null && kinds != null && !kinds.contains(OrganizationKind.STARTUP)) {
            faults.add("stage", "startups-only");
        }
        if (foundedOn != null && foundedOn.isAfter(LocalDate.ofInstant(now, Morocco.ZONE))) {
            faults.add("foundedOn", "in-the-future");
        }
        checkIdentifiers(faults);
        var addresses = orNone(links);
        for (var at = 0; at < addresses.size(); at++) {
            if (addresses.get(at) != null && addresses.get(at).address.startsWith("http:")) {
                faults.add("links." + at + ".address", "https-only");
            }
        }
    }

    private void checkIdentifiers(Faults faults) {
        var all = orNone(identifiers);
        for (var at = 0; at < all.size(); at++) {
            var one = all.get(at);
            if (one == null || one.scheme == null || one.value == null) {
                continue;
            }
            if (!one.scheme.takes(one.read().value())) {
                faults.add("identifiers." + at + ".value", "no-identifier");
            }
            if (all.subList(0, at).stream().anyMatch(other -> other != null && other.scheme == one.scheme)) {
                faults.add("identifiers." + at + ".scheme", "twice");
            }
        }
    }

    OrganizationProfile profile() {
        return new OrganizationProfile(
                legalName,
                description,
                new Activity(
                        kinds,
                        orNone(sectors),
                        stage,
                        foundedOn,
                        Objects.requireNonNullElse(entityStatus, Activity.EntityStatus.ACTIVE)),
                new Identifiers(
                        ice, orNone(identifiers).stream().map(Identifier::read).toList()),
                region,
                new Reach(
                        city,
                        website,
                        phone,
                        orNone(links).stream()
                                .map(link -> new Reach.Link(link.label, link.address))
                                .toList()),
                new Showing(Objects.requireNonNullElse(visibility, Showing.Visibility.PUBLIC), null));
    }

    private static <T> List<T> orNone(@Nullable List<T> some) {
        return some == null ? List.of() : some;
    }

    private static @Nullable LocalizedText orNull(@Nullable LocalizedText text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
