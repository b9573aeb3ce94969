package ma.maydan.incubators.membership;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import ma.maydan.incubators.membership.Invitation.Invited;
import ma.maydan.incubators.organization.Organization;
import ma.maydan.incubators.organization.OrganizationService;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.erasure.Fingerprint;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.mongo.DuplicateValueException;
import ma.maydan.starter.notice.Guest;
import ma.maydan.starter.notice.VerifiedAddress;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.personal.PersonalData;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.web.ExpectedVersion;
import org.springframework.stereotype.Service;

/** Organizations ask people in, and those answer. */
@Service
class InvitationService {

    /** Whoever holds the letter, who need be nobody. */
    private static final Actor BEARER = new Actor(null, false, false, null, false, true);

    private final InvitationStore store;
    private final OrganizationService organizations;
    private final Clock clock;

    InvitationService(InvitationStore store, OrganizationService organizations, Clock clock) {
        this.store = store;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** A step of an invitation, as the aggregate declares it. */
    interface Step {
        Change<Invitation> take(Invitation invitation, Organization organization, Actor actor, Instant now);
    }

    /**
     * @throws ProblemException 403; 409 {@code already-invited}, {@code too-many-invitations}, {@code too-many-members}
     */
    InvitationView invite(String id, String organizationId, InvitationRequest request, Actor actor) {
        var organization = organizations.get(organizationId, actor);
        var invited = new Invited(
                Invitation.Kind.MEMBERSHIP,
                request.role(),
                request.email(),
                request.languageOrFrench(),
                null,
                Guest.idOf(organizationId, request.email()));
        var made = Invitation.of(id, organization, invited, actor, clock.instant());
        return insert(made, organization, actor, "already-invited");
    }

    /**
     * An owner asks a member to take their place; one at a time of an organization.
     *
     * @throws ProblemException 403; 404 for who is no member; 409 for an owner, {@code already-offered}, {@code
     *     too-many-invitations}
     */
    InvitationView offerOwnership(String id, String organizationId, String member, Actor actor) {
        var organization = organizations.get(organizationId, actor);
        var key = Guest.idOf(organizationId, "ownership");
        var made = Invitation.ofOwnership(id, organization, member, key, actor, clock.instant());
        return insert(made, organization, actor, "already-offered");
    }

    private InvitationView insert(Change<Invitation> made, Organization organization, Actor actor, String otherwise) {
        try {
            return view(store.insert(made), organization, actor);
        } catch (DuplicateValueException sameKey) {
            throw ProblemException.conflict(otherwise);
        }
    }

    /** @throws ProblemException 404 for who does not manage the organization */
    Page<InvitationView> ofOrganization(String organizationId, Actor actor, Paging paging) {
        var organization = organizations.get(organizationId, actor);
        if (!actor.with(organization.roleOf(actor).orElse(null)).mayManage()) {
            throw ProblemException.notFound();
        }
        return store.ofOrganization(organizationId, paging).map(one -> view(one, organization, actor));
    }

    /** Those that went to the verified address of the caller, or are for them as a member. */
    Page<InvitationView> ofCaller(Actor actor, Paging paging) {
        var email = VerifiedAddress.ofCaller().orElse("");
        var page = store.of(email, actor.requirePersonId(), paging);
        var known = organizations.findAll(
                page.items().stream().map(Invitation::organizationId).toList());
        // A draft that was deleted has left its invitations behind, which end by themselves.
        var of = page.items().stream()
                .filter(one -> known.containsKey(one.organizationId()))
                .toList();
        return new Page<>(of, page.nextCursor())
                .map(one -> view(one, Objects.requireNonNull(known.get(one.organizationId())), holding(one, actor)));
    }

    /** @throws ProblemException 404 for who neither manages the organization nor was asked */
    InvitationView get(String id, Actor actor) {
        var invitation = store.find(id).orElseThrow(ProblemException::notFound);
        return view(invitation, organizationOf(invitation), seeing(invitation, actor));
    }

    /** @throws ProblemException 404 as above; 412; whatever the step refuses */
    InvitationView change(String id, ExpectedVersion expected, Actor actor, Step step) {
        var invitation = store.find(id).orElseThrow(ProblemException::notFound);
        return change(invitation, expected, seeing(invitation, actor), step);
    }

    /** Lets in who accepts, at once: should this not come to its end, {@link #admit} does. */
    InvitationView accept(String id, ExpectedVersion expected, Actor actor) {
        var accepted = change(id, expected, actor, Invitation::accept);
        admit(id);
        return accepted;
    }

    /** Whoever has accepted belongs to the organization; once or again. */
    void admit(String id) {
        store.find(id)
                .filter(one -> one.stage().status() == Invitation.Status.ACCEPTED
                        && one.invited().person() != null
                        && !PersonalData.ERASED.equals(one.invited().person()))
                .ifPresent(invitation -> {
                    organizations.change(
                            invitation.organizationId(), one -> invitation.carriedOut(one, clock.instant()));
                    store.tryUpdate(invitation.admitted(clock.instant()));
                });
    }

    /** What a link leads to; who is signed in with the address to which it went may accept it. */
    InvitationView byLink(String link, Actor actor) {
        var invitation = requireLink(link);
        return view(
                invitation, organizationOf(invitation), isFor(invitation, actor) ? holding(invitation, actor) : BEARER);
    }

    InvitationView declineByLink(String link, ExpectedVersion expected) {
        return change(requireLink(link), expected, BEARER, Invitation::decline);
    }

    /** Nobody has answered it in time. */
    void expire(String id) {
        store.find(id)
                .filter(one -> one.stage().status() == Invitation.Status.PENDING
                        && one.statusAt(clock.instant()) == Invitation.Status.EXPIRED)
                .ifPresent(one -> store.tryUpdate(one.expired(clock.instant())));
    }

    private InvitationView change(Invitation invitation, ExpectedVersion expected, Actor actor, Step step) {
        expected.require(invitation.version());
        var organization = organizationOf(invitation);
        return view(store.update(step.take(invitation, organization, actor, clock.instant())), organization, actor);
    }

    private Invitation requireLink(String link) {
        return store.byLink(Fingerprint.of(link)).orElseThrow(ProblemException::notFound);
    }

    private Organization organizationOf(Invitation invitation) {
        return organizations.find(invitation.organizationId()).orElseThrow(ProblemException::notFound);
    }

    /** The actor, when they may see it. */
    private Actor seeing(Invitation invitation, Actor actor) {
        var here = holding(invitation, actor);
        var manages = organizations
                .find(invitation.organizationId())
                .flatMap(organization -> organization.roleOf(actor))
                .filter(role -> role.mayManage());
        if (!here.holder() && manages.isEmpty()) {
            throw ProblemException.notFound();
        }
        return here;
    }

    private static Actor holding(Invitation invitation, Actor actor) {
        return isFor(invitation, actor) ? actor.of(actor.requirePersonId()) : actor;
    }

    private static boolean isFor(Invitation invitation, Actor actor) {
        var invited = invitation.invited();
        return invited.kind() == Invitation.Kind.OWNERSHIP
                ? actor.is(invited.person())
                : invited.email() != null
                        && VerifiedAddress.ofCaller()
                                .filter(invited.email()::equals)
                                .isPresent();
    }

    private InvitationView view(Invitation invitation, Organization organization, Actor actor) {
        return InvitationView.of(new InvitationSituation(invitation, organization, actor, clock.instant()));
    }
}
