package ma.maydan.partners.organization;

import java.util.List;
import java.util.Objects;
import ma.maydan.starter.replica.Replica;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.vocabulary.MemberRole;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * What the register says of an organization, as far as partnerships need it.
 *
 * @param visibility to whom it shows itself; null, as for everybody, until the register has told again
 */
public record OrganizationReplica(
        @BsonId String id,
        long sequence,
        LocalizedText legalName,
        List<String> kinds,
        String registrationStatus,
        @Nullable String visibility,
        List<Member> members)
        implements Replica {

    public record Member(String personId, MemberRole role) {

        public Member {
            Objects.requireNonNull(personId);
            Objects.requireNonNull(role);
        }
    }

    /** Only between verified organizations something new is agreed on. */
    public boolean isVerified() {
        return registrationStatus.equals("VERIFIED");
    }

    /** Only an organization of the register is in a partnership in force, be it confirmed in time or not. */
    public boolean isInRegister() {
        return isVerified() || registrationStatus.equals("LAPSED");
    }

    /** Whether it is named to everybody; of one that was verified the name is known. */
    public boolean isNamed() {
        return visibility == null || visibility.equals("PUBLIC");
    }

    public boolean hasMember(@Nullable String personId) {
        return members.stream().anyMatch(member -> member.personId().equals(personId));
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
