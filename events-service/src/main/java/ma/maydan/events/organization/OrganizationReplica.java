package ma.maydan.events.organization;

import java.util.List;
import java.util.Objects;
import ma.maydan.starter.ownership.Standing;
import ma.maydan.starter.replica.Replica;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.vocabulary.MemberRole;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * What the register says of an organization, as far as events need it.
 *
 * @param standingSince the sequence with which the present standing began; null for one kept before it was counted
 */
public record OrganizationReplica(
        @BsonId String id,
        long sequence,
        LocalizedText legalName,
        String registrationStatus,
        boolean partner,
        List<Member> members,
        @Nullable Long standingSince)
        implements Replica {

    public record Member(String personId, MemberRole role) {

        public Member {
            Objects.requireNonNull(personId);
            Objects.requireNonNull(role);
        }
    }

    /** Only a verified organization publishes, and is seen. */
    public boolean isVerified() {
        return registrationStatus.equals("VERIFIED");
    }

    public Standing standing() {
        return new Standing(isVerified(), standingSince == null ? 0 : standingSince);
    }

    /** As the state that follows another, or is the first that is known. */
    OrganizationReplica after(@Nullable OrganizationReplica known) {
        var since = known != null && known.isVerified() == isVerified()
                ? known.standing().since()
                : sequence;
        return new OrganizationReplica(id, sequence, legalName, registrationStatus, partner, members, since);
    }

    /** The person's role, null for a stranger. */
    public @Nullable MemberRole roleOf(@Nullable String personId) {
        return members.stream()
                .filter(member -> member.personId().equals(personId))
                .map(Member::role)
                .findFirst()
                .orElse(null);
    }

    List<String> memberIds() {
        return members.stream().map(Member::personId).toList();
    }
}
