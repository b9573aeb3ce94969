package ma.maydan.incubators.verification;

import java.time.Clock;
import ma.maydan.incubators.organization.OrganizationService;
import ma.maydan.incubators.organization.Renewals;
import ma.maydan.starter.schedule.WorkHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What becomes due of the confirmation of an organization. Done again it changes nothing. */
@Component
class RenewalWork {

    private static final Logger log = LoggerFactory.getLogger(RenewalWork.class);
    private static final int TOGETHER = 100;

    private final OrganizationService organizations;
    private final Clock clock;

    RenewalWork(OrganizationService organizations, Clock clock) {
        this.organizations = organizations;
        this.clock = clock;
    }

    @Bean
    static WorkHandler organizationConfirmation(RenewalWork work) {
        return WorkHandler.of(Renewals.CONFIRMATION, work::follow);
    }

    /** Of those of which nobody asked for the work: who was verified before there was any. */
    @Scheduled(fixedDelay = 60_000)
    void sweep() {
        for (var id : organizations.unconfirmed(TOGETHER)) {
            try {
                follow(id);
            } catch (RuntimeException e) {
                // The next round tries again; the others wait for nobody.
                log.error("What is due of the confirmation of organization {} cannot be done", id, e);
            }
        }
    }

    private void follow(String id) {
        organizations.change(id, organization -> Renewals.overdue(organization, clock.instant()));
    }
}
