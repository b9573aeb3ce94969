package ma.maydan.incubators.membership;

import static ma.maydan.incubators.membership.AdmissionTransition.LIFE_CYCLE;

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
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.notice.Telling;
import ma.maydan.starter.notice.Told;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.schedule.Due;
import ma.maydan.starter.vocabulary.MemberRole;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** Somebody asks to belong to a verified organization; its owners answer. At its end it is forgotten who asked. */
public record Admission(
        @BsonId String id, long version, String organizationId, Asker asker, Stage stage, Instant updatedAt)
        implements Aggregate {

    /** In which it is answered. */
    static final Duration ANSWERED_WITHIN = Duration.ofDays(14);

    /** The work of ending what nobody answers, of letting in who was accepted. */
    static final String EXPIRY = "admission.expiry";

    static final String ADMISSION = "admission.carrying-out";

    enum Status {
        PENDING,
        ACCEPTED,
        REFUSED,
        WITHDRAWN,
        EXPIRED
    }

    /**
     * @param person null at the end
     * @param key of the person and the organization, unique: while it is open, and after a refusal, so that nobody asks
     *     again at once
     * @param daily slot of so many a day
     */
    public record Asker(
            @Nullable String person,
            Instant at,
            @Nullable String key,
            @Nullable String daily) {}

    /**
     * @param role that the owner gives, while whoever asked is being let in
     * @param slot of so many that an organization has open
     */
    public record Stage(
            Status status,
            Instant endsAt,
            @Nullable MemberRole role,
            @Nullable String slot) {}

    /** What other services learn: nothing of who asked. */
    record Snapshot(String id, String organizationId, Status status) {}

    /**
     * @param key see {@link Asker}
     * @throws ProblemException 409 {@code already-member}, {@code organization-not-verified}
     */
    static Change<Admission> of(String id, Organization organization, Actor actor, String key, Instant now) {
        if (organization.roleOf(actor).isPresent()) {
            throw ProblemException.conflict("already-member");
        }
        if (!organization.isVerified()) {
            throw ProblemException.conflict("organization-not-verified");
        }
        var at = now.truncatedTo(ChronoUnit.MILLIS);
        var asker = new Asker(actor.requirePersonId(), at, key, null);
        var stage = new Stage(Status.PENDING, at.plus(ANSWERED_WITHIN), null, null);
        var made = new Admission(id, 1, organization.id(), asker, stage, at);
        return made.tell("created")
                .and(Due.at(EXPIRY, id, stage.endsAt))
                .and(made.told(
                        "created", organization, null, organization.membership().owners()));
    }

    /** The same, with the slots that it is given. */
    Admission holding(String open, String ofTheDay) {
        return new Admission(
                id,
                version,
                organizationId,
                new Asker(asker.person, asker.at, asker.key, ofTheDay),
                new Stage(stage.status, stage.endsAt, stage.role, open),
                updatedAt);
    }

    /** @throws ProblemException 409 {@code too-many-members} */
    Change<Admission> accept(MemberRole role, Organization organization, Actor actor, Instant now) {
        require(AdmissionTransition.ACCEPT, organization, actor, now);
        if (organization.membership().isFull()) {
            throw ProblemException.conflict("too-many-members");
        }
        var accepted = to(Status.ACCEPTED, new Asker(asker.person, asker.at, null, asker.daily), role, now);
        return accepted.tell("accepted")
                .and(List.of(
                        Due.at(ADMISSION, id, accepted.updatedAt),
                        Due.never(EXPIRY, id),
                        accepted.told("accepted", organization, null, List.of(String.valueOf(asker.person)))));
    }

    Change<Admission> refuse(Reason reason, Organization organization, Actor actor, Instant now) {
        require(AdmissionTransition.REFUSE, organization, actor, now);
        var refused = to(Status.REFUSED, new Asker(null, asker.at, asker.key, asker.daily), null, now);
        return refused.tell("refused")
                .and(Due.never(EXPIRY, id))
                .and(refused.told("refused", organization, reason, List.of(String.valueOf(asker.person))));
    }

    Change<Admission> withdraw(Organization organization, Actor actor, Instant now) {
        require(AdmissionTransition.WITHDRAW, organization, actor, now);
        return to(Status.WITHDRAWN, nobody(), null, now).tell("withdrawn").and(Due.never(EXPIRY, id));
    }

    Change<Admission> expired(Instant now) {
        return to(Status.EXPIRED, nobody(), null, now).tell("expired");
    }

    /** Who was accepted belongs to the organization by now: nothing here says who it was. */
    Change<Admission> admitted(Instant now) {
        return to(Status.ACCEPTED, nobody(), null, now).tell("admitted");
    }

    /** What becomes of the organization when this was accepted; empty where that is done. */
    Optional<Change<Organization>> carriedOut(Organization organization, Instant now) {
        return asker.person == null || stage.role == null
                ? Optional.empty()
                : Belonging.admit(organization, asker.person, stage.role, now);
    }

    /** By the clock, also when nobody has ended it yet. */
    Status statusAt(Instant now) {
        return stage.status == Status.PENDING && !now.isBefore(stage.endsAt) ? Status.EXPIRED : stage.status;
    }

    boolean isIn(Status status) {
        return stage.status == status;
    }

    private Asker nobody() {
        return new Asker(null, asker.at, null, asker.daily);
    }

    private Admission to(Status status, Asker whose, @Nullable MemberRole role, Instant now) {
        return new Admission(
                id,
                version + 1,
                organizationId,
                whose,
                new Stage(status, stage.endsAt, role, null),
                now.truncatedTo(ChronoUnit.MILLIS));
    }

    private void require(AdmissionTransition transition, Organization organization, Actor actor, Instant now) {
        LIFE_CYCLE.require(transition, new AdmissionSituation(this, organization, actor, now));
    }

    private Due told(String what, Organization organization, @Nullable Reason reason, List<String> people) {
        return Telling.of(
                        "join-request." + what,
                        "organizations",
                        organizationId,
                        organization.profile().legalName())
                .because(reason)
                .at(stage.endsAt)
                .to(people.stream().map(Told::person).toList())
                .due(id, version, updatedAt);
    }

    private Change<Admission> tell(String what) {
        return new Change<>(this, "admission." + what, snapshot());
    }

    Snapshot snapshot() {
        return new Snapshot(id, organizationId, stage.status);
    }
}
