package ma.maydan.incubators.membership;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.function.Consumer;
import ma.maydan.incubators.organization.OrganizationService;
import ma.maydan.starter.erasure.Fingerprint;
import ma.maydan.starter.notice.Letter;
import ma.maydan.starter.notice.Letters;
import ma.maydan.starter.schedule.Work;
import ma.maydan.starter.schedule.WorkHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What becomes due of an invitation, or of a request to join. Done again it changes nothing, but for a letter that may come twice. */
@Configuration(proxyBeanMethods = false)
class MembershipWork {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LINK_BYTES = 24;

    private record Handler(String kind, Consumer<String> step) implements WorkHandler {

        @Override
        public void run(Work work, Lease lease) {
            step.accept(work.subject());
        }
    }

    /** Sends the letter. Its link is nowhere but in it. */
    @Bean
    WorkHandler invitationLetter(
            InvitationStore invitations, OrganizationService organizations, Letters letters, Clock clock) {
        return new Handler(
                Invitation.LETTER,
                id -> invitations.find(id).ifPresent(invitation -> {
                    var invited = invitation.invited();
                    var organization =
                            organizations.find(invitation.organizationId()).orElse(null);
                    var link = newLink();
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
        return new Handler(Invitation.EXPIRY, invitations::expire);
    }

    @Bean
    WorkHandler invitationAdmission(InvitationService invitations) {
        return new Handler(Invitation.ADMISSION, invitations::admit);
    }

    @Bean
    WorkHandler admissionExpiry(AdmissionService requests) {
        return new Handler(Admission.EXPIRY, requests::expire);
    }

    @Bean
    WorkHandler admissionAdmission(AdmissionService requests) {
        return new Handler(Admission.ADMISSION, requests::admit);
    }

    private static String newLink() {
        var random = new byte[LINK_BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
