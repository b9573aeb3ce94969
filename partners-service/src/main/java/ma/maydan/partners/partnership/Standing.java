package ma.maydan.partners.partnership;

import java.time.Clock;
import java.util.List;
import ma.maydan.partners.organization.OrganizationReplica;
import ma.maydan.partners.organization.OrganizationReplicas;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.messaging.EventReader;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.time.Morocco;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * A partnership is in force only while every party is in the register, and on its days. Both sides are listened to: a party that
 * changes, and a partnership that becomes active, since one may not have seen the other when it was written. Every step
 * can be repeated.
 */
@Component
class Standing {

    private static final Logger log = LoggerFactory.getLogger(Standing.class);

    private final OrganizationReplicas organizations;
    private final PartnershipStore partnerships;
    private final EventReader reader;
    private final Clock clock;

    Standing(OrganizationReplicas organizations, PartnershipStore partnerships, EventReader reader, Clock clock) {
        this.organizations = organizations;
        this.partnerships = partnerships;
        this.reader = reader;
        this.clock = clock;
    }

    private record Snapshot(
            LocalizedText legalName,
            List<String> kinds,
            String registrationStatus,
            @Nullable String visibility,
            List<OrganizationReplica.Member> members) {

        /** Refuses a null among them, which would fail every reader of the replica. */
        Snapshot {
            kinds = List.copyOf(kinds);
            members = List.copyOf(members);
        }
    }

    @KafkaListener(topics = "maydan.organizations")
    void onOrganization(ConsumerRecord<String, byte[]> message) {
        var event = reader.read(message);
        var snapshot = event.dataAs(Snapshot.class);
        organizations.apply(new OrganizationReplica(
                event.subject(),
                event.sequence(),
                snapshot.legalName(),
                snapshot.kinds(),
                snapshot.registrationStatus(),
                snapshot.visibility(),
                snapshot.members()));
        partnerships.inForceOf(event.subject()).forEach(this::follow);
    }

    @KafkaListener(topics = "maydan.partnerships")
    void onPartnership(ConsumerRecord<String, byte[]> message) {
        follow(reader.read(message).subject());
    }

    void follow(String partnershipId) {
        while (true) {
            var partnership = partnerships.find(partnershipId).orElse(null);
            if (partnership == null) {
                return;
            }
            var change = due(partnership);
            if (change == null || partnerships.tryUpdate(change)) {
                return;
            }
        }
    }

    private @Nullable Change<Partnership> due(Partnership partnership) {
        var known = new Parties(organizations.findAll(partnership.parties()), organizations.clusterId());
        var now = known.around(partnership, clock);
        var followed = partnership.on(now.today()).follow(now);
        return followed == null ? partnership.turn(now.today(), now.at()) : followed;
    }

    /** Books what a new day brought for those that nobody asked to be: agreed on before {@link Turn}. */
    @Scheduled(fixedDelay = 60_000)
    void turn() {
        for (var id : partnerships.due(Morocco.today(clock))) {
            try {
                follow(id);
            } catch (RuntimeException e) {
                // The next round tries again; the others wait for nobody.
                log.error("Partnership {} cannot be brought to its day", id, e);
            }
        }
    }
}
