package ma.maydan.incubators;

import java.util.List;
import ma.maydan.incubators.organization.Activity;
import ma.maydan.incubators.organization.Identifiers;
import ma.maydan.incubators.organization.OrganizationProfile;
import ma.maydan.incubators.organization.Reach;
import ma.maydan.incubators.organization.Showing;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.vocabulary.OrganizationKind;
import org.jspecify.annotations.Nullable;

/** What organizations say of themselves, with as little as there may be. */
public final class Profiles {

    private Profiles() {}

    public static OrganizationProfile profile(String name, @Nullable String ice, OrganizationKind... kinds) {
        return profile(LocalizedText.of("ا", name, name), new Identifiers(ice, List.of()), kinds);
    }

    public static OrganizationProfile profile(LocalizedText name, Identifiers identifiers, OrganizationKind... kinds) {
        return new OrganizationProfile(
                name,
                null,
                new Activity(List.of(kinds), List.of(), null, null, Activity.EntityStatus.ACTIVE),
                identifiers,
                "MA-06",
                new Reach(null, null, null, List.of()),
                new Showing(Showing.Visibility.PUBLIC, null));
    }

    /** The same, shown to these. */
    public static OrganizationProfile shownTo(Showing.Visibility visibility, OrganizationProfile profile) {
        return new OrganizationProfile(
                profile.legalName(),
                profile.description(),
                profile.activity(),
                profile.identifiers(),
                profile.region(),
                profile.reach(),
                new Showing(visibility, profile.logo()));
    }
}
