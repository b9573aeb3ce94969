package ma.maydan.incubators.organization;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.stream.Stream;
import ma.maydan.starter.problem.FieldProblem;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.vocabulary.OrganizationKind;
import org.jspecify.annotations.Nullable;

/**
 * What an organization says about itself.
 *
 * @param kinds at least one, each once
 * @param ice Morocco's common identifier of companies, 15 digits; a draft may lack it
 * @param region ISO 3166-2, {@code MA-01} to {@code MA-12}
 * @param logo see {@link ma.maydan.starter.file.Pictures}
 */
public record OrganizationProfile(
        LocalizedText legalName,
        @Nullable LocalizedText description,
        List<OrganizationKind> kinds,
        @Nullable String ice,
        String region,
        @JsonUnwrapped Reach reach,
        @Nullable String logo) {

    /**
     * How the public reaches it.
     *
     * @param website an http or https address
     * @param phone that the public may call, a {@link ma.maydan.starter.text.PhoneNumber} as it is kept
     */
    public record Reach(@Nullable String website, @Nullable String phone) {}

    public OrganizationProfile {
        kinds = kinds.stream().distinct().toList();
    }

    /** The same with another logo, or none. */
    OrganizationProfile with(@Nullable String other) {
        return new OrganizationProfile(legalName, description, kinds, ice, region, reach, other);
    }

    /** Whether it calls itself the cluster that runs the portal. */
    boolean isCluster() {
        return kinds.contains(OrganizationKind.CLUSTER);
    }

    /** @throws ProblemException 422 at each name in which something cannot be seen */
    void requireNothingHidden() {
        var hidden = hidden(legalName).stream()
                .map(language -> new FieldProblem("/legalName/" + language, "hidden-characters", null))
                .toList();
        if (!hidden.isEmpty()) {
            throw ProblemException.invalidFields(hidden);
        }
    }

    /** The languages of a name in which something cannot be seen; that it is one line is said by another rule. */
    static List<String> hidden(LocalizedText name) {
        return Stream.of("ar", "fr", "en")
                .filter(language -> {
                    var text = language.equals("ar") ? name.ar() : language.equals("fr") ? name.fr() : name.en();
                    return text != null && Lookalikes.hidesSomething(text.replace("\n", ""));
                })
                .toList();
    }
}
