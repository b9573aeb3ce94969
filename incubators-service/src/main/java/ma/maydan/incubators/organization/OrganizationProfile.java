package ma.maydan.incubators.organization;

import java.util.List;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * What an organization says about itself.
 *
 * @param kinds at least one, each once
 * @param ice Morocco's common identifier of companies, 15 digits; a draft may lack it
 * @param region ISO 3166-2, {@code MA-01} to {@code MA-12}
 * @param website an http or https address
 */
public record OrganizationProfile(
        LocalizedText legalName,
        @Nullable LocalizedText description,
        List<OrganizationKind> kinds,
        @Nullable String ice,
        String region,
        @Nullable String website) {

    public OrganizationProfile {
        kinds = kinds.stream().distinct().toList();
    }

    /** Whether it calls itself the cluster that runs the portal. */
    boolean isCluster() {
        return kinds.contains(OrganizationKind.CLUSTER);
    }

    /** @throws ProblemException 422 at the name in which something cannot be seen */
    void requireNothingHidden() {
        requireNothingHidden("/legalName/ar", legalName.ar());
        requireNothingHidden("/legalName/fr", legalName.fr());
        requireNothingHidden("/legalName/en", legalName.en());
    }

    private static void requireNothingHidden(String pointer, @Nullable String name) {
        if (name != null && Lookalikes.hidesSomething(name)) {
            throw ProblemException.invalidField(pointer, "hidden-characters");
        }
    }
}
