package ma.maydan.incubators.erasure;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.Updates;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import ma.maydan.incubators.erasure.Erasure.Status;
import ma.maydan.starter.aggregate.AggregateStore;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.aggregate.Topic;
import ma.maydan.starter.erasure.Fingerprint;
import ma.maydan.starter.messaging.Outbox;
import ma.maydan.starter.mongo.IndexBuilds;
import ma.maydan.starter.mongo.Shape;
import ma.maydan.starter.personal.Declared;
import ma.maydan.starter.personal.Kept;
import ma.maydan.starter.personal.PersonalData;
import ma.maydan.starter.personal.PersonalDocuments;
import ma.maydan.starter.personal.SeenBy;
import org.bson.BsonDocument;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** The collection {@code erasures}: what people have asked for, at most one open of each. */
@Component
class ErasureStore {

    private static final String ACTIVE_KEY = "who.activeKey";
    private static final String STATUS = "stage.status";
    private static final int LINKS = 5;

    private final AggregateStore<Erasure> store;

    ErasureStore(MongoDatabase database, Outbox outbox) {
        store = new AggregateStore<>(
                database,
                outbox,
                "erasures",
                Erasure.class,
                new Topic<>("maydan.erasures", "erasure", Erasure::snapshot),
                Shape.first());
        IndexBuilds.on(store.collection())
                .createIndex(
                        Indexes.ascending(ACTIVE_KEY),
                        new IndexOptions().unique(true).sparse(true));
    }

    /** What is not carried out is forgotten; of the others the fingerprint stays. */
    @Bean
    static PersonalData askedErasures(ErasureStore erasures) {
        return PersonalDocuments.ofAProcess(
                erasures.store.collection(),
                Declared.of("erasure", "erasures", Kept.days(30, Kept.Since.WRITTEN), SeenBy.NOBODY),
                "who.person",
                in(STATUS, Status.TAKEN_BACK.name(), Status.LAPSED.name(), Status.REFUSED.name()),
                List.of("_id", "stage"));
    }

    Optional<Erasure> find(String id) {
        return store.find(id);
    }

    /** The one that a person has open. */
    Optional<Erasure> open(String person) {
        return Optional.ofNullable(
                store.collection().find(eq(ACTIVE_KEY, Fingerprint.of(person))).first());
    }

    /** How many of these people have confirmed that they go, and are still here. */
    long going(Collection<String> people) {
        return store.collection()
                .countDocuments(and(
                        in(ACTIVE_KEY, people.stream().map(Fingerprint::of).toList()),
                        in(STATUS, Status.CONFIRMED.name(), Status.ORDERED.name())));
    }

    /** @throws ma.maydan.starter.mongo.DuplicateValueException when the person has one open */
    void insert(Change<Erasure> change) {
        store.insert(change);
    }

    /** False when another change came first. */
    boolean tryUpdate(Change<Erasure> change) {
        return store.tryUpdate(change, new BsonDocument());
    }

    /** Keeps what a letter leads to, while it is asked for; a letter that is sent again has a link of its own. */
    boolean addLink(String id, String hash) {
        var link = Updates.pushEach("links", List.of(hash), new PushOptions().slice(-LINKS));
        return store.collection()
                        .updateOne(and(eq("_id", id), eq(STATUS, Status.ASKED.name())), link)
                        .getMatchedCount()
                > 0;
    }
}
