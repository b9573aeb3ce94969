package ma.maydan.starter.ownership;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.maydan.starter.aggregate.AggregateStore;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.mongo.IndexBuilds;
import ma.maydan.starter.mongo.Readable;
import ma.maydan.starter.mongo.Slots;
import ma.maydan.starter.problem.ProblemException;
import org.bson.conversions.Bson;
import org.springframework.http.HttpStatus;

/** Keeps what belongs to organizations, each beside the standing of its owner, so that a list reads only what it shows. */
public final class OwnedStore<T extends Record & Owned<T>> {

    public static final String OWNER = "owner.organizationId";
    public static final String VERIFIED = "owner.standing.verified";
    public static final String PUBLIC_CHANGE = "stage.publicChangeAt";

    private static final String STANDING = "owner.standing";
    private static final String SINCE = "owner.standing.since";
    private static final int FOLLOWED_TOGETHER = 500;

    private final AggregateStore<T> aggregates;
    private final Slots slots;
    private final Clock clock;

    /** @param drafts how many things an organization may have that hold a slot */
    public OwnedStore(AggregateStore<T> aggregates, int drafts, Clock clock) {
        this.aggregates = aggregates;
        this.slots = new Slots(aggregates.collection(), "owner.slot", drafts);
        this.clock = clock;
        IndexBuilds.on(aggregates.collection()).createIndex(Indexes.ascending(OWNER, SINCE));
    }

    public MongoCollection<T> collection() {
        return aggregates.collection();
    }

    public Optional<T> find(String id) {
        return aggregates.find(id);
    }

    public Map<String, T> findAll(Collection<String> ids) {
        return Readable.byId(collection(), ids, Owned::id);
    }

    /** See {@link AggregateStore#require}. */
    public T require(String id) {
        return aggregates.require(id);
    }

    /**
     * Inserts what is new; see {@link AggregateStore#insert}. It holds a slot of its owner's until a change takes it.
     *
     * @throws ProblemException 409 {@code too-many-drafts} when its owner has as many as may be
     */
    public T insert(Change<T> change) {
        var created = change.state();
        return slots.take(
                created.owner().organizationId(),
                slot -> aggregates.insert(with(change, created.owner().holding(slot))),
                () -> find(created.id())
                        .orElseThrow(
                                () -> new ProblemException(HttpStatus.CONFLICT, "too-many-drafts", slots.limit())));
    }

    /** The same of what is bounded by something else than the slots of its owner. */
    public T insertWithoutSlot(Change<T> change) {
        return aggregates.insert(change);
    }

    /**
     * Replaces the state that was the version before, and leaves it the standing of its owner that came meanwhile.
     *
     * @throws ProblemException 412 when another change came first
     */
    public T update(Change<T> change) {
        var next = change;
        while (!tryUpdate(next)) {
            var now = aggregates.require(change.state().id());
            if (now.version() != change.state().version() - 1) {
                throw ProblemException.stale();
            }
            next = with(change, change.state().owner().with(now.owner().standing()));
        }
        return next.state();
    }

    /**
     * Replaces the state that was the version before by one of another owner, with the standing of that one.
     *
     * @param before the standing of the owner that it had
     * @throws ProblemException 412 when another change came first, or another standing
     */
    public T handOver(Change<T> change, Standing before) {
        if (!aggregates.tryUpdate(change, eq(SINCE, before.since()))) {
            throw ProblemException.stale();
        }
        return change.state();
    }

    /** False when another change came first, or another standing. */
    public boolean tryUpdate(Change<T> change) {
        return aggregates.tryUpdate(
                change, eq(SINCE, change.state().owner().standing().since()));
    }

    /** See {@link AggregateStore#delete}. */
    public void delete(Change<T> change) {
        aggregates.delete(change);
    }

    /**
     * Gives what belongs to an organization its standing, unless it has a later one; in parts, each of which counts.
     * Repeated, or late, it changes nothing.
     */
    public void follow(String organizationId, Standing standing) {
        var before = and(eq(OWNER, organizationId), lt(SINCE, standing.since()));
        List<String> ids;
        do {
            ids = aggregates.texts("_id", before, FOLLOWED_TOGETHER);
            var these = and(in("_id", ids), before);
            // What was seen goes away, or comes back: the public list tells of it.
            update(
                    and(these, ne(VERIFIED, standing.verified()), gt(PUBLIC_CHANGE, Instant.EPOCH)),
                    Updates.combine(Updates.set(STANDING, standing), Updates.set(PUBLIC_CHANGE, clock.instant())));
            update(these, Updates.set(STANDING, standing));
        } while (ids.size() == FOLLOWED_TOGETHER);
    }

    private void update(Bson which, Bson change) {
        collection().updateMany(which, change);
    }

    private static <T extends Record & Owned<T>> Change<T> with(Change<T> change, Owner owner) {
        return change.with(change.state().with(owner));
    }
}
