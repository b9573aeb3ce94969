package ma.maydan.incubators.program;

import java.util.Set;
import ma.maydan.incubators.organization.OrganizationService;
import ma.maydan.starter.messaging.EventReader;
import ma.maydan.starter.replica.Refills;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Lets programs follow the standing of their owner, by the register's own events. */
@Component
class OwnerStandings {

    private final ProgramStore programs;
    private final OrganizationService organizations;
    private final EventReader reader;

    OwnerStandings(ProgramStore programs, OrganizationService organizations, EventReader reader, Refills refills) {
        this.programs = programs;
        this.organizations = organizations;
        this.reader = reader;
        // Programs of the first shape had a standing only once they were published.
        refills.of("maydan.organizations", ProgramShape.PRESENT.number()).require("programs");
    }

    /** Takes over what is so now, whatever the event tells of: repeated, or late, it changes nothing. */
    @KafkaListener(topics = "maydan.organizations")
    void on(ConsumerRecord<String, byte[]> message) {
        var id = reader.read(message).subject();
        organizations.findAll(Set.of(id)).forEach((any, owner) -> programs.follow(id, Program.standing(owner)));
    }
}
