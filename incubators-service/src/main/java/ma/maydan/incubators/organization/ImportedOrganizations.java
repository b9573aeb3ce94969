package ma.maydan.incubators.organization;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ma.maydan.starter.problem.ProblemException;
import org.springframework.stereotype.Component;

/**
 * What the cluster's staff brings into the register from elsewhere, and takes back. It is nobody's own until somebody
 * speaks for it, and others see it once it is verified, like any other.
 */
@Component
public class ImportedOrganizations {

    private final OrganizationStore store;
    private final Clock clock;

    ImportedOrganizations(OrganizationStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * What an organization was before it was changed.
     *
     * @param entry with all that the register keeps beside it
     */
    public record Before(OrganizationProfile profile, Entry entry) {

        public static Before of(Organization organization) {
            return new Before(organization.profile(), organization.entry());
        }
    }

    /** Those that have one of these ICEs, or can be taken for one of these. */
    public Candidates candidates(Collection<String> ices, Collection<OrganizationProfile> alike) {
        var keys = Stream.concat(
                        ices.stream().map(NameKeys::ofIce),
                        alike.stream().flatMap(profile -> NameKeys.ofNames(profile.legalName())))
                .distinct()
                .toList();
        return new Candidates(store.withKeys(keys));
    }

    /** Whether it can be changed as it stands, by whomever. */
    public static boolean isEditable(Organization organization) {
        return OrganizationTransition.EDIT.rule().isFrom(organization.status());
    }

    /**
     * What one would say of itself at once: of one in the register all but what is material.
     *
     * @param said with the logo that it has
     */
    public static OrganizationProfile atOnce(Organization organization, OrganizationProfile said) {
        var next = said.with(organization.profile().logo());
        return organization.isInRegister() ? ProfileChange.joined(organization.profile(), next) : next;
    }

    /** The names of the fields of the API that wait for the cluster where one in the register would say this; else empty. */
    public static List<String> material(Organization organization, OrganizationProfile said) {
        return organization.isInRegister() ? ProfileChange.differences(organization.profile(), said) : List.of();
    }

    /** A draft of nobody; repeated with the same id it changes nothing. */
    public void create(String id, OrganizationProfile profile) {
        profile.requireNothingHidden();
        var now = clock.instant();
        Slug.free(
                profile.legalName(),
                id,
                slug -> store.insert(Organization.change(
                        new Organization(
                                id,
                                1,
                                Membership.NOBODY,
                                profile,
                                Entry.of(slug, profile, now),
                                Verification.DRAFT,
                                now),
                        "organization.created")));
    }

    /**
     * Says this of it, as it was seen.
     *
     * @param at when; by that one knows one's own change again
     * @return false when another change came first
     */
    public boolean update(Organization seen, OrganizationProfile atOnce, Instant at) {
        atOnce.requireNothingHidden();
        var waiting = seen.entry().change();
        var changed = seen.saying(atOnce, waiting == null ? null : waiting.beside(atOnce), seen.stage(), at);
        return store.tryUpdate(Organization.change(changed, OrganizationTransition.EDIT));
    }

    /**
     * Puts what was before in place of what an import has made of it.
     *
     * @return false when another change came first
     */
    public boolean restore(Organization seen, Before before, Instant at) {
        var restored = new Organization(
                seen.id(),
                seen.version() + 1,
                seen.membership(),
                before.profile(),
                before.entry(),
                seen.stage().seen(before.profile().isForEverybody(), at),
                at);
        return store.tryUpdate(Organization.change(restored, OrganizationTransition.EDIT));
    }

    /**
     * Takes a new one away again.
     *
     * @return false when another change came first
     */
    public boolean remove(Organization seen, Instant at) {
        try {
            store.delete(Endings.deleted(seen, at));
            return true;
        } catch (ProblemException changedMeanwhile) {
            return false;
        }
    }

    public Optional<Organization> find(String id) {
        return store.find(id);
    }
}
