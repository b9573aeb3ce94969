package ma.maydan.starter.paging;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.MongoCollection;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import ma.maydan.starter.mongo.Readable;
import org.bson.BsonDateTime;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page of a collection without what cannot be read, sorted by an instant or a text and then by id. The collection
 * needs an index that starts with the filter's fields and ends with the sort field and {@code _id}.
 */
public final class SortedQuery<T> {

    private final String field;
    private final boolean ascending;
    private final Function<T, String> key;
    private final Function<String, ?> parse;
    private final Function<T, String> id;

    private SortedQuery(
            String field,
            boolean ascending,
            Function<T, String> key,
            Function<String, ?> parse,
            Function<T, String> id) {
        this.field = field;
        this.ascending = ascending;
        this.key = key;
        this.parse = parse;
        this.id = id;
    }

    /** @param key a text of one line, as it is stored in the field */
    public static <T> SortedQuery<T> ascendingByText(String field, Function<T, String> key, Function<T, String> id) {
        return new SortedQuery<>(field, true, key, Function.identity(), id);
    }

    public static <T> SortedQuery<T> ascendingBy(String field, Function<T, Instant> key, Function<T, String> id) {
        return new SortedQuery<>(field, true, key.andThen(Instant::toString), StoredInstant::parse, id);
    }

    public static <T> SortedQuery<T> descendingBy(String field, Function<T, Instant> key, Function<T, String> id) {
        return new SortedQuery<>(field, false, key.andThen(Instant::toString), StoredInstant::parse, id);
    }

    /** The same from its end to its beginning, by the same index. */
    public SortedQuery<T> reversed() {
        return new SortedQuery<>(field, !ascending, key, parse, id);
    }

    public Page<T> page(MongoCollection<T> collection, Bson filter, Paging paging) {
        return page(collection, List.of(filter), paging);
    }

    /** What any of these filters finds, each with an index of its own. */
    public Page<T> page(MongoCollection<T> collection, List<Bson> filters, Paging paging) {
        return pageOf(collection, filters, paging, UnaryOperator.identity());
    }

    /** Like {@link #pageOf}, one item at a time. */
    public Page<T> page(MongoCollection<T> collection, Bson filter, Paging paging, Predicate<T> visible) {
        return pageOf(
                collection,
                filter,
                paging,
                batch -> batch.stream().filter(visible).toList());
    }

    /**
     * Leaves out what another object hides: {@code keep} gets what was read and returns what the caller may see, in the
     * same order. Reads on until the page is full or the list ends, so it is for the rare hidden item.
     */
    public Page<T> pageOf(MongoCollection<T> collection, Bson filter, Paging paging, UnaryOperator<List<T>> keep) {
        return pageOf(collection, List.of(filter), paging, keep);
    }

    private Page<T> pageOf(
            MongoCollection<T> collection, List<Bson> filters, Paging paging, UnaryOperator<List<T>> keep) {
        return pageOf(collection, filters, paging, keep, Integer.MAX_VALUE);
    }

    /**
     * The same where many may be hidden, of what any of these filters finds: it reads so many pages at most. What it then
     * returns can have fewer items than the limit, or none, and still a cursor.
     */
    public Page<T> pageOf(
            MongoCollection<T> collection, List<Bson> filters, Paging paging, UnaryOperator<List<T>> keep, int most) {
        var wanted = new ArrayList<T>();
        var after = paging.after();
        for (var read = 1; ; read++) {
            var batch = batch(collection.withDocumentClass(RawBsonDocument.class), filters, after, paging.limit() + 1);
            wanted.addAll(keep.apply(readable(batch, collection)));
            if (batch.size() <= paging.limit() || wanted.size() > paging.limit()) {
                return paging.cut(wanted, this::position);
            }
            after = position(batch.getLast());
            if (read >= most) {
                return new Page<>(wanted, after.encode(paging.list()));
            }
        }
    }

    private List<RawBsonDocument> batch(
            MongoCollection<RawBsonDocument> documents, List<Bson> filters, Paging.@Nullable Position after, int most) {
        // By the id: what two filters find is there once.
        var found = new LinkedHashMap<BsonValue, RawBsonDocument>();
        for (var filter : filters) {
            documents
                    .find(after == null ? filter : and(filter, beyond(after)))
                    .sort(ascending ? ascending(field, "_id") : descending(field, "_id"))
                    .limit(most)
                    .forEach(document -> found.put(document.get("_id"), document));
        }
        var order = Comparator.comparing((RawBsonDocument document) -> sorted(document), SortedQuery::compare)
                .thenComparing(document -> document.getString("_id"));
        return filters.size() == 1
                ? List.copyOf(found.values())
                : found.values().stream()
                        .sorted(ascending ? order : order.reversed())
                        .limit(most)
                        .toList();
    }

    private static int compare(BsonValue one, BsonValue other) {
        return one instanceof BsonDateTime instant
                ? instant.compareTo(other.asDateTime())
                : one.asString().compareTo(other.asString());
    }

    private static <T> List<T> readable(List<RawBsonDocument> batch, MongoCollection<T> collection) {
        return batch.stream()
                .<@Nullable T>map(document -> Readable.decode(document, collection))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Of a document that may not be readable. */
    private Paging.Position position(RawBsonDocument document) {
        var value = sorted(document);
        return new Paging.Position(
                value instanceof BsonDateTime instant
                        ? Instant.ofEpochMilli(instant.getValue()).toString()
                        : value.asString().getValue(),
                document.getString("_id").getValue());
    }

    /** The field may be one of an embedded document. */
    private BsonValue sorted(BsonValue document) {
        var value = document;
        for (var name : field.split("\\.", -1)) {
            value = Objects.requireNonNull(value.asDocument().get(name));
        }
        return value;
    }

    private Paging.Position position(T item) {
        return new Paging.Position(key.apply(item), id.apply(item));
    }

    Bson beyond(Paging.Position after) {
        Object at;
        try {
            at = parse.apply(after.key());
        } catch (DateTimeException e) {
            throw Paging.invalidCursor();
        }
        // The first condition bounds the index, which an $or does not; the second leaves out what was shown already.
        return ascending
                ? and(gte(field, at), or(gt(field, at), gt("_id", after.id())))
                : and(lte(field, at), or(lt(field, at), lt("_id", after.id())));
    }
}
