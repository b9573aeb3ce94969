package ma.maydan.incubators.membership;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import ma.maydan.incubators.organization.Organization;
import ma.maydan.incubators.organization.OrganizationService;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.mongo.DuplicateValueException;
import ma.maydan.starter.notice.Guest;
import ma.maydan.starter.notice.Guests;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.personal.Leaving;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.vocabulary.MemberRole;
import ma.maydan.starter.web.ExpectedVersion;
import org.springframework.stereotype.Service;

/** People ask to belong to organizations, and their owners answer. */
@Service
class AdmissionService implements Leaving {

    private final AdmissionStore store;
    private final OrganizationService organizations;
    private final Guests people;
    private final Clock clock;

    AdmissionService(AdmissionStore store, OrganizationService organizations, Guests people, Clock clock) {
        this.store = store;
        this.organizations = organizations;
        this.people = people;
        this.clock = clock;
    }

    /** A step of a request, as the aggregate declares it. */
    interface Step {
        Change<Admission> take(Admission request, Organization organization, Actor actor, Instant now);
    }

    /**
     * @throws ProblemException 404; 409 {@code already-member}, {@code organization-not-verified}, {@code
     *     already-asked}, {@code too-many-join-requests}
     */
    AdmissionView ask(String id, String organizationId, Actor actor) {
        var organization = organizations.get(organizationId, actor);
        var key = Guest.idOf(organizationId, actor.requirePersonId());
        var made = Admission.of(id, organization, actor, key, clock.instant());
        try {
            return view(store.insert(made), organization, actor);
        } catch (DuplicateValueException askedBefore) {
            throw ProblemException.conflict("already-asked");
        }
    }

    /** @throws ProblemException 404 for who is no owner */
    Page<AdmissionView> ofOrganization(String organizationId, Actor actor, Paging paging) {
        var organization = organizations.get(organizationId, actor);
        requireOwner(organization, actor);
        return store.ofOrganization(organizationId, paging).map(one -> view(one, organization, actor));
    }

    Page<AdmissionView> ofCaller(Actor actor, Paging paging) {
        return store.of(actor.requirePersonId(), paging).map(one -> view(one, organizationOf(one), actor));
    }

    /** @throws ProblemException 404 for who neither asked nor is an owner */
    AdmissionView get(String id, Actor actor) {
        var request = require(id, actor);
        return view(request, organizationOf(request), actor);
    }

    /** @throws ProblemException 404 as above; 412; whatever the step refuses */
    AdmissionView change(String id, ExpectedVersion expected, Actor actor, Step step) {
        var request = require(id, actor);
        expected.require(request.version());
        var organization = organizationOf(request);
        return view(store.update(step.take(request, organization, actor, clock.instant())), organization, actor);
    }

    /** Lets in who is accepted, at once: should this not come to its end, {@link #admit} does. */
    AdmissionView accept(String id, MemberRole role, ExpectedVersion expected, Actor actor) {
        var accepted = change(
                id, expected, actor, (request, organization, who, now) -> request.accept(role, organization, who, now));
        admit(id);
        return accepted;
    }

    /** Whoever was accepted belongs to the organization; once or again. */
    void admit(String id) {
        store.find(id)
                .filter(one ->
                        one.isIn(Admission.Status.ACCEPTED) && one.asker().person() != null)
                .ifPresent(request -> {
                    organizations.change(request.organizationId(), one -> request.carriedOut(one, clock.instant()));
                    store.tryUpdate(request.admitted(clock.instant()));
                });
    }

    /** Nobody has answered it in time. */
    void expire(String id) {
        store.find(id)
                .filter(one ->
                        one.isIn(Admission.Status.PENDING) && one.statusAt(clock.instant()) == Admission.Status.EXPIRED)
                .ifPresent(one -> store.tryUpdate(one.expired(clock.instant())));
    }

    /** Who is about to be erased asks for nothing any more. */
    @Override
    public void leave(String person) {
        var actor = new Actor(person, false, false);
        for (var id : store.openOf(person)) {
            store.find(id)
                    .filter(one -> one.statusAt(clock.instant()) == Admission.Status.PENDING)
                    .ifPresent(one -> store.update(one.withdraw(organizationOf(one), actor, clock.instant())));
            expire(id);
        }
    }

    private Admission require(String id, Actor actor) {
        var request = store.find(id).orElseThrow(ProblemException::notFound);
        if (!actor.is(request.asker().person())) {
            requireOwner(organizationOf(request), actor);
        }
        return request;
    }

    private static void requireOwner(Organization organization, Actor actor) {
        if (organization.roleOf(actor).filter(role -> role == MemberRole.OWNER).isEmpty()) {
            throw ProblemException.notFound();
        }
    }

    private Organization organizationOf(Admission request) {
        return organizations.find(request.organizationId()).orElseThrow(ProblemException::notFound);
    }

    private AdmissionView view(Admission request, Organization organization, Actor actor) {
        var situation = new AdmissionSituation(request, organization, actor, clock.instant());
        var person = request.asker().person();
        return AdmissionView.of(
                situation,
                person == null ? null : people.namesOf(List.of(person)).get(person),
                person == null ? null : people.emailOf(person).orElse(null));
    }
}
