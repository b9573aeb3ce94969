package ma.maydan.incubators.verification;

import java.time.Clock;
import ma.maydan.incubators.organization.Casework;
import ma.maydan.incubators.organization.OrganizationService;
import ma.maydan.starter.schedule.WorkHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What becomes due of a case. Done again it changes nothing. */
@Configuration(proxyBeanMethods = false)
class CaseWork {

    @Bean
    WorkHandler organizationAnswer(OrganizationService organizations, Clock clock) {
        return WorkHandler.of(
                Casework.ANSWER,
                id -> organizations.change(id, organization -> Casework.silent(organization, clock.instant())));
    }

    @Bean
    WorkHandler organizationEvidenceEnd(OrganizationService organizations, Clock clock) {
        return WorkHandler.of(
                Casework.EVIDENCE_END,
                receipt -> organizations
                        .withReceipt(receipt)
                        .ifPresent(found -> organizations.change(
                                found.id(), organization -> Casework.forget(organization, receipt, clock.instant()))));
    }
}
