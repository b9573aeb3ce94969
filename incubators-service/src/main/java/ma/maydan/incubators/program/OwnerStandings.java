package ma.maydan.incubators.program;

import java.util.Set;
import ma.maydan.incubators.organization.OrganizationService;
import ma.maydan.starter.messaging.EventReader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Lets published programs follow the standing of their owner, by the register's own events. */
@Component
class OwnerStandings {

    private final ProgramStore programs;
    private final OrganizationService organizations;
    private final EventReader reader;

    OwnerStandings(ProgramStore programs, OrganizationService organizations, EventReader reader) {
        this.programs = programs;
        this.organizations = organizations;
        this.reader = reader;
        addFirst();
    }

    /** Takes over what is so now, whatever the event tells of: repeated, or late, it changes nothing. */
    @KafkaListener(topics = "maydan.organizations")
    void on(ConsumerRecord<String, byte[]> message) {
        var id = reader.read(message).subject();
        organizations.findAll(Set.of(id)).forEach((any, owner) -> programs.follow(id, Standing.of(owner)));
    }

    /** Once, for programs published before they kept it. */
    private void addFirst() {
        for (var owners = programs.ownersNotFollowed(); !owners.isEmpty(); owners = programs.ownersNotFollowed()) {
            organizations.findAll(owners).forEach((id, owner) -> programs.followFirst(id, Standing.of(owner)));
        }
    }
}
