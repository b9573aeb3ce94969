package ma.maydan.events.organization;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.maydan.starter.mongo.IndexBuilds;
import ma.maydan.starter.mongo.Readable;
import ma.maydan.starter.notice.Audience;
import ma.maydan.starter.notice.MembersAudience;
import ma.maydan.starter.personal.PersonalData;
import ma.maydan.starter.personal.PersonalDocuments;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.replica.Refills;
import ma.maydan.starter.replica.ReplicaStore;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** The local copy of the register. */
@Component
public class OrganizationReplicas {

    private final ReplicaStore<OrganizationReplica> store;

    /** In the fifth, its badges say to whom it shows itself; in the fourth, its badges say where it is; in the third, it has badges; the second is the first, filled again so that all events learn the standing of their hosts. */
    OrganizationReplicas(MongoDatabase database, Refills refills) {
        store = new ReplicaStore<>(
                database, "organizations", OrganizationReplica.class, refills.of("maydan.organizations", 5));
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

    /** @throws ProblemException 409 {@code organization-not-verified} for one that is not, or that nobody knows */
    public OrganizationReplica requireVerified(String id) {
        return find(id).filter(OrganizationReplica::isVerified)
                .orElseThrow(() -> ProblemException.conflict("organization-not-verified"));
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

    /** Keeps a state unless a later one is known, and answers what is known then. */
    OrganizationReplica apply(OrganizationReplica replica) {
        return store.apply(replica, (known, told) -> told.after(known));
    }
}
