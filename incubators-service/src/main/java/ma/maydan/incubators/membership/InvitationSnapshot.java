package ma.maydan.incubators.membership;

import ma.maydan.starter.vocabulary.MemberRole;

/** What events tell of an invitation: nothing of any person. */
record InvitationSnapshot(
        String id, String organizationId, Invitation.Kind kind, MemberRole role, Invitation.Status status) {

    static InvitationSnapshot of(Invitation invitation) {
        return new InvitationSnapshot(
                invitation.id(),
                invitation.organizationId(),
                invitation.invited().kind(),
                invitation.invited().role(),
                invitation.stage().status());
    }
}
