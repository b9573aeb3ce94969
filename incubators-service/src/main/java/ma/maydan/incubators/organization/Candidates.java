package ma.maydan.incubators.organization;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** Organizations that others can be taken for. */
public final class Candidates {

    /** Who holds a number for itself before who only says it, what nobody owns before somebody's own. */
    private static final Comparator<Organization> FIRST = Comparator.<Organization, Boolean>comparing(
                    one -> !one.status().holdsIdentifiers())
            .thenComparing(one -> !one.memberIds().isEmpty())
            .thenComparing(Organization::id);

    private final Map<String, List<Organization>> byKey = new HashMap<>();

    Candidates(Collection<Organization> organizations) {
        organizations.stream().sorted(FIRST).forEach(one -> {
            var names = one.entry().names();
            if (names != null) {
                names.keys()
                        .forEach(key -> byKey.computeIfAbsent(key, none -> new ArrayList<>())
                                .add(one));
            }
        });
    }

    /** The one that has this ICE; one that keeps it for itself before others. */
    public Optional<Organization> withIce(String ice) {
        return ofKey(NameKeys.ofIce(ice)).findFirst();
    }

    /** One in the same place whose name looks like one of this, unless both have an ICE and it is another one. */
    public Optional<Organization> like(OrganizationProfile profile) {
        return NameKeys.ofNames(profile.legalName())
                .flatMap(this::ofKey)
                .filter(other -> areAlike(profile, other.profile()))
                .findFirst();
    }

    private Stream<Organization> ofKey(String key) {
        return byKey.getOrDefault(key, List.of()).stream();
    }

    /** Whether two of the same name are one, as far as one sees. */
    public static boolean areAlike(OrganizationProfile one, OrganizationProfile other) {
        var differ = one.ice() != null && other.ice() != null && !Objects.equals(one.ice(), other.ice());
        return !differ && areInOnePlace(one, other);
    }

    /** In the same city, or in the same region where one of them does not say in which city. */
    private static boolean areInOnePlace(OrganizationProfile one, OrganizationProfile other) {
        var here = cities(one.reach().city());
        var there = cities(other.reach().city());
        return here.isEmpty() || there.isEmpty()
                ? one.region().equals(other.region())
                : here.stream().anyMatch(there::contains);
    }

    private static List<String> cities(@Nullable LocalizedText city) {
        return city == null
                ? List.of()
                : NameKeys.names(city).map(Lookalikes::plain).toList();
    }

    /** What two share that can be taken for one another: by their names alone. */
    public static List<String> keys(OrganizationProfile profile) {
        return NameKeys.ofNames(profile.legalName()).toList();
    }
}
