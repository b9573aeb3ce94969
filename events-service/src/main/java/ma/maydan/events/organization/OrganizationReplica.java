package ma.maydan.events.organization;

import java.util.List;
import java.util.Objects;
import ma.maydan.starter.ownership.Standing;
import ma.maydan.starter.replica.Replica;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.vocabulary.MemberRole;
import ma.maydan.starter.vocabulary.OrganizationKind;
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
        Badges badges,
        List<Member> members,
        @Nullable Long standingSince)
        implements Replica {

    /** In one from before badges were kept together there are none, until it is told again. */
    public OrganizationReplica {
        badges = badges == null ? Badges.NONE : badges;
    }

    /**
     * What it is to the cluster, and where.
     *
     * @param kinds what it is by itself
     * @param trusted publishes its own events without the cluster
     * @param region where it is, ISO 3166-2:MA; null until the register has told again
     * @param visibility to whom it shows itself; null, as for everybody, until the register has told again
     */
    public record Badges(
            List<OrganizationKind> kinds,
            boolean partner,
            boolean trusted,
            @Nullable String region,
            @Nullable String visibility) {

        static final Badges NONE = new Badges(List.of(), false, false, null, null);
    }

    public record Member(String personId, MemberRole role) {

        public Member {
            Objects.requireNonNull(personId);
            Objects.requireNonNull(role);
        }
    }

    /** Only a verified organization begins something new. */
    public boolean isVerified() {
        return registrationStatus.equals("VERIFIED");
    }

    /** Whether what it has begun goes on: also while nobody has confirmed it in time. */
    public boolean isInRegister() {
        return isVerified() || isLapsed();
    }

    private boolean isLapsed() {
        return registrationStatus.equals("LAPSED");
    }

    /** Whether everybody sees it, and what it has published. */
    public boolean isPublic() {
        return isInRegister()
                && (badges.visibility() == null || badges.visibility().equals("PUBLIC"));
    }

    public boolean isPartner() {
        return badges.partner();
    }

    /** Whether it publishes without the cluster, as long as it is verified. */
    public boolean isTrusted() {
        return isVerified() && badges.trusted();
    }

    public boolean isStartup() {
        return badges.kinds().contains(OrganizationKind.STARTUP);
    }

    /** Whether it is in a region; nobody is in none. */
    public boolean isIn(@Nullable String region) {
        return region != null && region.equals(badges.region());
    }

    public Standing standing() {
        return new Standing(isPublic(), standingSince == null ? 0 : standingSince, isLapsed() ? true : null);
    }

    /** As the state that follows another, or is the first that is known. */
    OrganizationReplica after(@Nullable OrganizationReplica known) {
        var since = known != null && known.isPublic() == isPublic() && known.isLapsed() == isLapsed()
                ? known.standing().since()
                : sequence;
        return new OrganizationReplica(id, sequence, legalName, registrationStatus, badges, members, since);
    }

    /** The person's role, null for a stranger. */
    public @Nullable MemberRole roleOf(@Nullable String personId) {
        return members.stream()
                .filter(member -> member.personId().equals(personId))
                .map(Member::role)
                .findFirst()
                .orElse(null);
    }

    /** Whether somebody writes for it. */
    public boolean isEditedBy(@Nullable String personId) {
        var role = roleOf(personId);
        return role != null && role.mayEdit();
    }

    public List<String> editorIds() {
        return members.stream()
                .filter(member -> member.role().mayEdit())
                .map(Member::personId)
                .toList();
    }

    public List<String> memberIds() {
        return members.stream().map(Member::personId).toList();
    }
}
