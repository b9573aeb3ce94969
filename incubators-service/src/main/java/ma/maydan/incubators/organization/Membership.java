package ma.maydan.incubators.organization;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.vocabulary.MemberRole;
import org.jspecify.annotations.Nullable;

/**
 * Who belongs to an organization.
 *
 * @param slot of the person who created it, until it is verified or they leave; null for an organization from before
 */
public record Membership(List<Member> members, @Nullable String slot) {

    /** The members of one organization. */
    public static final int MOST = 200;

    static final Membership NOBODY = new Membership(List.of(), null);

    public Membership {
        members = List.copyOf(members);
    }

    static Membership of(Member owner) {
        return new Membership(List.of(owner), null);
    }

    Membership holding(@Nullable String itsSlot) {
        return new Membership(members, itsSlot);
    }

    Optional<MemberRole> roleOf(Actor actor) {
        return actor.personId() == null ? Optional.empty() : roleOf(actor.personId());
    }

    public Optional<MemberRole> roleOf(String personId) {
        return members.stream()
                .filter(member -> member.personId().equals(personId))
                .map(Member::role)
                .findFirst();
    }

    /** Whether a person gives this role to others, and takes it from them: who manages, and of owners only an owner. */
    public boolean mayGive(String giver, MemberRole role) {
        return roleOf(giver)
                .filter(own -> own.mayManage() && (own == MemberRole.OWNER || role != MemberRole.OWNER))
                .isPresent();
    }

    List<String> ids() {
        return members.stream().map(Member::personId).toList();
    }

    /** The ids of its owners. */
    public List<String> owners() {
        return members.stream()
                .filter(member -> member.role() == MemberRole.OWNER)
                .map(Member::personId)
                .distinct()
                .toList();
    }

    public boolean isFull() {
        return members.size() >= MOST;
    }

    Membership joinedBy(Member member) {
        return new Membership(Stream.concat(members.stream(), Stream.of(member)).toList(), slot);
    }

    /** @throws ProblemException 403; 404 for who is no member; 409 {@code last-owner} when nobody else is one */
    Membership giving(String personId, MemberRole role, String giver) {
        requireMayGive(giver, role);
        requireTakes(giver, personId);
        if (role != MemberRole.OWNER) {
            requireAnotherOwner(personId);
        }
        return new Membership(
                members.stream()
                        .map(member -> member.personId().equals(personId) ? new Member(personId, role) : member)
                        .toList(),
                slot);
    }

    /**
     * Everybody may leave.
     *
     * @throws ProblemException 403; 404 for who is no member; 409 {@code last-owner} when nobody else is one
     */
    Membership without(String personId, String remover) {
        if (!remover.equals(personId) || roleOf(personId).isEmpty()) {
            requireTakes(remover, personId);
        }
        requireAnotherOwner(personId);
        return new Membership(
                members.stream()
                        .filter(member -> !member.personId().equals(personId))
                        .toList(),
                slot != null && slot.startsWith(personId + ":") ? null : slot);
    }

    /** One owner for another, who belongs to it already; whoever hands over stays as an admin. */
    Membership handedOver(String from, String to) {
        return new Membership(
                members.stream()
                        .map(member -> member.personId().equals(to)
                                ? new Member(to, MemberRole.OWNER)
                                : member.personId().equals(from) && member.role() == MemberRole.OWNER
                                        ? new Member(from, MemberRole.ADMIN)
                                        : member)
                        .toList(),
                slot);
    }

    private void requireTakes(String taker, String personId) {
        requireMayGive(taker, MemberRole.VIEWER);
        requireMayGive(taker, roleOf(personId).orElseThrow(ProblemException::notFound));
    }

    private void requireMayGive(String giver, MemberRole role) {
        if (!mayGive(giver, role)) {
            throw ProblemException.forbidden();
        }
    }

    private void requireAnotherOwner(String personId) {
        if (owners().equals(List.of(personId))) {
            throw ProblemException.conflict("last-owner");
        }
    }
}
