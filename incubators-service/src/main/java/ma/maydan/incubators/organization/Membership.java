package ma.maydan.incubators.organization;

import java.util.List;
import java.util.Optional;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.vocabulary.MemberRole;
import org.jspecify.annotations.Nullable;

/**
 * Who belongs to an organization.
 *
 * @param slot its owner's, until it is verified; null for an organization from before
 */
public record Membership(List<Member> members, @Nullable String slot) {

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
        return members.stream()
                .filter(member -> actor.is(member.personId()))
                .map(Member::role)
                .findFirst();
    }
}
