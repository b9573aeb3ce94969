package ma.maydan.events.organization;

import java.util.List;
import ma.maydan.starter.messaging.EventReader;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.vocabulary.OrganizationKind;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Keeps the local copy of the register up to date. */
@Component
class OrganizationListener {

    private final OrganizationReplicas replicas;
    private final List<StandingFollower> followers;
    private final EventReader reader;

    OrganizationListener(OrganizationReplicas replicas, List<StandingFollower> followers, EventReader reader) {
        this.replicas = replicas;
        this.followers = followers;
        this.reader = reader;
    }

    private record Snapshot(
            LocalizedText legalName,
            String registrationStatus,
            @Nullable List<OrganizationKind> kinds,
            boolean partner,
            @Nullable Boolean trusted,
            @Nullable String region,
            @Nullable String visibility,
            List<OrganizationReplica.Member> members) {

        /** Refuses a null among them, which would fail every reader of the replica. */
        Snapshot {
            members = List.copyOf(members);
            kinds = kinds == null ? List.of() : List.copyOf(kinds);
        }

        OrganizationReplica.Badges badges() {
            return new OrganizationReplica.Badges(
                    kinds == null ? List.of() : kinds, partner, Boolean.TRUE.equals(trusted), region, visibility);
        }
    }

    @KafkaListener(topics = "maydan.organizations")
    void on(ConsumerRecord<String, byte[]> message) {
        var event = reader.read(message);
        var snapshot = event.dataAs(Snapshot.class);
        var known = replicas.apply(new OrganizationReplica(
                event.subject(),
                event.sequence(),
                snapshot.legalName(),
                snapshot.registrationStatus(),
                snapshot.badges(),
                snapshot.members(),
                null));
        // Also for a repetition: the one before may have been stopped half-way.
        followers.forEach(follower -> follower.follow(known.id(), known.standing()));
    }
}
