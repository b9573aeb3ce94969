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
 * @param region ISO 3166-2, {@code MA-01} to {@code MA-12}
 */
public record OrganizationProfile(
        LocalizedText legalName,
        @Nullable LocalizedText description,
        @JsonUnwrapped Activity activity,
        @JsonUnwrapped Identifiers identifiers,
        String region,
        @JsonUnwrapped Reach reach,
        @JsonUnwrapped Showing showing) {

    /** The same with another logo, or none. */
    OrganizationProfile with(@Nullable String logo) {
        var shown = new Showing(showing.visibility(), logo);
        return new OrganizationProfile(legalName, description, activity, identifiers, region, reach, shown);
    }

    /** The same of one that is at work no more. */
    OrganizationProfile inactive() {
        var ended = new Activity(
                activity.kinds(),
                activity.sectors(),
                activity.stage(),
                activity.foundedOn(),
                Activity.EntityStatus.INACTIVE);
        return new OrganizationProfile(legalName, description, ended, identifiers, region, reach, showing);
    }

    public List<OrganizationKind> kinds() {
        return activity.kinds();
    }

    public @Nullable String ice() {
        return identifiers.ice();
    }

    public @Nullable String logo() {
        return showing.logo();
    }

    /** Whether it shows itself to everybody while it is verified. */
    boolean isForEverybody() {
        return showing.visibility() == Showing.Visibility.PUBLIC;
    }

    /** Whether it calls itself the cluster that runs the portal. */
    boolean isCluster() {
        return activity.is(OrganizationKind.CLUSTER);
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
