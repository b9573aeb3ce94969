package ma.maydan.partners.organization;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.maydan.starter.cluster.ClusterOrganization;
import ma.maydan.starter.mongo.IndexBuilds;
import ma.maydan.starter.mongo.Readable;
import ma.maydan.starter.notice.Audience;
import ma.maydan.starter.notice.MembersAudience;
import ma.maydan.starter.personal.PersonalData;
import ma.maydan.starter.personal.PersonalDocuments;
import ma.maydan.starter.replica.Refills;
import ma.maydan.starter.replica.ReplicaStore;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** The local copy of the register. */
@Component
public class OrganizationReplicas {

    private final ReplicaStore<OrganizationReplica> store;
    private final ClusterOrganization cluster;

    OrganizationReplicas(MongoDatabase database, ClusterOrganization cluster, Refills refills) {
        this.cluster = cluster;
        store = new ReplicaStore<>(
                database, "organizations", OrganizationReplica.class, refills.of("maydan.organizations", 2));
        IndexBuilds.on(store.collection()).createIndex(Indexes.ascending("members.personId"));
    }

    @Bean
    static PersonalData membersHere(OrganizationReplicas organizations) {
        return PersonalDocuments.membersIn(organizations.store.collection());
    }

    @Bean
    static Audience members(OrganizationReplicas organizations) {
        return new MembersAudience(
                id -> organizations.find(id).map(OrganizationReplica::memberIds).orElse(List.of()));
    }

    public Optional<OrganizationReplica> find(String id) {
        return store.find(id);
    }

    public Map<String, OrganizationReplica> findAll(Collection<String> ids) {
        return store.findAll(ids);
    }

    /** The organizations that a person belongs to. */
    public List<OrganizationReplica> ofMember(String personId) {
        return Readable.list(store.collection().find(eq("members.personId", personId)));
    }

    /** The cluster that runs the portal, while it is verified; whoever else calls itself one is none. */
    public Optional<OrganizationReplica> cluster() {
        return store.find(cluster.id()).filter(OrganizationReplica::isVerified);
    }

    public String clusterId() {
        return cluster.id();
    }

    public void apply(OrganizationReplica replica) {
        store.apply(replica);
    }
}
