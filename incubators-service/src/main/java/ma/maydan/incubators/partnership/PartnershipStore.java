package ma.maydan.incubators.partnership;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import java.util.Optional;
import ma.maydan.starter.mongo.ReplicaStore;
import org.springframework.stereotype.Component;

/** The collection {@code partnerships}, a replica. */
@Component
class PartnershipStore {

    private final ReplicaStore<PartnershipReplica> replicas;

    PartnershipStore(MongoDatabase database) {
        replicas = new ReplicaStore<>(database, "partnerships", PartnershipReplica.class);
        replicas.collection().createIndex(ascending("parties", "status"));
    }

    Optional<PartnershipReplica> find(String id) {
        return replicas.find(id);
    }

    /** See {@link ReplicaStore#apply}. */
    boolean apply(PartnershipReplica replica) {
        return replicas.apply(replica);
    }

    boolean isPartyOfAnActiveOne(String organizationId) {
        return replicas.collection()
                        .find(and(eq("parties", organizationId), eq("status", PartnershipReplica.ACTIVE)))
                        .first()
                != null;
    }
}
