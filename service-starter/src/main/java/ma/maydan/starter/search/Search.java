package ma.maydan.starter.search;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.maydan.starter.mongo.IndexBuilds;
import ma.maydan.starter.mongo.Readable;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;

/**
 * Finds what has the words of a text, or, where nothing has all of them, the most; the best first: a word of the name
 * counts more than its beginning, that more than one with a typing error, and any more than a word of the texts.
 *
 * <p>However long the text and many the documents, a search costs no more than so many documents counted for each of at
 * most 8 words, and as many read for 3 of them; what more has the same words is found by a text, or a filter, that tells
 * more.
 */
public final class Search<T> {

    private final MongoCollection<T> collection;
    private final Function<T, String> id;

    /**
     * @param collection of documents that have {@link Searched#TOKENS}
     * @param listed the fields whose values tell what is on the list; an index of them and the tokens finds its documents
     */
    public Search(MongoCollection<T> collection, Function<T, String> id, String... listed) {
        this.collection = collection;
        this.id = id;
        IndexBuilds.on(collection)
                .createIndex(Indexes.ascending(Stream.concat(Stream.of(listed), Stream.of(Searched.TOKENS))
                        .toList()));
    }

    public Page<T> page(SearchText text, Bson listed, List<Bson> filters, Paging paging) {
        return page(text, listed, filters, paging, UnaryOperator.identity());
    }

    /**
     * @param listed the values that tell what is on the list
     * @param filters what else holds for what is found
     * @param keep see {@link ma.maydan.starter.paging.SortedQuery#pageOf}
     */
    public Page<T> page(SearchText text, Bson listed, List<Bson> filters, Paging paging, UnaryOperator<List<T>> keep) {
        var filter = filters.isEmpty() ? new BsonDocument() : and(filters);
        var found = new ArrayList<>(new Candidates(collection, listed, filter).bestFirst(Wanted.of(text)));
        var ranks = found.stream().collect(Collectors.toMap(Found::id, Found::rank));
        if (paging.after() != null) {
            var last = last(paging.after());
            found.removeIf(one -> Found.BEST_FIRST.compare(one, last) <= 0);
        }
        var items = new ArrayList<T>();
        var most = paging.limit() + 1;
        for (var from = 0; from < found.size() && items.size() < most; from += most) {
            var next = found.subList(from, Math.min(found.size(), from + most));
            items.addAll(keep.apply(read(next, and(listed, filter))));
        }
        return paging.cut(
                items, item -> new Paging.Position(String.valueOf(ranks.get(id.apply(item))), id.apply(item)));
    }

    private static Found last(Paging.Position after) {
        try {
            return new Found(after.id(), Integer.parseInt(after.key()));
        } catch (NumberFormatException e) {
            throw Paging.invalidCursor();
        }
    }

    /** Those of which it still holds, in their order. */
    private List<T> read(List<Found> some, Bson condition) {
        var ids = some.stream().map(Found::id).toList();
        var byId = Readable.list(collection.find(and(in("_id", ids), condition))).stream()
                .collect(Collectors.toMap(id, Function.identity()));
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }
}
