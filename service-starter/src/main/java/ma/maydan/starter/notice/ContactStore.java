package ma.maydan.starter.notice;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.maydan.starter.mongo.IndexBuilds;
import ma.maydan.starter.mongo.Readable;
import ma.maydan.starter.mongo.Shape;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The collection {@code contacts}: how the people who act in this service are reached. Nothing of it leaves it. */
final class ContactStore {

    static final String SEEN = "seenAt";

    private final MongoCollection<KeptContact> contacts;
    private final Clock clock;

    ContactStore(MongoDatabase database, Clock clock) {
        this.clock = clock;
        contacts = Readable.collection(database, "contacts", KeptContact.class, Shape.first());
        IndexBuilds.on(contacts).createIndex(Indexes.ascending("key"), new IndexOptions().unique(true));
        IndexBuilds.on(contacts).createIndex(Indexes.ascending("email"));
        // Those from before it was kept count from now on.
        contacts.updateMany(Filters.exists(SEEN, false), Updates.set(SEEN, clock.instant()));
    }

    Optional<KeptContact> find(String person) {
        return Optional.ofNullable(contacts.find(eq("_id", person)).first());
    }

    /** Who has shown a verified address; null when nobody here has. */
    @Nullable
    String personOf(String email) {
        return contacts.find(eq("email", email)).into(new ArrayList<>()).stream()
                .filter(kept -> !kept.isGuest())
                .map(KeptContact::id)
                .findFirst()
                .orElse(null);
    }

    Map<String, String> names(Collection<String> people) {
        return contacts.find(in("_id", people)).into(new ArrayList<>()).stream()
                .filter(kept -> kept.name() != null)
                .collect(Collectors.toMap(KeptContact::id, kept -> Objects.requireNonNull(kept.name())));
    }

    Optional<KeptContact> guestOf(String key) {
        return Optional.ofNullable(contacts.find(eq("key", key)).first()).filter(KeptContact::isGuest);
    }

    void keep(Guest guest) {
        var changes = List.of(
                Updates.set(SEEN, clock.instant()),
                Updates.set("email", guest.email()),
                Updates.set("name", guest.name()),
                Updates.set("language", guest.language()),
                Updates.setOnInsert("key", UUID.randomUUID().toString()));
        contacts.updateOne(eq("_id", guest.id()), Updates.combine(changes), new UpdateOptions().upsert(true));
    }

    void forget(String guest) {
        contacts.deleteOne(eq("_id", guest));
    }

    /** @param spoken the language of one whose token names none */
    void keep(Contact contact, String spoken) {
        var changes = changes(contact);
        changes.add(Updates.setOnInsert("key", UUID.randomUUID().toString()));
        if (contact.language() == null) {
            changes.add(Updates.setOnInsert("language", spoken));
        }
        contacts.updateOne(eq("_id", contact.id()), Updates.combine(changes), new UpdateOptions().upsert(true));
    }

    /** The same of one that is kept already. */
    void refresh(Contact contact) {
        contacts.updateOne(eq("_id", contact.id()), Updates.combine(changes(contact)));
    }

    private ArrayList<Bson> changes(Contact contact) {
        var changes = new ArrayList<Bson>();
        changes.add(Updates.set(SEEN, clock.instant()));
        changes.add(contact.email() == null ? Updates.unset("email") : Updates.set("email", contact.email()));
        changes.add(contact.name() == null ? Updates.unset("name") : Updates.set("name", contact.name()));
        if (contact.language() != null) {
            changes.add(Updates.set("language", contact.language()));
        }
        return changes;
    }

    /** False when nobody of this id has acted here yet. */
    boolean decline(String person, boolean declines) {
        return declineWhere(eq("_id", person), declines);
    }

    /** False when the key is nobody's. */
    boolean declineByKey(String key) {
        return declineWhere(eq("key", key), true);
    }

    private boolean declineWhere(Bson who, boolean declines) {
        var change = declines ? Updates.set("declined", true) : Updates.unset("declined");
        return contacts.updateOne(who, change).getMatchedCount() > 0;
    }
}
