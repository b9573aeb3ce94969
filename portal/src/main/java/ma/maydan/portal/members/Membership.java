package ma.maydan.portal.members;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The members of an organization; see the API.
 *
 * @param roles that the visitor may give to somebody new
 */
public record Membership(long version, List<Member> items, List<String> roles) {

    /**
     * @param name null for who has not been here for long
     * @param me whether it is the visitor
     * @param roles others that the visitor may give them
     */
    public record Member(
            String id, @Nullable String name, String role, boolean me, List<String> roles, boolean removable) {

        /** What they are and could be, for a choice. */
        List<String> offered() {
            return Stream.of("OWNER", "ADMIN", "EDITOR", "VIEWER")
                    .filter(one -> one.equals(role) || roles.contains(one))
                    .toList();
        }

        /** Whether the visitor, an owner, may ask them to take their place. */
        public boolean isSuccessor() {
            return roles.contains("OWNER");
        }

        public boolean isChangeable() {
            return removable || !roles.isEmpty();
        }
    }

    public Optional<Member> find(String personId) {
        return items.stream().filter(member -> member.id().equals(personId)).findFirst();
    }

    /** Whether the visitor may give every role. */
    public boolean isOwned() {
        return roles.contains("OWNER");
    }

    /** Whether the visitor may ask others in. */
    public boolean isManaged() {
        return !roles.isEmpty();
    }
}
