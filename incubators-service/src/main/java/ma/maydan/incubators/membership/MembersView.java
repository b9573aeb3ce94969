package ma.maydan.incubators.membership;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ma.maydan.incubators.organization.Organization;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.vocabulary.MemberRole;
import ma.maydan.starter.web.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * Who belongs to an organization, as one caller sees it.
 *
 * @param version of the organization
 * @param items owners first, and by their names
 * @param roles that the caller may give to somebody new; empty for who does not manage it
 */
record MembersView(long version, List<Item> items, List<MemberRole> roles) implements Versioned {

    /**
     * @param id of the person
     * @param name as their account has it; null for who has not been here for long
     * @param me whether it is the caller
     * @param roles others that the caller may give them
     * @param removable whether the caller may remove them, or leave
     */
    record Item(
            String id, @Nullable String name, MemberRole role, boolean me, List<MemberRole> roles, boolean removable) {}

    static MembersView of(Organization organization, Map<String, String> names, Actor actor) {
        var membership = organization.membership();
        var given = Stream.of(MemberRole.values())
                .filter(role -> membership.mayGive(actor.requirePersonId(), role))
                .toList();
        var lastOwner = membership.owners().size() == 1 ? membership.owners().getFirst() : null;
        var items = membership.members().stream()
                .map(member -> {
                    var stays = member.personId().equals(lastOwner);
                    var lowers = given.contains(member.role()) && !stays;
                    return new Item(
                            member.personId(),
                            names.get(member.personId()),
                            member.role(),
                            actor.is(member.personId()),
                            lowers
                                    ? given.stream()
                                            .filter(role -> role != member.role())
                                            .toList()
                                    : List.of(),
                            lowers || actor.is(member.personId()) && !stays);
                })
                .sorted(Comparator.comparing(Item::role)
                        .thenComparing(item -> Optional.ofNullable(item.name()).orElse("")))
                .toList();
        return new MembersView(organization.version(), items, given);
    }
}
