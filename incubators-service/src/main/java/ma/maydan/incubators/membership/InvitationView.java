package ma.maydan.incubators.membership;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import ma.maydan.starter.lifecycle.Offer;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.vocabulary.Language;
import ma.maydan.starter.vocabulary.MemberRole;
import ma.maydan.starter.web.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * An invitation as one caller sees it.
 *
 * @param email where it went; for who manages the organization, while it is open
 */
record InvitationView(
        String id,
        long version,
        String organizationId,
        LocalizedText organizationName,
        @JsonUnwrapped Asked asked,
        @JsonUnwrapped Course course,
        @JsonUnwrapped Offer offer)
        implements Versioned {

    /** @param memberId who is asked to become an owner; null for who is asked in */
    record Asked(
            Invitation.Kind kind,
            MemberRole role,
            @Nullable String email,
            @Nullable String memberId,
            @Nullable Language language) {}

    /** @param lettersLeft how often it can still be sent again */
    record Course(Invitation.Status status, Instant invitedAt, Instant endsAt, int lettersLeft) {}

    static InvitationView of(InvitationSituation situation) {
        var invitation = situation.invitation();
        var invited = invitation.invited();
        return new InvitationView(
                invitation.id(),
                invitation.version(),
                invitation.organizationId(),
                situation.organization().profile().legalName(),
                new Asked(
                        invited.kind(),
                        invited.role(),
                        situation.actor().mayManage() ? invited.email() : null,
                        invited.kind() == Invitation.Kind.OWNERSHIP ? invited.person() : null,
                        invited.language()),
                new Course(
                        situation.state(),
                        invitation.inviter().at(),
                        invitation.stage().endsAt(),
                        Invitation.LETTERS - invitation.stage().letters()),
                InvitationTransition.LIFE_CYCLE.offer(situation));
    }
}
