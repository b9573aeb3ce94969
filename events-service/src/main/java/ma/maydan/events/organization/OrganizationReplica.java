package ma.maydan.events.organization;

import java.util.List;
import java.util.Objects;
import ma.maydan.starter.mongo.Replica;
import ma.maydan.starter.text.LocalizedText;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** What the register says of an organization, as far as events need it. */
public record OrganizationReplica(
        @BsonId String id,
        long sequence,
        LocalizedText legalName,
        String registrationStatus,
        boolean partner,
        List<Member> members)
        implements Replica {

    /** @param role OWNER, ADMIN, EDITOR or VIEWER */
    public record Member(String personId, String role) {

        public Member {
            Objects.requireNonNull(personId);
            Objects.requireNonNull(role);
        }
    }

    /** Only a verified organization publishes, and is seen. */
    public boolean isVerified() {
        return registrationStatus.equals("VERIFIED");
    }

    /** The person's role, null for a stranger. */
    public @Nullable String roleOf(@Nullable String personId) {
        return members.stream()
                .filter(member -> member.personId().equals(personId))
                .map(Member::role)
                .findFirst()
                .orElse(null);
    }
}
