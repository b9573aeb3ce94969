package ma.maydan.partners.organization;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.maydan.starter.mongo.ReplicaStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The local copy of the register. */
@Component
public class OrganizationReplicas {

    private final ReplicaStore<OrganizationReplica> store;
    private final String clusterId;

    OrganizationReplicas(MongoDatabase database, @Value("${maydan.cluster-organization-id}") String clusterId) {
        this.clusterId = clusterId;
        store = new ReplicaStore<>(database, "organizations", OrganizationReplica.class);
        store.collection().createIndex(Indexes.ascending("members.personId"));
        store.collection().createIndex(Indexes.ascending("kinds", "registrationStatus"));
    }

    public Optional<OrganizationReplica> find(String id) {
        return store.find(id);
    }

    public Map<String, OrganizationReplica> findAll(Collection<String> ids) {
        return store.findAll(ids);
    }

    /** The organizations that a person belongs to. */
    public List<OrganizationReplica> ofMember(String personId) {
        return store.collection().find(eq("members.personId", personId)).into(new ArrayList<>());
    }

    /** The cluster that runs the portal, while it is verified. */
    public Optional<OrganizationReplica> cluster() {
        if (!clusterId.isBlank()) {
            return store.find(clusterId).filter(OrganizationReplica::isVerified);
        }
        return Optional.ofNullable(store.collection()
                .find(and(eq("kinds", "CLUSTER"), eq("registrationStatus", "VERIFIED")))
                .sort(ascending("_id"))
                .first());
    }

    public void apply(OrganizationReplica replica) {
        store.apply(replica);
    }
}
