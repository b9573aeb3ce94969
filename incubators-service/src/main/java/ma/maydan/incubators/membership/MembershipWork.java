package ma.maydan.incubators.membership;

import java.time.Clock;
import ma.maydan.incubators.organization.OrganizationService;
import ma.maydan.starter.erasure.Fingerprint;
import ma.maydan.starter.notice.Letter;
import ma.maydan.starter.notice.Letters;
import ma.maydan.starter.schedule.WorkHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What becomes due of an invitation, or of a request to join. Done again it changes nothing, but for a letter that may come twice. */
@Configuration(proxyBeanMethods = false)
class MembershipWork {

    /** Sends the letter. Its link is nowhere but in it. */
    @Bean
    WorkHandler invitationLetter(
            InvitationStore invitations, OrganizationService organizations, Letters letters, Clock clock) {
        return WorkHandler.of(
                Invitation.LETTER,
                id -> invitations.find(id).ifPresent(invitation -> {
                    var invited = invitation.invited();
                    var organization =
                            organizations.find(invitation.organizationId()).orElse(null);
                    var link = Letter.newLink();
                    if (invited.email() == null
                            || invited.language() == null
                            || organization == null
                            || !invitations.addLink(id, Fingerprint.of(link))) {
                        return;
                    }
                    var letter = new Letter(
                            id + "-" + invitation.stage().letters(),
                            id,
                            "invitation." + invited.role(),
                            organization.profile().legalName(),
                            "invitations/" + link,
                            invitation.stage().endsAt());
                    letters.sendTo(invited.email(), invited.language().code(), letter, clock.instant());
                }));
    }

    @Bean
    WorkHandler invitationExpiry(InvitationService invitations) {
        return WorkHandler.of(Invitation.EXPIRY, invitations::expire);
    }

    @Bean
    WorkHandler invitationAdmission(InvitationService invitations) {
        return WorkHandler.of(Invitation.ADMISSION, invitations::admit);
    }

    @Bean
    WorkHandler admissionExpiry(AdmissionService requests) {
        return WorkHandler.of(Admission.EXPIRY, requests::expire);
    }

    @Bean
    WorkHandler admissionAdmission(AdmissionService requests) {
        return WorkHandler.of(Admission.ADMISSION, requests::admit);
    }
}
