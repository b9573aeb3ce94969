package ma.maydan.events.invitation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.Optional;
import java.util.function.Function;
import ma.maydan.starter.mongo.DuplicateValueException;
import ma.maydan.starter.mongo.IndexBuilds;
import ma.maydan.starter.mongo.Readable;
import ma.maydan.starter.mongo.Shape;
import ma.maydan.starter.mongo.Slots;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.paging.SortedQuery;
import ma.maydan.starter.personal.Impersonal;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Keeps the links of hosts, so many at most of an event that may be used. */
@Component
class InvitationStore {

    /** Of one event, that were not taken back. */
    static final int AT_ONCE = 50;

    private static final String EVENT = "eventId";
    private static final String TOKEN = "tokenHash";
    private static final String AT = "times.createdAt";

    private static final SortedQuery<InvitationLink> LATEST =
            SortedQuery.descendingBy(AT, link -> link.times().createdAt(), InvitationLink::id);

    private final MongoCollection<InvitationLink> links;
    private final Slots slots;

    InvitationStore(MongoDatabase database) {
        links = Readable.collection(database, "invitation_links", InvitationLink.class, Shape.first());
        slots = new Slots(links, "slot", AT_ONCE);
        var indexes = IndexBuilds.on(links);
        indexes.createIndex(
                Indexes.ascending(TOKEN), new IndexOptions().unique(true).sparse(true));
        indexes.createIndex(Indexes.compoundIndex(Indexes.ascending(EVENT), Indexes.descending(AT, "_id")));
    }

    @Bean
    static Impersonal linksOfHosts() {
        return Impersonal.of("invitation_links");
    }

    Optional<InvitationLink> find(String id) {
        return Optional.ofNullable(links.find(eq("_id", id)).first());
    }

    Optional<InvitationLink> of(Token token) {
        return Optional.ofNullable(links.find(eq(TOKEN, token.hash())).first());
    }

    /** The latest first. */
    Page<InvitationLink> ofEvent(String eventId, Paging paging) {
        return LATEST.page(links, eq(EVENT, eventId), paging);
    }

    /**
     * Keeps one that is made with the slot that it is given.
     *
     * @param full what is thrown when there are as many as there may be
     */
    InvitationLink insert(String eventId, Function<String, InvitationLink> made, RuntimeException full) {
        return slots.take(eventId, slot -> insert(made.apply(slot)), () -> {
            throw full;
        });
    }

    private InvitationLink insert(InvitationLink link) {
        try {
            links.insertOne(link);
            return link;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                throw new DuplicateValueException(e);
            }
            throw e;
        }
    }

    /** In place of the one that was read, unless that has changed. */
    void replace(InvitationLink before, InvitationLink after) {
        links.replaceOne(and(eq("_id", before.id()), eq(TOKEN, before.tokenHash())), after);
    }
}
