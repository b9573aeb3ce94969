package ma.maydan.incubators.organization;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import ma.maydan.incubators.casefile.Declaration;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.cluster.ClusterOrganization;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.mongo.DuplicateValueException;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.web.ExpectedVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What can be done with organizations. */
@Service
public class OrganizationService {

    private final OrganizationStore store;
    private final DirectoryFigures figures;
    private final ClusterOrganization cluster;
    private final Clock clock;

    OrganizationService(OrganizationStore store, DirectoryFigures figures, ClusterOrganization cluster, Clock clock) {
        this.store = store;
        this.figures = figures;
        this.cluster = cluster;
        this.clock = clock;
    }

    /**
     * @return with another id when it is the cluster's own, whose id the deployment gives
     * @throws ProblemException 422 when somebody other than an admin calls it the cluster; 409 {@code cluster-exists}
     */
    Organization create(String id, OrganizationProfile profile, Actor creator) {
        if (!profile.isCluster()) {
            return insert(id, profile, creator);
        }
        if (!creator.admin()) {
            throw ProblemException.invalidField("/kinds", "cluster-kind");
        }
        var created = insert(cluster.id(), profile, creator);
        if (!created.profile().equals(profile) || created.roleOf(creator).isEmpty()) {
            throw Refusals.clusterExists();
        }
        return created;
    }

    private Organization insert(String id, OrganizationProfile profile, Actor creator) {
        return Slug.free(
                profile.legalName(),
                id,
                slug -> store.insert(
                        Organization.create(id, slug, profile, creator, clock.instant()), creator.requirePersonId()));
    }

    Organization edit(String id, ExpectedVersion expected, OrganizationProfile profile, Actor actor) {
        return change(id, expected, actor, organization -> {
            var edited = organization.edit(profile, actor, clock.instant());
            requireRightfulKinds(id, profile);
            if (edited.state().entry().change() != null) {
                requireFree(profile, id);
            }
            return edited;
        });
    }

    /**
     * Takes a step now.
     *
     * @throws ProblemException as {@link #change(String, ExpectedVersion, Actor, Function)}
     */
    public OrganizationView take(String id, ExpectedVersion expected, Caller caller, Step step) {
        var actor = Actor.of(caller);
        return seen(change(id, expected, actor, one -> step.take(one, actor, clock.instant())), actor);
    }

    /** One of {@link ProfileChanges} or {@link Casework}. */
    public interface Step {
        Change<Organization> take(Organization organization, Actor actor, Instant now);
    }

    /** See {@link Organization#illustrate}. */
    Organization illustrate(String id, ExpectedVersion expected, Supplier<@Nullable String> logo, Actor actor) {
        return change(id, expected, actor, organization -> organization.illustrate(logo, actor, clock.instant()));
    }

    /**
     * @throws ProblemException 409 {@code ice-taken} or {@code identifier-taken} when another organization is verified with
     *     the same, {@code declaration-changed}
     */
    public Organization submit(String id, ExpectedVersion expected, Declaration declaration, Actor actor) {
        return change(id, expected, actor, organization -> {
            var submitted = organization.submit(declaration, actor, clock.instant());
            requireRightfulKinds(id, organization.profile());
            requireFree(organization.profile(), id);
            return submitted;
        });
    }

    /** Says which of its identifiers another organization is verified with. */
    private void requireFree(OrganizationProfile profile, String id) {
        var identifiers = profile.identifiers();
        var ice = Stream.ofNullable(identifiers.ice()).map(Identifiers::ofIce).toList();
        if (store.isHeldByAnother(ice, id)) {
            throw Refusals.iceTaken();
        }
        if (store.isHeldByAnother(identifiers.held(), id)) {
            throw Refusals.identifierTaken();
        }
    }

    /** @throws ProblemException 404; 412 when it has changed since; 409 when it is a draft no more */
    void delete(String id, ExpectedVersion expected, Actor actor) {
        var organization = get(id, actor);
        expected.require(organization.version());
        store.delete(Endings.delete(organization, actor, clock.instant()));
    }

    /** The cluster stays one, and nobody else becomes one. */
    private void requireRightfulKinds(String id, OrganizationProfile profile) {
        if (profile.isCluster() != id.equals(cluster.id())) {
            throw ProblemException.invalidField("/kinds", "cluster-kind");
        }
    }

    /**
     * The organization, when the actor may see it.
     *
     * @throws ProblemException 404 else; 410 with its name when everybody has seen it and it has left the register for good
     */
    public Organization get(String id, Actor actor) {
        var organization = find(id).orElseThrow(ProblemException::notFound);
        if (!organization.isVisibleTo(actor, () -> isColleague(actor))) {
            throw Refusals.notSeen(organization);
        }
        return organization;
    }

    /** Whether somebody belongs to a verified organization. */
    boolean isColleague(Actor actor) {
        return actor.personId() != null && store.isOfVerified(actor.personId());
    }

    public Optional<Organization> find(String id) {
        return store.find(id).map(this::now);
    }

    /** As it is now, whatever is written. */
    private Organization now(Organization organization) {
        return organization.at(clock.instant());
    }

    /** As an actor sees it now. */
    public OrganizationView seen(Organization organization, Actor actor) {
        var now = clock.instant();
        return OrganizationView.of(organization.at(now), actor, now);
    }

    /** See {@link OrganizationStore#withReceipt}. */
    public Optional<Organization> withReceipt(String number) {
        return store.withReceipt(number);
    }

    /**
     * Takes a step with an organization that the actor sees.
     *
     * @throws ProblemException 404; 412 when it has changed since; 409 {@code ice-taken} or {@code identifier-taken};
     *     whatever the step refuses
     */
    public Organization change(
            String id, ExpectedVersion expected, Actor actor, Function<Organization, Change<Organization>> step) {
        var organization = get(id, actor);
        expected.require(organization.version());
        var change = step.apply(organization);
        try {
            return store.update(change);
        } catch (DuplicateValueException anotherWasVerifiedFirst) {
            requireFree(change.state().profile(), id);
            throw Refusals.identifierTaken();
        }
    }

    /** Takes a step whatever else changes meanwhile; nothing where there is no step to take. */
    public void change(String id, Function<Organization, Optional<Change<Organization>>> step) {
        while (true) {
            var change = find(id).flatMap(step).orElse(null);
            if (change == null || store.tryUpdate(change)) {
                return;
            }
        }
    }

    /**
     * Brings the partner badge in line with what the supplier answers. Asks again after each write, so that of several
     * who do this at the same time the last one has seen what all of them know.
     */
    public void showPartner(String id, BooleanSupplier isPartner) {
        while (true) {
            var organization = store.find(id).orElse(null);
            var wanted = isPartner.getAsBoolean();
            if (organization == null || organization.entry().partner() == wanted) {
                return;
            }
            store.tryUpdate(ProfileChanges.showPartner(organization, wanted, clock.instant()));
        }
    }

    /** What can be taken for an organization that the actor sees. */
    public LookalikesView lookalikes(String id, Actor actor) {
        var organization = get(id, actor);
        return LookalikesView.of(organization, store.lookalikes(organization, LookalikesView.MOST));
    }

    /** See {@link DirectoryFigures#of}. */
    DirectoryFigures.Figures figures(DirectoryFacets asked, Actor actor) {
        return figures.of(asked, shownTo(actor));
    }

    /** To whom those show themselves whom the actor finds. */
    private Set<Showing.Visibility> shownTo(Actor actor) {
        return actor.officer()
                ? EnumSet.allOf(Showing.Visibility.class)
                : isColleague(actor)
                        ? EnumSet.of(Showing.Visibility.PUBLIC, Showing.Visibility.MEMBERS)
                        : EnumSet.of(Showing.Visibility.PUBLIC);
    }

    /** See {@link DirectoryStore#page}. */
    Page<ListedOrganization> listed(DirectoryStore.Asked asked, Actor actor, Paging paging) {
        var shown = shownTo(actor);
        var now = clock.instant();
        var page = store.directory().page(asked, shown, paging);
        var listed = page.items().stream()
                .map(organization -> organization.at(now))
                .filter(organization -> asked.updatedAfter() != null || organization.isVerified())
                .map(organization -> ListedOrganization.of(
                        organization, actor, () -> shown.contains(Showing.Visibility.MEMBERS), now))
                .toList();
        return new Page<>(listed, page.nextCursor());
    }

    /** See {@link OrganizationStore#changes}. */
    Page<Organization> changes(Paging paging) {
        return store.changes(paging).map(this::now);
    }

    Page<Organization> ofMember(String personId, Paging paging) {
        return store.ofMember(personId, paging).map(this::now);
    }

    /** Those whose only owner the person is. */
    public List<Organization> ownedByNobodyBut(String personId) {
        return store.findAll(store.idsOfMember(personId)).values().stream()
                .filter(organization -> organization.membership().owners().equals(List.of(personId)))
                .sorted(Comparator.comparing(Organization::id))
                .toList();
    }

    /** See {@link OrganizationStore#unconfirmed}. */
    public List<String> unconfirmed(int most) {
        return store.unconfirmed(clock.instant(), most);
    }

    /** The organizations that the person belongs to. */
    public List<String> idsOfMember(String personId) {
        return store.idsOfMember(personId);
    }

    public Map<String, Organization> findAll(Collection<String> ids) {
        var all = new HashMap<>(store.findAll(ids));
        all.replaceAll((id, organization) -> now(organization));
        return all;
    }

    /** The cases in these states, see {@link OrganizationStore#cases}; drafts are no cases. */
    public Page<Organization> cases(CaseFilter filter, @Nullable String sort, Paging paging) {
        return store.cases(filter, sort, paging).map(this::now);
    }
}
