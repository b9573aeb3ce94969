package ma.maydan.incubators.partnership;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import ma.maydan.starter.mongo.IndexBuilds;
import ma.maydan.starter.mongo.Readable;
import ma.maydan.starter.personal.Impersonal;
import ma.maydan.starter.replica.Refills;
import ma.maydan.starter.replica.ReplicaStore;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** The collection {@code partnerships}, a replica. */
@Component
class PartnershipStore {

    private static final int TURNED_TOGETHER = 100;

    private final ReplicaStore<PartnershipReplica> replicas;

    PartnershipStore(MongoDatabase database, Refills refills) {
        replicas = new ReplicaStore<>(
                database, "partnerships", PartnershipReplica.class, refills.of("maydan.partnerships", 1));
        IndexBuilds.on(replicas.collection()).createIndex(ascending("parties", "status"));
        IndexBuilds.on(replicas.collection()).createIndex(ascending("nextTurn"));
    }

    @Bean
    static Impersonal partnershipsOfOrganizations() {
        return Impersonal.of("partnerships");
    }

    Optional<PartnershipReplica> find(String id) {
        return replicas.find(id);
    }

    /** See {@link ReplicaStore#apply}. */
    void apply(PartnershipReplica replica) {
        replicas.apply(replica);
    }

    boolean isPartyOfOneInForce(String organizationId, LocalDate today) {
        var inForce = and(
                eq("parties", organizationId),
                in("status", PartnershipReplica.AGREED),
                not(gt("startsOn", today)),
                not(lt("endsOn", today)));
        return replicas.collection().find(inForce).first() != null;
    }

    /** Some of those that came in force by this day, or are not any more, and whose parties have yet to follow. */
    List<PartnershipReplica> due(LocalDate today) {
        return Readable.list(replicas.collection().find(lte("nextTurn", today)).limit(TURNED_TOGETHER));
    }

    /** Its parties have followed. One that changed since is left as it is. */
    void turned(PartnershipReplica replica) {
        replicas.replace(replica);
    }
}
