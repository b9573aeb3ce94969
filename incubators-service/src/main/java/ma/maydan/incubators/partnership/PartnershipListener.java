package ma.maydan.incubators.partnership;

import java.util.List;
import java.util.TreeSet;
import ma.maydan.incubators.organization.OrganizationService;
import ma.maydan.starter.messaging.EventReader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** An organization carries the partner badge while it is a party of an active partnership. */
@Component
class PartnershipListener {

    private final EventReader reader;
    private final PartnershipStore partnerships;
    private final OrganizationService organizations;

    PartnershipListener(EventReader reader, PartnershipStore partnerships, OrganizationService organizations) {
        this.reader = reader;
        this.partnerships = partnerships;
        this.organizations = organizations;
    }

    /** The members of a partnership's events that count here. */
    private record Data(String status, List<String> parties) {

        /** Refuses a null among them. */
        Data {
            parties = List.copyOf(parties);
        }
    }

    /** A repeated or late event changes no replica, and finishes what a crash after the first one left undone. */
    @KafkaListener(topics = "maydan.partnerships")
    void on(ConsumerRecord<String, byte[]> message) {
        var event = reader.read(message);
        var data = event.dataAs(Data.class);
        var concerned = new TreeSet<>(data.parties());
        partnerships.find(event.subject()).ifPresent(before -> concerned.addAll(before.parties()));
        partnerships.apply(new PartnershipReplica(event.subject(), event.sequence(), data.status(), data.parties()));
        for (var organization : concerned) {
            organizations.showPartner(organization, () -> partnerships.isPartyOfAnActiveOne(organization));
        }
    }
}
