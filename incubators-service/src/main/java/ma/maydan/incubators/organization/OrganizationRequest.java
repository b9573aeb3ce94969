package ma.maydan.incubators.organization;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import ma.maydan.starter.problem.Checked;
import ma.maydan.starter.problem.Consistent;
import ma.maydan.starter.text.Given;
import ma.maydan.starter.text.Line;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.text.PhoneNumber;
import ma.maydan.starter.text.Typed;
import ma.maydan.starter.vocabulary.OrganizationKind;
import ma.maydan.starter.vocabulary.Region;
import org.jspecify.annotations.Nullable;

/**
 * The profile of an organization as its editors send it. Blank means absent; an ICE and a phone number are read as they
 * were meant.
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

        @NotNull @Pattern(regexp = Region.PATTERN, message = "{organization.region}")
        String region,

        @Line(max = 300) @Pattern(regexp = Typed.WEB_ADDRESS, message = Typed.NO_WEB_ADDRESS) @Nullable
        String website,

        @Schema(description = "Public: ITU-T E.164, or a Moroccan number as it is dialled there, 05 22 00 00 00")
        @Pattern(regexp = PhoneNumber.PATTERN, message = PhoneNumber.NONE)
        @Nullable
        String phone,

        @Given(max = 4000, lines = true, optional = true) @Nullable
        LocalizedText description)
        implements Checked {

    OrganizationRequest {
        description = description == null || description.isEmpty() ? null : description;
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
    }

    OrganizationProfile profile() {
        var reach = new OrganizationProfile.Reach(website, phone);
        return new OrganizationProfile(legalName, description, kinds, ice, region, reach, null);
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
