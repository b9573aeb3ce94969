package ma.maydan.events.message;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import ma.maydan.starter.mongo.DuplicateValueException;
import ma.maydan.starter.mongo.IndexBuilds;
import ma.maydan.starter.mongo.Readable;
import ma.maydan.starter.mongo.Shape;
import ma.maydan.starter.mongo.Slots;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.paging.SortedQuery;
import ma.maydan.starter.personal.Declared;
import ma.maydan.starter.personal.Kept;
import ma.maydan.starter.personal.PersonalData;
import ma.maydan.starter.personal.PersonalDocuments;
import ma.maydan.starter.personal.PersonalFields;
import ma.maydan.starter.personal.SeenBy;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Keeps the messages of hosts, so many at most about an event on one day. */
@Component
class MessageStore {

    /** About one event, on one day in Morocco. */
    static final int A_DAY = 5;

    private static final String SLOT = "slot";
    private static final String EVENT = "eventId";
    private static final String PERSON = "personId";
    private static final String AT = "at";
    private static final String WAITING = "waiting";
    private static final int SWEPT = 100;

    private static final SortedQuery<Message> LATEST = SortedQuery.descendingBy(AT, Message::at, Message::id);

    private final MongoCollection<Message> messages;
    private final Slots slots;

    MessageStore(MongoDatabase database) {
        messages = Readable.collection(database, "messages", Message.class, Shape.first());
        slots = new Slots(messages, SLOT, A_DAY);
        var indexes = IndexBuilds.on(messages);
        indexes.createIndex(Indexes.compoundIndex(Indexes.ascending(EVENT), Indexes.descending(AT, "_id")));
        indexes.createIndex(Indexes.ascending(WAITING, AT), new IndexOptions().sparse(true));
        indexes.createIndex(Indexes.ascending(PERSON));
    }

    @Bean
    static PersonalData messagesOfHosts(MessageStore store) {
        return PersonalDocuments.parts(
                store.messages,
                Declared.of("message", "messages", Kept.years(2, Kept.Since.WRITTEN), SeenBy.HOSTS, SeenBy.STAFF),
                PersonalFields.replacing(PERSON).since(AT),
                WAITING,
                List.of("_id", EVENT, "content.written.subject", "content.written.text", AT));
    }

    Optional<Message> find(String id) {
        return Optional.ofNullable(messages.find(eq("_id", id)).first());
    }

    /** The latest first. */
    Page<Message> ofEvent(String eventId, Paging paging) {
        return LATEST.page(messages, eq(EVENT, eventId), paging);
    }

    /**
     * Keeps one that is made with the slot that it is given.
     *
     * @param full what is thrown when there are as many as there may be
     */
    Message insert(String eventId, LocalDate day, Function<String, Message> made, RuntimeException full) {
        return slots.take(owner(eventId, day), slot -> insert(made.apply(slot)), () -> {
            throw full;
        });
    }

    private Message insert(Message message) {
        try {
            messages.insertOne(message);
            return message;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                throw new DuplicateValueException(e);
            }
            throw e;
        }
    }

    /** How many more may be written about an event on a day. */
    int left(String eventId, LocalDate day) {
        var all = IntStream.range(0, A_DAY)
                .mapToObj(number -> owner(eventId, day) + ":" + number)
                .toList();
        return A_DAY - (int) messages.countDocuments(in(SLOT, all));
    }

    private static String owner(String eventId, LocalDate day) {
        return eventId + ":" + day;
    }

    /** Some that nobody has handed on, of those from before then. */
    List<Message> waiting(Instant before) {
        return Readable.list(
                messages.find(and(eq(WAITING, true), lte(AT, before))).limit(SWEPT));
    }

    void handedOn(String id) {
        messages.updateOne(eq("_id", id), Updates.unset(WAITING));
    }
}
