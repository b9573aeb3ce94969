package ma.maydan.incubators.membership;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.Updates;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import ma.maydan.starter.aggregate.AggregateStore;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.aggregate.Topic;
import ma.maydan.starter.messaging.Outbox;
import ma.maydan.starter.mongo.IndexBuilds;
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
import ma.maydan.starter.personal.PersonalParts;
import ma.maydan.starter.personal.SeenBy;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.time.Morocco;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The collection {@code invitations}. The hashes of the links stand beside what the aggregate knows. */
@Component
class InvitationStore {

    /** That an organization may have open. */
    static final int OPEN = 50;

    /** That a person may begin on one day in Morocco, whatever became of them. */
    static final int A_DAY = 30;

    private static final Kept KEPT = Kept.days(30, Kept.Since.WRITTEN);
    private static final String ORGANIZATION = "organizationId";
    private static final String EMAIL = "invited.email";
    private static final String PERSON = "invited.person";
    private static final String KEY = "invited.key";
    private static final String STATUS = "stage.status";
    private static final String AT = "inviter.at";
    private static final String LINKS = "links";
    private static final Bson PENDING = eq(STATUS, Invitation.Status.PENDING.name());

    private static final SortedQuery<Invitation> NEWEST_FIRST =
            SortedQuery.descendingBy(AT, invitation -> invitation.inviter().at(), Invitation::id);

    private final AggregateStore<Invitation> store;
    private final MongoCollection<Invitation> invitations;
    private final Slots open;
    private final Slots daily;

    InvitationStore(MongoDatabase database, Outbox outbox) {
        store = new AggregateStore<>(
                database,
                outbox,
                "invitations",
                Invitation.class,
                new Topic<>("maydan.invitations", "invitation", InvitationSnapshot::of),
                Shape.first());
        invitations = store.collection();
        open = new Slots(invitations, "stage.slot", OPEN);
        daily = new Slots(invitations, "inviter.slot", A_DAY);
        var indexes = IndexBuilds.on(invitations);
        var whereItIs = new IndexOptions().sparse(true);
        indexes.createIndex(
                Indexes.ascending(KEY), new IndexOptions().unique(true).sparse(true));
        indexes.createIndex(Indexes.ascending(LINKS), whereItIs);
        indexes.createIndex(
                Indexes.compoundIndex(Indexes.ascending(ORGANIZATION, STATUS), Indexes.descending(AT, "_id")));
        indexes.createIndex(Indexes.compoundIndex(Indexes.ascending(EMAIL, STATUS), Indexes.descending(AT, "_id")));
        indexes.createIndex(Indexes.ascending("inviter.person"));
        indexes.createIndex(Indexes.ascending(PERSON), whereItIs);
    }

    @Bean
    static PersonalData peopleWhoInvite(InvitationStore invitations) {
        return PersonalParts.of(
                invitations.store,
                Declared.of("inviter", "invitations", KEPT, SeenBy.NOBODY),
                PersonalFields.replacing("inviter.person")
                        .naming("inviter.slot")
                        .and(PersonalFields.replacing(PERSON)),
                List.of("_id", "invited.email", "invited.role", "inviter.at"));
    }

    /** The address is forgotten with the end of an invitation, and the rest of it after a while. */
    @Bean
    static PersonalData invitedPeople(InvitationStore invitations) {
        return PersonalDocuments.ofAProcess(
                invitations.invitations,
                Declared.of("invited", "invitations", KEPT, SeenBy.MEMBERS),
                PERSON,
                ne(STATUS, Invitation.Status.PENDING.name()),
                List.of("_id", "invited.role"));
    }

    /**
     * Inserts a new one; see {@link AggregateStore#insert}.
     *
     * @throws ProblemException 409 {@code too-many-invitations}
     * @throws ma.maydan.starter.mongo.DuplicateValueException when the address is invited already, or has declined
     */
    Invitation insert(Change<Invitation> change) {
        var made = change.state();
        var day = made.inviter().person() + ":"
                + LocalDate.ofInstant(made.inviter().at(), Morocco.ZONE);
        return open.take(
                made.organizationId(),
                slot -> daily.take(
                        day,
                        ofTheDay -> store.insert(change.with(made.holding(slot, ofTheDay))),
                        () -> full(made, A_DAY)),
                () -> full(made, OPEN));
    }

    /** What was made with this id before, if it was. */
    private Invitation full(Invitation made, int limit) {
        return find(made.id())
                .orElseThrow(() -> new ProblemException(HttpStatus.CONFLICT, "too-many-invitations", limit));
    }

    Optional<Invitation> find(String id) {
        return store.find(id);
    }

    /** The one to which a letter with the link of this hash led. */
    Optional<Invitation> byLink(String hash) {
        return Optional.ofNullable(invitations.find(eq(LINKS, hash)).first());
    }

    /** See {@link AggregateStore#update}. */
    Invitation update(Change<Invitation> change) {
        return store.update(change);
    }

    /** False when another change came first. */
    boolean tryUpdate(Change<Invitation> change) {
        return store.tryUpdate(change, new BsonDocument());
    }

    /** Keeps what a letter leads to, while it is open; each letter has a link of its own. */
    boolean addLink(String id, String hash) {
        var link = Updates.pushEach(LINKS, List.of(hash), new PushOptions().slice(-Invitation.LETTERS));
        return invitations.updateOne(and(eq("_id", id), PENDING), link).getMatchedCount() > 0;
    }

    /** Those that are open, the latest first. */
    Page<Invitation> ofOrganization(String organizationId, Paging paging) {
        return NEWEST_FIRST.page(invitations, and(eq(ORGANIZATION, organizationId), PENDING), paging);
    }

    /** Those that are open, the latest first. */
    Page<Invitation> of(String email, String person, Paging paging) {
        return NEWEST_FIRST.page(invitations, and(or(eq(EMAIL, email), eq(PERSON, person)), PENDING), paging);
    }
}
