package ma.maydan.incubators.membership;

import static ma.maydan.incubators.membership.InvitationTransition.LIFE_CYCLE;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import ma.maydan.incubators.organization.Belonging;
import ma.maydan.incubators.organization.Organization;
import ma.maydan.starter.aggregate.Aggregate;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.notice.Telling;
import ma.maydan.starter.notice.Told;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.schedule.Due;
import ma.maydan.starter.vocabulary.Language;
import ma.maydan.starter.vocabulary.MemberRole;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * An organization asks somebody in, by an address of mail, or an owner asks a member to take their place. At its end it
 * is forgotten who that was.
 */
public record Invitation(
        @BsonId String id,
        long version,
        String organizationId,
        Invited invited,
        Inviter inviter,
        Stage stage,
        Instant updatedAt)
        implements Aggregate {

    /** In which it is answered. */
    static final Duration ANSWERED_WITHIN = Duration.ofDays(14);

    /** How many letters may lead to it, the first among them. */
    static final int LETTERS = 3;

    /** The work of sending the letter, of ending what nobody answers, of letting in who has accepted. */
    static final String LETTER = "invitation.letter";

    static final String EXPIRY = "invitation.expiry";
    static final String ADMISSION = "invitation.admission";

    enum Kind {
        /** To join, by mail. */
        MEMBERSHIP,
        /** To a member, to become its owner in place of who asks. */
        OWNERSHIP
    }

    enum Status {
        PENDING,
        ACCEPTED,
        DECLINED,
        REVOKED,
        EXPIRED
    }

    /**
     * Who is asked to be what.
     *
     * @param email in lower case; null at the end, and for a member
     * @param language in which letters are; null for a member
     * @param person who has accepted, until they belong to the organization; a member who is asked
     * @param key of the address and the organization, unique: while it is open, and after it is declined, so that nobody
     *     is asked again at once; of the organization alone where it is about its owner
     */
    public record Invited(
            Kind kind,
            MemberRole role,
            @Nullable String email,
            @Nullable Language language,
            @Nullable String person,
            @Nullable String key) {

        private Invited by(@Nullable String whom) {
            return new Invited(kind, role, null, language, whom, null);
        }

        private Invited declined() {
            return new Invited(kind, role, null, language, null, kind == Kind.MEMBERSHIP ? key : null);
        }
    }

    /** @param slot of so many a day */
    public record Inviter(
            String person, Instant at, @Nullable String slot) {}

    /**
     * @param letters that were sent, or are about to be
     * @param slot of so many that are open
     */
    public record Stage(
            Status status,
            Instant endsAt,
            int letters,
            @Nullable String slot) {}

    /** @throws ProblemException 403; 409 {@code too-many-members} */
    static Change<Invitation> of(String id, Organization organization, Invited invited, Actor actor, Instant now) {
        requireMayGive(organization, actor.requirePersonId(), invited.role, ProblemException.forbidden());
        requireRoom(organization);
        var made = begun(id, organization, invited, 1, actor, now);
        return made.tell("created").and(Due.at(LETTER, id, made.updatedAt)).and(made.expiry());
    }

    /** @throws ProblemException 403; 404 for who is no member; 409 for who is an owner */
    static Change<Invitation> ofOwnership(
            String id, Organization organization, String member, String key, Actor actor, Instant now) {
        requireMayGive(organization, actor.requirePersonId(), MemberRole.OWNER, ProblemException.forbidden());
        var role = organization.membership().roleOf(member).orElseThrow(ProblemException::notFound);
        if (role == MemberRole.OWNER) {
            throw ProblemException.invalidTransition(List.of());
        }
        var invited = new Invited(Kind.OWNERSHIP, MemberRole.OWNER, null, null, member, key);
        var made = begun(id, organization, invited, LETTERS, actor, now);
        return made.tell("created").and(made.expiry()).and(made.told("ownership.offered", organization, member));
    }

    private static Invitation begun(
            String id, Organization organization, Invited invited, int letters, Actor actor, Instant now) {
        var at = now.truncatedTo(ChronoUnit.MILLIS);
        return new Invitation(
                id,
                1,
                organization.id(),
                invited,
                new Inviter(actor.requirePersonId(), at, null),
                new Stage(Status.PENDING, at.plus(ANSWERED_WITHIN), letters, null),
                at);
    }

    /** The same, with the slots that it is given. */
    Invitation holding(String open, String ofTheDay) {
        return new Invitation(
                id,
                version,
                organizationId,
                invited,
                new Inviter(inviter.person, inviter.at, ofTheDay),
                new Stage(stage.status, stage.endsAt, stage.letters, open),
                updatedAt);
    }

    /**
     * @throws ProblemException 409 {@code already-member}, {@code too-many-members}, or {@code invitation-void} when who
     *     invited may not give this role any more
     */
    Change<Invitation> accept(Organization organization, Actor actor, Instant now) {
        require(InvitationTransition.ACCEPT, organization, actor, now);
        var person = actor.requirePersonId();
        requireMayGive(organization, inviter.person, invited.role, ProblemException.conflict("invitation-void"));
        requireGoesWith(organization.membership().roleOf(person).isPresent());
        if (invited.kind == Kind.MEMBERSHIP) {
            requireRoom(organization);
        }
        var accepted = ended(Status.ACCEPTED, invited.by(person), now);
        var change = accepted.tell("accepted")
                .and(List.of(
                        Due.at(ADMISSION, id, accepted.updatedAt),
                        Due.never(EXPIRY, id),
                        accepted.toInviter("accepted", organization)));
        return invited.kind == Kind.OWNERSHIP
                ? change.and(accepted.told("membership." + MemberRole.OWNER, organization, person))
                : change;
    }

    private void requireGoesWith(boolean isMember) {
        if (isMember && invited.kind == Kind.MEMBERSHIP) {
            throw ProblemException.conflict("already-member");
        }
        if (!isMember && invited.kind == Kind.OWNERSHIP) {
            throw ProblemException.conflict("invitation-void");
        }
    }

    /** What becomes of the organization when this was accepted; empty where that is done. */
    Optional<Change<Organization>> carriedOut(Organization organization, Instant now) {
        var person = invited.person;
        if (person == null) {
            return Optional.empty();
        }
        return invited.kind == Kind.OWNERSHIP
                ? Belonging.handOver(organization, inviter.person, person, now)
                : Belonging.admit(organization, person, invited.role, now);
    }

    /** Who has accepted belongs to the organization by now: nothing here says who it was. */
    Change<Invitation> admitted(Instant now) {
        return ended(Status.ACCEPTED, invited.by(null), now).tell("admitted");
    }

    Change<Invitation> decline(Organization organization, Actor actor, Instant now) {
        require(InvitationTransition.DECLINE, organization, actor, now);
        var declined = ended(Status.DECLINED, invited.declined(), now);
        return declined.tell("declined")
                .and(List.of(Due.never(EXPIRY, id), declined.toInviter("declined", organization)));
    }

    Change<Invitation> revoke(Organization organization, Actor actor, Instant now) {
        require(InvitationTransition.REVOKE, organization, actor, now);
        return ended(Status.REVOKED, invited.by(null), now).tell("revoked").and(Due.never(EXPIRY, id));
    }

    /** Another letter; it ends when it would have. */
    Change<Invitation> resend(Organization organization, Actor actor, Instant now) {
        require(InvitationTransition.RESEND, organization, actor, now);
        var at = now.truncatedTo(ChronoUnit.MILLIS);
        var again = new Stage(stage.status, stage.endsAt, stage.letters + 1, stage.slot);
        return new Invitation(id, version + 1, organizationId, invited, inviter, again, at)
                .tell("resent")
                .and(Due.at(LETTER, id, at));
    }

    Change<Invitation> expired(Instant now) {
        return ended(Status.EXPIRED, invited.by(null), now).tell("expired");
    }

    /** By the clock, also when nobody has ended it yet. */
    Status statusAt(Instant now) {
        return stage.status == Status.PENDING && !now.isBefore(stage.endsAt) ? Status.EXPIRED : stage.status;
    }

    private Invitation ended(Status status, Invited whom, Instant now) {
        return new Invitation(
                id,
                version + 1,
                organizationId,
                whom,
                inviter,
                new Stage(status, stage.endsAt, stage.letters, null),
                now.truncatedTo(ChronoUnit.MILLIS));
    }

    private void require(InvitationTransition transition, Organization organization, Actor actor, Instant now) {
        LIFE_CYCLE.require(transition, new InvitationSituation(this, organization, actor, now));
    }

    private static void requireRoom(Organization organization) {
        if (organization.membership().isFull()) {
            throw ProblemException.conflict("too-many-members");
        }
    }

    private static void requireMayGive(
            Organization organization, String giver, MemberRole role, ProblemException otherwise) {
        if (!organization.membership().mayGive(giver, role)) {
            throw otherwise;
        }
    }

    private Due expiry() {
        return Due.at(EXPIRY, id, stage.endsAt);
    }

    private Due toInviter(String what, Organization organization) {
        var about = invited.kind == Kind.OWNERSHIP ? "ownership." : "invitation.";
        return told(about + what, organization, inviter.person);
    }

    private Due told(String what, Organization organization, String person) {
        return Telling.of(
                        what,
                        "organizations",
                        organizationId,
                        organization.profile().legalName())
                .at(stage.endsAt)
                .to(List.of(Told.person(person)))
                .due(id, version, updatedAt);
    }

    private Change<Invitation> tell(String what) {
        return new Change<>(this, "invitation." + what, InvitationSnapshot.of(this));
    }
}
