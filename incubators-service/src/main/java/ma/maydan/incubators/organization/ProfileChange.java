package ma.maydan.incubators.organization;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.maydan.starter.vocabulary.OrganizationKind;
import org.jspecify.annotations.Nullable;

/**
 * A material change of a verified organization, which waits for the cluster; meanwhile everybody sees what was verified.
 * Who of the organization made it is not kept.
 *
 * @param profile all that the organization would say of itself
 * @param at when it was made, or replaced by another
 * @param takenBy the officer who looks at it; null while nobody does
 */
public record ProfileChange(
        OrganizationProfile profile, Instant at, @Nullable String takenBy) {

    /** What it takes to be one is verified. */
    private static final Set<OrganizationKind> RECOGNIZED =
            Set.of(OrganizationKind.INCUBATOR, OrganizationKind.ACCELERATOR);

    ProfileChange takenBy(String officer) {
        return new ProfileChange(profile, at, officer);
    }

    /** The same once its organization says this of itself. */
    ProfileChange beside(OrganizationProfile now) {
        return new ProfileChange(joined(profile, now), at, takenBy);
    }

    /**
     * What is material of one profile, with all else of another: what counts at once of a change, if the first is what is
     * verified.
     */
    static OrganizationProfile joined(OrganizationProfile of, OrganizationProfile other) {
        var activity = other.activity();
        var kinds = Stream.concat(
                        activity.kinds().stream().filter(kind -> !RECOGNIZED.contains(kind)),
                        of.kinds().stream().filter(RECOGNIZED::contains))
                .toList();
        return new OrganizationProfile(
                of.legalName(),
                other.description(),
                new Activity(
                        // An organization is something.
                        kinds.isEmpty() ? of.kinds() : kinds,
                        activity.sectors(),
                        activity.stage(),
                        activity.foundedOn(),
                        activity.entityStatus()),
                of.identifiers(),
                other.region(),
                other.reach(),
                other.showing());
    }

    /** The names of the fields of the API in which two profiles differ materially. */
    static List<String> differences(OrganizationProfile verified, OrganizationProfile changed) {
        var fields = new ArrayList<String>();
        if (!verified.legalName().equals(changed.legalName())) {
            fields.add("legalName");
        }
        if (!recognized(verified).equals(recognized(changed))) {
            fields.add("kinds");
        }
        if (!Objects.equals(verified.ice(), changed.ice())) {
            fields.add("ice");
        }
        if (!verified.identifiers().identifiers().equals(changed.identifiers().identifiers())) {
            fields.add("identifiers");
        }
        return List.copyOf(fields);
    }

    private static Set<OrganizationKind> recognized(OrganizationProfile profile) {
        return profile.kinds().stream().filter(RECOGNIZED::contains).collect(Collectors.toSet());
    }
}
